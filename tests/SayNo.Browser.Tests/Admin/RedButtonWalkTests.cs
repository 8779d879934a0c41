using Microsoft.Playwright;
using SayNo.Content.Publishing;
using SayNo.Web.Tests.Admin;

namespace SayNo.Browser.Tests.Admin;

/// <summary>The red button as two people press it at night, each on a phone.</summary>
[Collection(AtADesk.Name)]
public sealed class RedButtonWalkTests(AdminDesk desk, Chromium chromium) : IClassFixture<AdminDesk>
{
    private static readonly Grant[] Lead = [AdminSite.Grant(Role.CampaignLead, "EU")];

    [Fact]
    public async Task Two_people_on_phones_show_an_alert_and_one_takes_it_down()
    {
        await using var first = await desk.SignInAsync(chromium, 360, 640, Lead);
        await using var second = await desk.SignInAsync(chromium, 360, 640, Lead, new() { ColorScheme = ColorScheme.Dark });
        await using var visit = await chromium.VisitAsync(360, 640);

        var page = await desk.OpenAsync(first, "/admin/alert");
        await page.GetByRole(AriaRole.Radio, new() { NameRegex = new("^A false number") }).CheckAsync();

        // The rest is chosen already: the keyboard alone goes on.
        await page.GetByRole(AriaRole.Button, new() { Name = "See what visitors will see" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.ReadsAsync("This is what visitors will see");
        Assert.Empty(await ScreenProblems.OfAsync(page));
        await page.PressAsync("Ask a second person");
        await page.ReadsAsync("Another person must confirm it here.");
        Assert.Equal(0, await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Confirm") }).CountAsync());

        var other = await desk.OpenAsync(second, "/admin/alert");
        await other.GetByRole(AriaRole.Link, new() { NameRegex = new("^A false number") }).First.ClickAsync();
        await other.ReadsAsync("Waits for a second person");
        Assert.Empty(await ScreenProblems.OfAsync(other));
        await other.PressAsync("Confirm: show it to everybody now");
        await other.ReadsAsync("Visitors see it now");
        Assert.Empty(await ScreenProblems.OfAsync(other));

        var visitor = await desk.OpenAsync(visit, "/gr/el");
        await Assertions.Expect(visitor.GetByRole(AriaRole.Region).First).ToContainTextAsync("Κυκλοφορεί ψεύτικος αριθμός");
        await page.ReloadAsync();
        await page.PressAsync("Take it down now");
        await visitor.ReloadAsync();
        await Assertions.Expect(visitor.Locator(".sn-alarm")).ToHaveCountAsync(0);
    }
}
