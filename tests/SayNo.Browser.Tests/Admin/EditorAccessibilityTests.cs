using Microsoft.Playwright;
using SayNo.Content.Publishing;
using SayNo.Web.Tests.Admin;

namespace SayNo.Browser.Tests.Admin;

/// <summary>The form can be read, reached and used by everybody: axe, narrow and wide windows, light and dark, and the keyboard alone.</summary>
[Collection(AtADesk.Name)]
public sealed class EditorAccessibilityTests(AdminDesk desk, Chromium chromium) : IClassFixture<AdminDesk>
{
    private const string Unseen =
        """
        () => {
          const one = document.activeElement;
          const style = getComputedStyle(one);
          return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 ? null : one.outerHTML.slice(0, 120);
        }
        """;

    [Theory]
    [InlineData(320, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    public async Task Every_form_obeys_axe_fits_and_has_targets_that_a_thumb_finds(int width, ColorScheme colors)
    {
        await using var context = await desk.SignInAsync(
            chromium, width, 800, AdminSite.Grant(Role.CampaignLead), new() { ColorScheme = colors });
        var problems = new List<string>();

        foreach (var path in await FormsAsync())
        {
            var page = await desk.OpenAsync(context, path);
            problems.AddRange((await ScreenProblems.OfAsync(page)).Select(problem => $"{path}: {problem}"));
            await page.CloseAsync();
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task The_form_that_was_refused_and_the_conflict_obey_axe_too(int width)
    {
        await using var context = await desk.SignInAsync(chromium, width, 800, AdminSite.Grant(Role.CampaignLead));
        await using var other = await desk.SignInAsync(chromium, width, 800, AdminSite.Grant(Role.CampaignLead));
        var path = await desk.PathOfAsync("Film", "AT", "neutral");
        var page = await desk.OpenAsync(context, path);
        var later = await desk.OpenAsync(other, path);

        await SaveAsync(page, "value.DurationSeconds", "ten");
        await Assertions.Expect(page.GetByText("It was not saved yet")).ToBeVisibleAsync();
        Assert.Empty(await ScreenProblems.OfAsync(page));

        await SaveAsync(page, "value.DurationSeconds", $"{width}");
        await Assertions.Expect(page.GetByText("The draft was saved")).ToBeVisibleAsync();
        await SaveAsync(later, "value.DurationSeconds", "9");
        await Assertions.Expect(later.GetByText("Which text is kept?").First).ToBeVisibleAsync();
        Assert.Empty(await ScreenProblems.OfAsync(later));
    }

    [Fact]
    public async Task The_whole_form_can_be_filled_in_and_saved_by_keyboard()
    {
        await using var context = await desk.SignInAsync(chromium, 1280, 800, AdminSite.Grant(Role.NationalEditor, "AT"));
        var page = await desk.OpenAsync(context, await desk.PathOfAsync("CountryContact", "AT", "neutral"));
        var stops = await page.Locator("form[data-editor] :is(input:not([type=hidden]), select, textarea, button)").CountAsync();
        await page.Locator("[id='value.Kind']").FocusAsync();

        for (var i = 0; i < stops * 2 && !await page.EvaluateAsync<bool>("document.activeElement.matches('.sn-bar button')"); i++)
        {
            Assert.Null(await page.EvaluateAsync<string?>(Unseen));
            await page.Keyboard.PressAsync("Tab");
        }

        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("nothing has changed")).ToBeVisibleAsync();
    }

    private static async Task SaveAsync(IPage page, string field, string text)
    {
        await page.Locator($"[id='{field}']").FillAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the draft" }).ClickAsync();
    }

    private async Task<IReadOnlyList<string>> FormsAsync() =>
    [
        await desk.PathOfAsync("CountryContact", "AT", "neutral"),
        await desk.PathOfAsync("CountryContact", "AT", "de"),
        await desk.PathOfAsync("CountryPage", "AT", "de"),
        await desk.PathOfAsync("Step", "EU", "el"),
        await desk.PathOfAsync("Film", "AT", "neutral"),
        await desk.PathOfAsync("Partner", "EU", "neutral"),
        await desk.PathOfAsync("Fact", "EU", "neutral"),
    ];
}
