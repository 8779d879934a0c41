using Microsoft.Playwright;
using SayNo.Content.Publishing;
using SayNo.Web.Tests.Admin;

namespace SayNo.Browser.Tests.Admin;

/// <summary>Two people without a mouse bring a text from the first screen to the public; every step shows where they are.</summary>
[Collection(AtADesk.Name)]
public sealed class KeyboardDayTests(AdminDesk desk, Chromium chromium) : IClassFixture<AdminDesk>
{
    private const string Words = "Hier bekommst du Hilfe. Niemand gibt dir die Schuld.";

    [Fact]
    public async Task A_text_is_found_written_sent_reviewed_and_published_by_the_keyboard_alone()
    {
        await using var editor = await desk.SignInAsync(chromium, 1280, 800, AdminSite.Grant(Role.NationalEditor, "AT"));
        await using var approver = await desk.SignInAsync(chromium, 1280, 800, AdminSite.Grant(Role.NationalApprover, "AT"));

        var writing = new Keys(await desk.OpenAsync(editor, "/admin"));
        await FindAsync(writing);
        await WriteAsync(writing);
        await SendAsync(writing);

        var deciding = new Keys(await desk.OpenAsync(approver, "/admin"));
        await DecideAsync(deciding);
    }

    private static async Task FindAsync(Keys keys)
    {
        await keys.SkipMenusAsync();
        await keys.UseAsync("All texts");
        await HeadingAsync(keys, "Texts");
        await keys.SkipMenusAsync();
        await keys.GoToAsync("Kind");
        await keys.ChooseAsync("Country page");
        await keys.UseAsync("Show", "Space");
        await Assertions.Expect(keys.Page.GetByText("1 item", new() { Exact = true })).ToBeVisibleAsync();
        await keys.SkipMenusAsync();
        await keys.UseAsync("Österreich");
        await HeadingAsync(keys, "Österreich");
        await keys.SkipMenusAsync();
        await keys.UseAsync("German");
    }

    private static async Task WriteAsync(Keys keys)
    {
        await HeadingAsync(keys, "German");
        await keys.SkipMenusAsync();
        await keys.GoToAsync("Bold");
        await keys.PressAsync("ArrowRight");
        Assert.Equal("Italic", (await keys.Page.FocusAsync())?.Name);
        await keys.GoToAsync("Introduction");
        await keys.PressAsync("Control+A");
        await keys.TypeAsync(Words);
        await keys.UseAsync("Somebody who speaks the language well", "Space");
        await keys.GoToAsync("What did you change?");
        await keys.TypeAsync("Nobody is blamed");
        await keys.GoToAsync("Save and send to review");
        await keys.GoToAsync("Save the draft", "Shift+Tab");
        await keys.PressAsync("Enter");
        await keys.Page.ReadsAsync("The draft was saved.");
    }

    private static async Task SendAsync(Keys keys)
    {
        Assert.Equal(Words, await keys.Page.Value("Intro").InputValueAsync());
        await keys.SkipMenusAsync();
        await keys.UseAsync("Save and send to review");
        await keys.Page.ReadsAsync("The draft was saved and sent to review.");
    }

    private static async Task DecideAsync(Keys keys)
    {
        await keys.SkipMenusAsync();
        await keys.UseAsync("Österreich");
        await HeadingAsync(keys, "Review");
        await keys.Page.ReadsAsync("Nobody is blamed");
        await keys.SkipMenusAsync();
        await keys.UseAsync("Publish now", "Space");
        await keys.Page.ReadsAsync("It is published, and visitors see it now.");
        await keys.SkipMenusAsync();
        await keys.UseAsync("See the page as visitors have it now");
        await keys.Page.ReadsAsync("Niemand gibt dir die Schuld.");
        Assert.Equal("/at/de", keys.Page.Screen());
    }

    private static Task HeadingAsync(Keys keys, string heading) =>
        Assertions.Expect(keys.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(heading);
}
