using Microsoft.Playwright;
using SayNo.Content.Publishing;
using SayNo.Content.Recipes;
using SayNo.Testing;
using SayNo.Web.Tests.Admin;

namespace SayNo.Browser.Tests.Admin;

/// <summary>A field that points to other items: a search and a list without script, a combobox with it.</summary>
[Collection(AtADesk.Name)]
public sealed class ItemPickerTests(AdminDesk desk, Chromium chromium) : IClassFixture<AdminDesk>
{
    private const string Recipe =
        """
        { "name": "Related", "steps": [ { "name": "ContentDefinition",
          "ContentTypes": [ { "Name": "Related", "DisplayName": "Related", "ContentTypePartDefinitionRecords": [ { "PartName": "Related", "Name": "Related" } ] } ],
          "ContentParts": [ { "Name": "Related", "ContentPartFieldDefinitionRecords": [
            { "FieldName": "ContentPickerField", "Name": "Steps",
              "Settings": { "ContentPickerFieldSettings": { "Multiple": true, "DisplayedContentTypes": [ "Step" ] } } } ] } ] } ] }
        """;

    [Fact]
    public async Task An_item_is_picked_with_and_without_script()
    {
        var path = await MakeAsync();
        await using var lead = await desk.SignInAsync(chromium, 1280, 800, AdminSite.Grant(Role.CampaignLead));
        await using var plain = await desk.SignInAsync(chromium, 360, 800, AdminSite.Grant(Role.CampaignLead), new() { JavaScriptEnabled = false });

        var page = await desk.OpenAsync(lead, path);
        await page.GetByRole(AriaRole.Combobox).FillAsync("pay");
        await Assertions.Expect(page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        var chosen = page.Locator(".sn-chosen label");
        await Assertions.Expect(chosen).ToHaveCountAsync(1);
        var first = await chosen.InnerTextAsync();
        await page.PutAxeAsync();
        Assert.Empty(await page.ViolationsAsync("tag", ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]));
        await SaveAsync(page);

        var later = await desk.OpenAsync(plain, path);
        await Assertions.Expect(later.Locator(".sn-chosen label")).ToHaveTextAsync(first);
        await later.GetByRole(AriaRole.Button, new() { Name = "Find" }).ClickAsync();
        var found = later.GetByLabel("Found");
        await found.SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await SaveAsync(later);
        await Assertions.Expect(later.Locator(".sn-chosen label")).Not.ToHaveCountAsync(0);
    }

    private static async Task SaveAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the draft" }).ClickAsync();
        await Assertions.Expect(page.GetByText("was saved").First).ToBeVisibleAsync();
    }

    private async Task<string> MakeAsync()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("related.recipe.json"), Recipe);
        var result = await desk.Site.WithAsync<RecipeRunner, RecipeResult>(runner =>
            runner.RunAsync(folder.File("related.recipe.json"), new() { Folders = [folder.Path] }, "recipe", null, default));
        Assert.Empty(result.Problems);
        await desk.Site.CatchUpAsync();
        var created = await desk.Site.WithAsync<ContentDrafts, CreateResult>(drafts =>
            drafts.CreateAsync(new() { Type = "Related", Scope = "EU", Slug = "related" }, Editor.System, default));

        return $"/admin/content/{created.Item!.Id}/neutral";
    }
}
