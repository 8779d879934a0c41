using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SayNo.Content.Storage;

namespace SayNo.Content.Tests.Recipes;

public sealed class RecipeRefusalTests() : OnEmptySite(DatabaseKind.Sqlite)
{
    private const string Item = "0000000000000000000000000a";

    private const string Other = "0000000000000000000000000b";

    private readonly JsonObject _recipe = (JsonObject)JsonNode.Parse(
        $$"""
        {
          "name": "tested",
          "steps": [
            { "name": "settings", "LocalizationSettings": { "DefaultCulture": "en", "SupportedCultures": [ "en", "de" ] } },
            { "name": "recipes", "Values": [ { "name": "CountryContact" }, { "name": "Step" } ] },
            { "name": "content", "data": [ {{Contact(Item, "police")}}, {{Contact(Other, "helpline")}} ] }
          ]
        }
        """)!;

    private JsonObject First => (JsonObject)_recipe["steps"]![2]!["data"]![0]!;

    private JsonObject Second => (JsonObject)_recipe["steps"]![2]!["data"]![1]!;

    [Fact]
    public async Task The_recipe_that_these_tests_spoil_is_right()
    {
        Assert.Empty((await RunAsync(await SpoiledAsync())).Problems);
        Assert.Equal(2, await Site.WithAsync<CmsDb, int>(db => db.Items.CountAsync()));
    }

    [Fact]
    public Task An_unknown_content_type() => RefusesAsync(
        "$.steps[2].data[0].ContentType", "No content type is named Contact.", () => First["ContentType"] = "Contact");

    [Fact]
    public Task An_unknown_field() => RefusesAsync(
        "$.steps[2].data[0].CountryContact.Fon", "CountryContact has no field Fon.", () => First["CountryContact"]!["Fon"] = Text("112"));

    [Fact]
    public Task An_unknown_member_of_a_field() => RefusesAsync(
        "$.steps[2].data[0].CountryContact.Phone.Txt", "A TextField has no member \"Txt\".",
        () => First["CountryContact"]!["Phone"] = new JsonObject { ["Txt"] = "112" });

    [Fact]
    public Task An_unknown_member_of_an_item() => RefusesAsync(
        "$.steps[2].data[1].Contenttype", "\"Contenttype\" is not known here.", () => Second["Contenttype"] = "Step");

    [Fact]
    public Task A_value_of_another_kind() => RefusesAsync(
        "$.steps[2].data[0].CountryContact.Phone", "must be a text", () => First["CountryContact"]!["Phone"] = new JsonObject { ["Text"] = 112 });

    [Fact]
    public Task A_field_that_is_no_object() => RefusesAsync(
        "$.steps[2].data[0].CountryContact.Phone", "A TextField is an object of members", () => First["CountryContact"]!["Phone"] = "112");

    [Fact]
    public Task A_telephone_number_that_nobody_can_call() => RefusesAsync(
        "$.steps[2].data[1].CountryContact.Phone", "must be a telephone number", () => Second["CountryContact"]!["Phone"] = Text("+49 call me"));

    [Fact]
    public Task A_missing_value_that_is_required() => RefusesAsync(
        "$.steps[2].data[0].CountryContact", "is missing", () => First["CountryContact"]!.AsObject().Remove("Organisation"));

    [Fact]
    public Task The_same_ContentItemId_twice() => RefusesAsync(
        "$.steps[2].data[1].ContentItemId", "The item is there twice as published.", () => Second["ContentItemId"] = Item);

    [Fact]
    public Task An_id_that_is_none() => RefusesAsync(
        "$.steps[2].data[0].ContentItemId", "\"../../etc\" is no id", () => First["ContentItemId"] = "../../etc");

    [Fact]
    public Task Two_items_with_one_slug() => RefusesAsync(
        "$.steps[2].data[1].SayNoPart.Slug", "The slug police belongs to another CountryContact of DE", () => Second["SayNoPart"]!["Slug"] = "police");

    [Fact]
    public Task A_slug_that_is_none() => RefusesAsync(
        "$.steps[2].data[1].SayNoPart.Slug", "\"Polizei/..\" is no slug", () => Second["SayNoPart"]!["Slug"] = "Polizei/..");

