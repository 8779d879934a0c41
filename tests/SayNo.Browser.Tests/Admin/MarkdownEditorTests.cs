using Microsoft.Playwright;
using SayNo.Content.Publishing;
using SayNo.Web.Tests.Admin;

namespace SayNo.Browser.Tests.Admin;

/// <summary>Writing Markdown with a toolbar, a live preview and clean paste.</summary>
[Collection(AtADesk.Name)]
public sealed class MarkdownEditorTests(AdminDesk desk, Chromium chromium) : IClassFixture<AdminDesk>
{
    private const string Paste =
        """
        (area, html) => {
          const data = new DataTransfer();
          data.setData('text/html', html);
          data.setData('text/plain', 'plain');
          area.focus();
          area.select();
          area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
          return area.value;
        }
        """;

    [Fact]
    public async Task The_toolbar_is_one_stop_for_the_tab_key_and_the_arrows_go_through_it()
    {
        await using var context = await SignInAsync();
        var (page, area) = await OpenAsync(context);
        var bar = Bar(page);

        await bar.GetByRole(AriaRole.Button, new() { Name = "Bold" }).FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(bar.GetByRole(AriaRole.Button, new() { Name = "Italic" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("End");
        await Assertions.Expect(bar.GetByRole(AriaRole.Button, new() { Name = "Link" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(area).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Keys_and_buttons_mark_what_is_selected_and_undo_takes_it_back()
    {
        await using var context = await SignInAsync();
        var (page, area) = await OpenAsync(context);

        await area.FillAsync("tell someone");
        await area.SelectTextAsync();
        await page.Keyboard.PressAsync("Control+b");
        await Assertions.Expect(area).ToHaveValueAsync("**tell someone**");
        await page.Keyboard.PressAsync("Control+b");
        await Assertions.Expect(area).ToHaveValueAsync("tell someone");
        await page.Keyboard.PressAsync("Control+i");
        await Assertions.Expect(area).ToHaveValueAsync("*tell someone*");
        await page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(area).ToHaveValueAsync("tell someone");

        await area.FillAsync("one\ntwo");
        await area.SelectTextAsync();
        await Bar(page).GetByRole(AriaRole.Button, new() { Name = "List" }).ClickAsync();
        await Assertions.Expect(area).ToHaveValueAsync("- one\n- two");
    }

    [Fact]
    public async Task The_preview_follows_what_is_typed_and_shows_no_html_of_the_text()
    {
        await using var context = await SignInAsync();
        var (page, area) = await OpenAsync(context);

        await area.FillAsync("You are **not** alone.\n\n<img src=x onerror=\"document.title = 'hit'\">");

        var preview = page.GetByRole(AriaRole.Region, new() { Name = "Preview of Introduction" });
        await Assertions.Expect(preview.Locator("strong")).ToHaveTextAsync("not");
        await Assertions.Expect(preview).ToContainTextAsync("<img");
        await Assertions.Expect(preview.Locator("img")).ToHaveCountAsync(0);
        await Assertions.Expect(page).Not.ToHaveTitleAsync("hit");
    }

    [Theory]
    [InlineData("<h1>Help</h1><p>You are <b>not</b> <i>alone</i>.</p>", "## Help\n\nYou are **not** *alone*.")]
    [InlineData("<ul><li>one</li><li>two<ul><li>inner</li></ul></li></ul>", "- one\n- two\n  - inner")]
    [InlineData("<ol><li>first</li><li><p>second</p></li></ol>", "1. first\n2. second")]
    [InlineData("<p>see <a href='https://police.example/a'>the police</a> or <a href='javascript:x()'>this</a></p>", "see [the police](https://police.example/a) or this")]
    [InlineData("<p>a<script>alert(1)</script><img src='https://track.example/x.gif'><style>p{}</style> b</p>", "a b")]
    [InlineData("<b style='font-weight:normal'><p>from a document</p></b>", "from a document")]
    [InlineData("<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'>·<span>&nbsp;&nbsp; </span>from Word</p>", "- from Word")]
    [InlineData("<p>1. not a list, *no* stars, [no] link, <b> bold </b>word</p>", "\\1. not a list, \\*no\\* stars, \\[no\\] link, **bold** word")]
    [InlineData("<div>one</div><div>two<br>three</div>", "one\n\ntwo\nthree")]
    [InlineData("<p>a\u202Eb\u0007</p>", "ab")]
    public async Task What_is_pasted_becomes_plain_markdown(string html, string expected)
    {
        await using var context = await SignInAsync();
        var (_, area) = await OpenAsync(context);

        Assert.Equal(expected, await area.EvaluateAsync<string>(Paste, html));
    }

    private Task<IBrowserContext> SignInAsync() => desk.SignInAsync(chromium, 1280, 900, AdminSite.Grant(Role.NationalEditor, "AT"));

    // A form may have several fields with a bar.
    private static ILocator Bar(IPage page) => page.GetByRole(AriaRole.Toolbar, new() { Name = "Format Introduction" });

    private async Task<(IPage Page, ILocator Area)> OpenAsync(IBrowserContext context)
    {
        var page = await desk.OpenAsync(context, await desk.PathOfAsync("CountryPage", "AT", "de"));
        await Assertions.Expect(Bar(page)).ToBeVisibleAsync();

        return (page, page.Locator("[id='value.Intro']"));
    }
}
