using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SayNo.Content.Publishing;
using SayNo.Web.Tests.Admin;

namespace SayNo.Browser.Tests.Admin;

/// <summary>The first screen, lists and overviews, narrow and wide, by keyboard and by pointer.</summary>
[Collection(AtADesk.Name)]
public sealed class ListScreensTests(AdminDesk desk, Chromium chromium) : IClassFixture<AdminDesk>
{
    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    private static readonly Grant Lead = AdminSite.Grant(Role.CampaignLead);

    [Theory]
    [InlineData(320, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task Axe_finds_nothing_and_nothing_is_wider_than_the_window(int width, ColorScheme scheme)
    {
        await using var context = await desk.SignInAsync(chromium, width, 800, Lead, new() { BypassCSP = true, ColorScheme = scheme });
        var step = await StepAsync();
        var problems = new List<string>();

        foreach (var path in Paths(step))
        {
            var page = await desk.OpenAsync(context, path);
            await page.PutAxeAsync();
            problems.AddRange((await page.ViolationsAsync("tag", Rules)).Select(found => $"{path}: {found}"));
            problems.AddRange((await SmallAsync(page)).Select(found => $"{path}: too small: {found}"));

            if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"))
            {
                problems.Add($"{path}: wider than {width} px");
            }

            await page.CloseAsync();
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems.Take(30)));
    }

    [Fact]
    public async Task The_order_changes_by_keyboard_and_the_focus_stays_on_what_was_moved()
    {
        await using var context = await desk.SignInAsync(chromium, 1280, 800, Lead);
        var page = await desk.OpenAsync(context, "/admin/content/order?type=Partner&scope=EU");
        var rows = page.Locator("ol.sn-order > li");
        var second = await rows.Nth(1).GetAttributeAsync("id");

        await rows.Nth(2).Locator("button[name=up]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(rows.Nth(2)).ToHaveAttributeAsync("id", second ?? "");
        await Assertions.Expect(rows.Nth(1).Locator("button[name=up]")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_order_changes_by_dragging_and_is_kept_when_it_is_saved()
    {
        await using var context = await desk.SignInAsync(chromium, 1280, 800, Lead);
        var page = await desk.OpenAsync(context, "/admin/content/order?type=Step&scope=EU");
        var rows = page.Locator("ol.sn-order > li");
        var first = await rows.Nth(0).GetAttributeAsync("id");

        await Assertions.Expect(page.GetByText("The new order is not saved yet.")).ToBeHiddenAsync();
        await rows.Nth(0).DragToAsync(rows.Nth(2));
        await Assertions.Expect(page.GetByText("The new order is not saved yet.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save this order" }).ClickAsync();

        await Assertions.Expect(page.GetByText("The order was changed.")).ToBeVisibleAsync();
        await Assertions.Expect(rows.Nth(2)).ToHaveAttributeAsync("id", first ?? "");
    }

    private static string[] Paths(string step) =>
    [
        "/admin?scope=DE", "/admin", "/admin/content", "/admin/content?q=nothing-is-called-this", "/admin/content/new", "/admin/content/new?type=Alert&scope=DE",
        "/admin/content/picker", "/admin/content/order?type=Step&scope=EU", $"/admin/content/{step}", $"/admin/content/{step}/delete",
    ];

    // Links within a sentence may be as small as the sentence.
    private static Task<string[]> SmallAsync(IPage page) => page.EvaluateAsync<string[]>(
        """
        () => [...document.querySelectorAll('main a, main button, main select, main input:not([type=hidden], [type=checkbox], [type=radio]), main label:has(input)')]
          .filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 44)
          .map(one => one.outerHTML.slice(0, 120))
        """);

    private Task<string> StepAsync() => desk.Site.ReadAsync(db =>
        db.Items.Where(item => item.Type == "Step" && item.Scope == "EU").OrderBy(item => item.Order).Select(item => item.Id).FirstAsync());
}