    [Fact]
    public Task A_scope_that_is_none() => RefusesAsync(
        "$.steps[2].data[0].SayNoPart.Scope", "\"germany\" is no scope", () => First["SayNoPart"]!["Scope"] = "germany");

    [Fact]
    public Task A_language_that_the_site_lacks() => RefusesAsync(
        "$.steps[2].data[0].LocalizationPart.Culture", "The site has no language tlh.", () => First["LocalizationPart"] = Part(Item, "tlh"));

    [Fact]
    public Task A_language_spelled_otherwise() => RefusesAsync(
        "$.steps[2].data[0].LocalizationPart.Culture", "The site writes this language as de.", () => First["LocalizationPart"] = Part(Item, "DE"));

    [Fact]
    public Task Shared_values_that_differ_between_languages() => RefusesAsync(
        "$.steps[2].data[1].CountryContact.Organisation", "Organisation is the same in every language, but differs from $.steps[2].data[0].",
        () =>
        {
            First["LocalizationPart"] = Part(Item, "en");
            Second["LocalizationPart"] = Part(Item, "de");
            Second["SayNoPart"]!["Slug"] = "police";
            Second["CountryContact"]!["Organisation"] = Text("Another");
        });

    [Fact]
    public Task A_localization_set_of_two_slugs() => RefusesAsync(
        "$.steps[2].data[1].SayNoPart.Slug", "Slug differs from $.steps[2].data[0]",
        () =>
        {
            First["LocalizationPart"] = Part(Item, "en");
            Second["LocalizationPart"] = Part(Item, "de");
        });

    [Fact]
    public Task An_override_of_what_does_not_exist() => RefusesAsync(
        "$.steps[2].data[0].SayNoPart.OverrideOf", "There is no item", () => First["SayNoPart"]!["OverrideOf"] = "zzzzzzzzzzzzzzzzzzzzzzzzzz");

    [Fact]
    public Task Overrides_in_a_circle() => RefusesAsync(
        "$.steps[2].data[0].SayNoPart.OverrideOf", $"The items override each other: {Item} → {Other} → {Item}.",
        () =>
        {
            First["SayNoPart"]!["OverrideOf"] = Other;
            Second["SayNoPart"]!["OverrideOf"] = Item;
        });

    [Fact]
    public Task An_override_of_a_countrys_own_item() => RefusesAsync(
        "$.steps[2].data[0].SayNoPart.OverrideOf", "belongs to DE", () => First["SayNoPart"]!["OverrideOf"] = Other);

    [Fact]
    public Task An_unknown_step() => RefusesAsync(
        "$.steps[0].name", "There is no step named lucene-index.", () => _recipe["steps"]![0]!["name"] = "lucene-index");

    [Fact]
    public Task A_script() => RefusesAsync(
        "$.steps[2].data[0].Author", "The value is a script.", () => First["Author"] = "[js: parameters('AdminUserId')]");

    [Fact]
    public Task A_moment_that_is_none() => RefusesAsync(
        "$.steps[2].data[0].CreatedUtc", "\"yesterday\" is no moment.", () => First["CreatedUtc"] = "yesterday");

    [Fact]
    public Task A_root_member_in_another_case() => RefusesAsync("$.Steps", "\"Steps\" is not known here.", () =>
    {
        var steps = _recipe["steps"]!.DeepClone();
        _recipe.Remove("steps");
        _recipe["Steps"] = steps;
    });

    [Fact]
    public Task Variables_behind_the_steps() => RefusesAsync(
        "$.variables", "\"variables\" must come before \"steps\".", () => _recipe["variables"] = new JsonObject());

    [Fact]
    public Task An_include_of_what_does_not_exist() => RefusesAsync(
        "$.steps[1].Values[0].name", "No recipe named Nothing was found", () => _recipe["steps"]![1]!["Values"]![0]!["name"] = "Nothing");

    [Fact]
    public Task A_secret_of_an_Orchard_Core_site() => RefusesAsync(
        "$.steps[0].SiteSalt", "belongs to one Orchard Core site", () => _recipe["steps"]![0]!["SiteSalt"] = "abc");

