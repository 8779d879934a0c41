using Microsoft.Playwright;
using SayNo.Content.Publishing;
using SayNo.Web.Tests.Admin;

namespace SayNo.Browser.Tests.Admin;

/// <summary>Review, history, plans, comments and previews can be read and used by everybody: axe, narrow and wide windows, light and dark.</summary>
[Collection(AtADesk.Name)]
public sealed class ReviewAccessibilityTests(AdminDesk desk, Chromium chromium) : IClassFixture<AdminDesk>
{
    [Theory]
    [InlineData(320, ColorScheme.Light, "GR")]
    [InlineData(360, ColorScheme.Dark, "IE")]
    [InlineData(1280, ColorScheme.Light, "MT")]
    public async Task Every_screen_on_the_way_to_the_public_obeys_axe_and_fits(int width, ColorScheme colors, string country)
    {
        await using var context = await desk.SignInAsync(chromium, width, 800, AdminSite.Grant(Role.CampaignLead), new() { ColorScheme = colors });
        var form = await desk.PathOfAsync("CountryContact", country, "neutral");
        var page = await desk.OpenAsync(context, form);
        await SubmitAsync(page, "A line with another name");
        await CommentAsync(page, form);
        await PlanAsync(page, form);
        await ShareAsync(page, form);
        var problems = new List<string>();

        foreach (var screen in new[] { "review", "history", "history/1", "compare?from=1&to=2", "comments", "schedule", "unpublish", "preview" })
        {
            await page.GotoAsync(desk.At($"{form}/{screen}"));
            problems.AddRange((await ScreenProblems.OfAsync(page)).Select(problem => $"{screen}: {problem}"));
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task What_was_refused_obeys_axe_too_and_leads_to_the_field(int width)
    {
        await using var context = await desk.SignInAsync(chromium, width, 800, AdminSite.Grant(Role.CampaignLead));
        var form = await desk.PathOfAsync("CountryContact", "FR", "neutral");
        var page = await desk.OpenAsync(context, form);
        await SubmitAsync(page, $"A line {width} px wide");
        await page.GotoAsync(desk.At($"{form}/review"));

        await page.GetByRole(AriaRole.Button, new() { Name = "Send back" }).ClickAsync();
        await page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Why it goes back")).ToBeFocusedAsync();
        Assert.Empty(await ScreenProblems.OfAsync(page));

        await page.GotoAsync(desk.At($"{form}/schedule"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Plan the publication" }).ClickAsync();
        Assert.Empty(await ScreenProblems.OfAsync(page));
        await page.GetByLabel("Day").First.FillAsync("2030-10-27");
        await page.GetByLabel("Time").First.FillAsync("02:30");
        await page.GetByRole(AriaRole.Button, new() { Name = "Plan the publication" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("The second, an hour later")).ToBeVisibleAsync();
        Assert.Empty(await ScreenProblems.OfAsync(page));
    }

    [Fact]
    public async Task A_link_is_copied_by_its_button_and_the_frames_have_the_widths_they_say()
    {
        await using var context = await desk.SignInAsync(chromium, 1440, 900, AdminSite.Grant(Role.CampaignLead));
        await context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var form = await desk.PathOfAsync("CountryPage", "AT", "de");
        var page = await desk.OpenAsync(context, $"{form}/preview");

        await page.GetByRole(AriaRole.Button, new() { Name = "Make a link" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy" }).ClickAsync();

        await Assertions.Expect(page.GetByText("It was copied.")).ToBeVisibleAsync();
        Assert.Equal(await page.GetByLabel("The link").InputValueAsync(), await page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        Assert.Equal([360, 1280], await WidthsAsync(page));
    }

    private static async Task<IReadOnlyList<int>> WidthsAsync(IPage page)
    {
        var widths = new List<int>();

        foreach (var frame in await page.Locator("iframe").AllAsync())
        {
            await frame.ScrollIntoViewIfNeededAsync();
            await Assertions.Expect(frame.ContentFrame.Locator("h1").First).ToBeVisibleAsync();
            widths.Add(await frame.ContentFrame.Locator("html").EvaluateAsync<int>("() => window.innerWidth"));
        }

        return widths;
    }

    private static async Task SubmitAsync(IPage page, string organisation)
    {
        await page.Locator("[id='value.Organisation']").FillAsync(organisation);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and send to review" }).ClickAsync();
        await Assertions.Expect(page.GetByText("The draft was saved and sent to review.")).ToBeVisibleAsync();
    }

    private async Task CommentAsync(IPage page, string form)
    {
        await page.GotoAsync(desk.At($"{form}/comments"));
        await page.GetByLabel("What it is about").SelectOptionAsync("Organisation");
        await page.GetByLabel("Your comment").FillAsync("Is this the name on their door?");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the comment" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Your comment was added.")).ToBeVisibleAsync();
    }

    private async Task PlanAsync(IPage page, string form)
    {
        await page.GotoAsync(desk.At($"{form}/schedule"));
        await page.GetByLabel("Day").Last.FillAsync("2090-07-01");
        await page.GetByLabel("Time").Last.FillAsync("08:30");
        await page.GetByRole(AriaRole.Button, new() { Name = "Plan the end" }).ClickAsync();
        await Assertions.Expect(page.GetByText("The plan was kept.")).ToBeVisibleAsync();
    }

    private async Task ShareAsync(IPage page, string form)
    {
        await page.GotoAsync(desk.At($"{form}/preview"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a link" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("The link")).ToBeVisibleAsync();
        Assert.Empty(await ScreenProblems.OfAsync(page));
    }
}
