using Microsoft.Playwright;

namespace SayNo.Browser.Tests.Admin;

/// <summary>Each role through its day with the program that ships, from the letter to what visitors read.</summary>
[Collection(InTheBrowser.Name)]
public sealed class EditorsDayTests(Office office) : IClassFixture<Office>
{
    private const string Send = "Save and send to review";

    [Fact]
    public async Task A_national_text_goes_from_the_letter_over_a_second_person_to_the_public()
    {
        var editor = await office.InviteAsync("Erika Huber", "National editor", "Austria", "All languages");
        await OpenAsync(editor, "CountryPage", "AT", "German");
        await editor.Value("Intro").FillAsync("Leider bist du hier.");
        await editor.PressAsync(Send);
        await editor.ReadsAsync("The draft was saved and sent to review.");
        Assert.Equal(0, await editor.GetByRole(AriaRole.Button, new() { Name = "publish" }).CountAsync());

        var approver = await office.InviteAsync("Anton Gruber", "National approver", "Austria", "All languages");
        await OpenTaskAsync(approver, "Waits for your review");
        await approver.GetByLabel("Why it goes back").FillAsync("Never say sorry for them: say that help is here.");
        await approver.PressAsync("Send back");
        await approver.ReadsAsync("It was sent back.");

        await editor.GotoAsync(office.At("/admin"));
        await editor.ReadsAsync("Never say sorry for them");
        await OpenTaskAsync(editor, "Sent back: please write it anew");
        await editor.Value("Intro").FillAsync("Hier bekommst du Hilfe. Niemand gibt dir die Schuld.");
        await editor.PressAsync(Send);
        await editor.ReadsAsync("The draft was saved and sent to review.");
        Assert.DoesNotContain("Niemand gibt dir die Schuld.", await PublicAsync("/at/de"), StringComparison.Ordinal);

        await approver.GotoAsync(office.At("/admin"));
        await OpenTaskAsync(approver, "Waits for your review");
        await approver.PressAsync("Publish now");
        await approver.ReadsAsync("It is published, and visitors see it now.");
        await approver.FollowAsync("See the page as visitors have it now");
        await approver.ReadsAsync("Niemand gibt dir die Schuld.");
        Assert.Equal("/at/de", approver.Screen());
        Assert.Contains("Niemand gibt dir die Schuld.", await PublicAsync("/at/de"), StringComparison.Ordinal);
    }

    private Task<string> PublicAsync(string path) => office.Running.Visitor.GetStringAsync(new Uri(path, UriKind.Relative));

    /// <summary>From the first screen to a text, as somebody goes who looks for it.</summary>
    private async Task OpenAsync(IPage page, string type, string scope, string language)
    {
        await page.GotoAsync(office.At("/admin"));
        await page.FollowAsync("All texts");
        await page.GetByLabel("Kind", new() { Exact = true }).SelectOptionAsync(type);
        await page.GetByLabel("Belongs to", new() { Exact = true }).SelectOptionAsync(scope);
        await page.PressAsync("Show");
        await page.Locator("main table th[scope=row] a").First.ClickAsync();
        await page.GetByRole(AriaRole.Rowheader, new() { Name = language, Exact = true }).GetByRole(AriaRole.Link).ClickAsync();
    }

    private static Task OpenTaskAsync(IPage page, string group) =>
        page.GetByRole(AriaRole.Region, new() { Name = group }).GetByRole(AriaRole.Link).First.ClickAsync();
}
