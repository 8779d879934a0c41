using Microsoft.Playwright;

namespace SayNo.Browser.Tests.Admin;

/// <summary>Each role through its day with the program that ships, from the letter to what visitors read.</summary>
[Collection(AtADesk.Name)]
public sealed class EditorsDayTests(Office office) : IClassFixture<Office>
{
    private const string Campaign = "The campaign's own texts";
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

    [Fact]
    public async Task A_translator_writes_in_one_language_and_the_campaign_lead_publishes_it()
    {
        var translator = await office.InviteAsync("Eleni Papadaki", "Translator", Campaign, "Greek");
        await OpenAsync(translator, "Step", "EU", "German");
        await translator.ReadsAsync("You can read this text.");
        Assert.Equal(0, await translator.Locator("main form[data-editor]").CountAsync());

        await OpenAsync(translator, "Step", "EU", "Greek");
        await translator.Value("Summary").FillAsync("Η σύνοψη της μεταφράστριας.");
        await translator.PressAsync(Send);
        await translator.ReadsAsync("The draft was saved and sent to review.");
        Assert.Equal(0, await translator.GetByRole(AriaRole.Button, new() { Name = "publish" }).CountAsync());

        var lead = await office.InviteAsync("Clara Lindqvist", "Campaign lead", Campaign, "All languages");
        await OpenTaskAsync(lead, "Waits for your review");
        await Assertions.Expect(lead.GetByRole(AriaRole.Region, new() { Name = "Summary" })).ToContainTextAsync("μεταφράστριας");
        await lead.PressAsync("Publish now");
        await lead.ReadsAsync("It is published, and visitors see it now.");
        Assert.Contains("Η σύνοψη της μεταφράστριας.", await PublicAsync("/gr/el"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_country_with_its_own_wording_is_told_when_the_campaign_changes_its_text()
    {
        var editor = await office.InviteAsync("Jonas Weber", "National editor", "Germany", "All languages");
        await FindAsync(editor, "Step", "EU");
        await editor.PressAsync("Write an own wording for Germany");
        await editor.ReadsAsync("Your country's own wording was created.");
        await editor.GetByRole(AriaRole.Rowheader, new() { Name = "German", Exact = true }).GetByRole(AriaRole.Link).ClickAsync();
        await editor.Value("Summary").FillAsync("So sagen wir es in Deutschland.");
        await editor.PressAsync(Send);
        await editor.ReadsAsync("The draft was saved and sent to review.");
        var approver = await office.InviteAsync("Petra Schulz", "National approver", "Germany", "All languages");
        await OpenTaskAsync(approver, "Waits for your review");
        await approver.PressAsync("Publish now");
        await approver.ReadsAsync("It is published, and visitors see it now.");
        Assert.Contains("So sagen wir es in Deutschland.", await PublicAsync("/de/de"), StringComparison.Ordinal);

        var lead = await office.InviteAsync("Klara Holm", "Campaign lead", Campaign, "All languages");
        await OpenAsync(lead, "Step", "EU", "German");
        await lead.Value("Summary").FillAsync("So sagt es die Kampagne.");
        await lead.PressAsync("Save and publish");
        await lead.ReadsAsync("It was saved and published.");
        Assert.Contains("So sagt es die Kampagne.", await PublicAsync("/at/de"), StringComparison.Ordinal);
        Assert.Contains("So sagen wir es in Deutschland.", await PublicAsync("/de/de"), StringComparison.Ordinal);

        await editor.GotoAsync(office.At("/admin"));
        await editor.ReadsAsync("German: the campaign's wording has changed");
        await OpenTaskAsync(editor, "Outdated: the original says something else by now");
        await editor.ReadsAsync("3 of 4 segments are translated, 1 outdated.");
        await editor.PressAsync("Save, and all the rest is still right");
        await editor.ReadsAsync("You have confirmed that the text is still right.");
        await editor.GotoAsync(office.At("/admin"));
        Assert.Equal(0, await editor.GetByText("the campaign's wording has changed").CountAsync());
    }

    [Fact]
    public async Task An_auditor_reads_everything_and_can_change_nothing()
    {
        var auditor = await office.InviteAsync("Ines Duarte", "Auditor");
        await auditor.GotoAsync(office.At("/admin"));
        await auditor.FollowAsync("Audit log");
        await auditor.ReadsAsync("Ines Duarte");
        await auditor.PressAsync("Verify the log");
        await Assertions.Expect(auditor.Locator("main .sn-notice")).ToBeVisibleAsync();
        await Assertions.Expect(auditor.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);

        await OpenAsync(auditor, "CountryPage", "AT", "German");
        await auditor.ReadsAsync("You can read this text.");
        Assert.Empty(await auditor.Locator("main form[method=post] button").AllInnerTextsAsync());
        await auditor.FollowAsync("History");
        await Assertions.Expect(auditor.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("History");
        Assert.Empty(await auditor.Locator("main form[method=post] button").AllInnerTextsAsync());

        await auditor.GotoAsync(office.At("/admin/accounts"));
        await auditor.ReadsAsync("You may not do this");
        await auditor.FollowAsync("Go to my work");
        await auditor.FollowAsync("Audit log");
        await auditor.ReadsAsync("Refused");
    }

    [Fact]
    public async Task Without_script_a_text_is_written_sent_and_published_just_the_same()
    {
        var noScript = new BrowserNewContextOptions { JavaScriptEnabled = false };
        var editor = await office.InviteAsync("Mikko Korhonen", "National editor", "Finland", "All languages", noScript);
        await OpenAsync(editor, "CountryPage", "FI", "Finnish");
        await editor.Value("NameNote").FillAsync("Ilman skriptiä");
        await editor.PressAsync(Send);
        await editor.ReadsAsync("The draft was saved and sent to review.");

        var approver = await office.InviteAsync("Aino Virtanen", "National approver", "Finland", "All languages", new() { JavaScriptEnabled = false });
        await OpenTaskAsync(approver, "Waits for your review");
        await approver.PressAsync("Publish now");
        await approver.ReadsAsync("It is published, and visitors see it now.");
        Assert.Contains("Ilman skriptiä", await PublicAsync("/fi/fi"), StringComparison.Ordinal);
    }

    private Task<string> PublicAsync(string path) => office.Running.Visitor.GetStringAsync(new Uri(path, UriKind.Relative));

    /// <summary>From the first screen to a text, as somebody goes who looks for it.</summary>
    private async Task OpenAsync(IPage page, string type, string scope, string language)
    {
        await FindAsync(page, type, scope);
        await page.GetByRole(AriaRole.Rowheader, new() { Name = language, Exact = true }).GetByRole(AriaRole.Link).ClickAsync();
    }

    private async Task FindAsync(IPage page, string type, string scope)
    {
        await page.GotoAsync(office.At("/admin"));
        await page.FollowAsync("Texts");
        await page.GetByLabel("Kind", new() { Exact = true }).SelectOptionAsync(type);
        await page.GetByLabel("Belongs to", new() { Exact = true }).SelectOptionAsync(scope);
        await page.PressAsync("Show");
        await page.Locator("main table th[scope=row] a").First.ClickAsync();
    }

    private static Task OpenTaskAsync(IPage page, string group) =>
        page.GetByRole(AriaRole.Region, new() { Name = group }).GetByRole(AriaRole.Link).First.ClickAsync();
}