    [Fact]
    public async Task All_mistakes_are_told_at_once_each_with_its_line()
    {
        First["CountryContact"]!["Fon"] = Text("112");
        Second["SayNoPart"]!["Slug"] = "NO";
        var file = await SpoiledAsync();

        var problems = (await RunAsync(file)).Problems;

        Assert.Equal(["$.steps[2].data[0].CountryContact.Fon", "$.steps[2].data[1].SayNoPart.Slug"], problems.Select(problem => problem.Path));
        var lines = await File.ReadAllLinesAsync(file);
        Assert.Contains("\"Fon\"", lines[problems[0].Line!.Value - 1], StringComparison.Ordinal);
        Assert.Contains("\"NO\"", lines[problems[1].Line!.Value - 1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_type_with_items_keeps_its_fields()
    {
        await RunAsync(await SpoiledAsync());
        var file = await FileAsync("other.recipe.json", """
            { "name": "other", "steps": [
              { "name": "ReplaceContentDefinition",
                "ContentTypes": [ { "Name": "CountryContact" } ],
                "ContentParts": [ { "Name": "CountryContact", "ContentPartFieldDefinitionRecords": [ { "FieldName": "NumericField", "Name": "Phone" } ] } ] },
              { "name": "DeleteContentDefinition", "ContentTypes": [ "Step" ] } ] }
            """);

        var problems = (await RunAsync(file)).Problems;

        Assert.Contains(problems, problem => problem.Sentence.StartsWith("The field Phone is a TextField and cannot become a NumericField", StringComparison.Ordinal));
        Assert.All(problems, problem => Assert.Equal("$.steps[0].ContentTypes[0]", problem.Path));
    }

    [Fact]
    public async Task A_field_that_holds_no_value_may_become_of_another_kind()
    {
        await RunAsync(await SpoiledAsync());
        var file = await FileAsync("other.recipe.json", """
            { "name": "other", "steps": [
              { "name": "ContentDefinition",
                "ContentTypes": [ { "Name": "CountryContact" } ],
                "ContentParts": [ { "Name": "CountryContact", "ContentPartFieldDefinitionRecords": [ { "FieldName": "MediaField", "Name": "Chat" } ] } ] } ] }
            """);

        Assert.Empty((await RunAsync(file)).Problems);
    }

    /// <summary>The recipe with one mistake: refused for it, with its file and place, and nothing is applied.</summary>
    private async Task RefusesAsync(string path, string reason, Action spoil)
    {
        spoil();
        var file = await SpoiledAsync();

        var result = await RunAsync(file);

        Assert.False(result.IsApplied);
        var problem = Assert.Single(result.Problems, problem => problem.Path == path);
        Assert.Equal(file, problem.File);
        Assert.NotNull(problem.Line);
        Assert.Contains(reason, problem.Sentence, StringComparison.Ordinal);
        Assert.Equal(0, await Site.WithAsync<CmsDb, int>(db => db.Items.CountAsync()));
        Assert.Equal(0, await Site.WithAsync<CmsDb, int>(db => db.Types.CountAsync()));
        Assert.Equal(0, await Site.WithAsync<CmsDb, int>(db => db.Changes.CountAsync()));
    }

    private Task<string> SpoiledAsync() => FileAsync("tested.recipe.json", _recipe.ToJsonString(new() { WriteIndented = true }));

    private static JsonObject Text(string text) => new() { ["Text"] = text };

    private static JsonObject Part(string set, string culture) => new() { ["LocalizationSet"] = set, ["Culture"] = culture };

    private static string Contact(string id, string slug) =>
        $$"""
        { "ContentItemId": "{{id}}", "ContentType": "CountryContact", "Latest": true, "Published": true,
          "SayNoPart": { "Scope": "DE", "Slug": "{{slug}}" },
          "CountryContact": { "Kind": { "Text": "police-report" }, "Organisation": { "Text": "Police" },
            "Phone": { "Text": "110" }, "Confidence": { "Text": "confirmed" } } }
        """;
}
