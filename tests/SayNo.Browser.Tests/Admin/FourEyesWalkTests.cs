using Microsoft.Playwright;
using SayNo.Content.Publishing;
using SayNo.Web.Tests.Admin;

namespace SayNo.Browser.Tests.Admin;

/// <summary>Rule 5 as people meet it: a wrong digit leads a child to a stranger, so a second person stands between a number and the public.</summary>
[Collection(AtADesk.Name)]
public sealed class FourEyesWalkTests(AdminDesk desk, Chromium chromium) : IClassFixture<AdminDesk>
{
    private const string Contact = "147 Rat auf Draht";
    private const string Number = "116123";

    [Fact]
    public async Task A_changed_telephone_number_reaches_visitors_only_by_another_person_and_the_log_names_both()
    {
        // A small team gives one person both roles, and still not both decisions.
        await using var erika = await desk.SignInAsync(
            chromium, "Erika Huber", AdminSite.Grant(Role.NationalEditor, "AT"), AdminSite.Grant(Role.NationalApprover, "AT"));
        await using var anton = await desk.SignInAsync(chromium, "Anton Gruber", AdminSite.Grant(Role.NationalApprover, "AT"));
        await using var ines = await desk.SignInAsync(chromium, "Ines Duarte", AdminSite.Grant(Role.Auditor));

        await ChangeAsync(await desk.OpenAsync(erika, "/admin"));
        await PublishAsync(await desk.OpenAsync(anton, "/admin"));
        await CallAsync(await desk.OpenAsync(anton, "/admin"));
        await AuditAsync(await desk.OpenAsync(ines, "/admin"));
    }

    /// <summary>The editor's part, who would publish it and may not.</summary>
    private async Task ChangeAsync(IPage page)
    {
        await page.FollowAsync("Contacts");
        await page.GetByRole(AriaRole.Article, new() { Name = Contact, Exact = true }).GetByRole(AriaRole.Link, new() { Name = "Correct this contact" }).ClickAsync();
        await page.Value("Phone").FillAsync(Number);
        await page.PressAsync("Save and publish");

        var refusal = page.GetByRole(AriaRole.Alert);
        await Assertions.Expect(refusal).ToContainTextAsync("The draft was saved, but the next step was not taken");
        await refusal.GetByRole(AriaRole.Link, new() { Name = "Telephone number was changed by you. Another person must check it and publish it." }).ClickAsync();
        await Assertions.Expect(page.Value("Phone")).ToBeFocusedAsync();
        Assert.Empty(await ScreenProblems.OfAsync(page));

        await page.PressAsync("Save and send to review");
        await page.ReadsAsync("sent to review.");
        await page.FollowAsync("Decide");
        await page.ReadsAsync("You have changed one of them, so another person must check and publish this text.");
        await page.ReadsAsync("It may be published by: Anton Gruber.");
        Assert.Equal(0, await page.GetByRole(AriaRole.Button, new() { Name = "publish" }).CountAsync());
        Assert.Empty(await ScreenProblems.OfAsync(page));
        Assert.Equal((true, false), await CallableAsync());
    }

    private async Task PublishAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Region, new() { Name = "Waits for your review" }).GetByRole(AriaRole.Link, new() { Name = Contact }).ClickAsync();
        await page.ReadsAsync("Children rely on these values.");
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Telephone number" })).ToContainTextAsync(Number);
        await page.PressAsync("Publish now");
        await page.ReadsAsync("It is published, and visitors see it now.");
        Assert.Equal((false, true), await CallableAsync());
    }

    private static async Task CallAsync(IPage page)
    {
        await page.FollowAsync("Contacts");
        var contact = page.GetByRole(AriaRole.Article, new() { Name = Contact, Exact = true });
        await contact.GetByText("Record a check").ClickAsync();
        await contact.Locator($"input[name=Tried][value='Phone:{Number}']").CheckAsync();
        await contact.GetByRole(AriaRole.Radio, new() { Name = "Yes" }).CheckAsync();
        await contact.GetByRole(AriaRole.Button, new() { Name = "Record the check" }).ClickAsync();
        await page.ReadsAsync("The check is recorded. Visitors see its date from now on.");
        await Assertions.Expect(contact).ToContainTextAsync("says Anton Gruber");
    }

    /// <summary>One entry says who wrote the number, who made it public, and what stood there before.</summary>
    private static async Task AuditAsync(IPage page)
    {
        await page.FollowAsync("Audit log");
        await page.GetByLabel("Who (a part of the name)").FillAsync("Anton");
        await page.PressAsync("Show");

        var entry = page.Locator(".sn-trail > li").Filter(new() { HasText = Contact, Has = page.GetByRole(AriaRole.Link, new() { Name = "Published", Exact = true }) });
        await Assertions.Expect(entry).ToHaveCountAsync(1);
        var said = await entry.InnerTextAsync();
        Assert.All(["Anton Gruber", "Erika Huber", "147", Number], part => Assert.Contains(part, said, StringComparison.Ordinal));
    }

    /// <summary>Whether the old number can be called there, and whether the new one can.</summary>
    private async Task<(bool Old, bool New)> CallableAsync()
    {
        await using var visit = await chromium.VisitAsync(360, 640);
        var page = await desk.OpenAsync(visit, "/at/de");

        return (await page.Locator("a[href='tel:147']").CountAsync() > 0, await page.Locator($"a[href='tel:{Number}']").CountAsync() > 0);
    }
}
