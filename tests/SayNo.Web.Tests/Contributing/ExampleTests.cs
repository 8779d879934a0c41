using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SayNo.Campaign;
using SayNo.Content;
using SayNo.Content.Fields;
using SayNo.Content.Published;
using SayNo.ExampleTheme;
using SayNo.Testing;
using SayNo.Web.Localization;

namespace SayNo.Web.Tests.Contributing;

public sealed class ExampleTests
{
    [Fact]
    public async Task A_content_type_of_a_recipe_is_in_the_API_at_once()
    {
        await using var site = await RunningSite.StartAsync(default);
        using var http = new HttpClient { BaseAddress = site.Address };

        var (code, output) = await RunRecipeAsync(site, Repository.Path("docs/examples/advice-line.recipe.json"));
        Assert.True(code == 0, output);

        var answer = JsonNode.Parse(await EventuallyAsync(http, "/api/v1/content/AdviceLine?locale=de"))!;
        var item = Assert.Single(answer["data"]!.AsArray())!;
        Assert.Equal("Atme durch. Du bist nicht allein.", (string?)item["values"]!["text"]);
        Assert.Equal("116111", (string?)item["values"]!["phone"]);
    }

    [Fact]
    public async Task A_wrong_number_in_that_recipe_is_refused_with_its_place()
    {
        using var folder = new TempFolder();
        var file = folder.File("wrong.recipe.json");
        await File.WriteAllTextAsync(file, Repository.Read("docs/examples/advice-line.recipe.json").Replace("116111", "147", StringComparison.Ordinal));
        await using var site = await RunningSite.StartAsync(default);

        var (code, output) = await RunRecipeAsync(site, file);

        Assert.Equal(1, code);
        Assert.Contains("wrong.recipe.json", output, StringComparison.Ordinal);
        Assert.Contains("AdviceLine.Phone", output, StringComparison.Ordinal);
        Assert.Contains("cannot be dialled in DE", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_kind_of_a_module_declares_fields_and_checks_values()
    {
        new PostcodeModule().Add(new ServiceCollection());
        var definition = (JsonObject)JsonNode.Parse("""
            { "ContentTypes": [ { "Name": "Office" } ],
              "ContentParts": [ { "Name": "Office", "ContentPartFieldDefinitionRecords": [ { "FieldName": "PostcodeField", "Name": "Postcode" } ] } ] }
            """)!;

        var type = ContentType.Read(definition);

        Assert.Empty(type.Validate(ContentValues.Parse("""{"Postcode":"1070"}"""), isNeutral: true, "AT"));
        Assert.Equal("Postcode must have four to ten letters and digits.",
            Assert.Single(type.Validate(ContentValues.Parse("""{"Postcode":"?"}"""), isNeutral: true, "AT")).Sentence);
        Assert.Contains("PostcodeField", FieldKinds.Names);
    }

    [Fact]
    public void A_language_is_there_once_its_file_is()
    {
        using var folder = new TempFolder();
        File.Copy(Repository.Path("docs/examples/eo.po"), folder.File("eo.po"));

        var texts = new PoCatalogs(folder.Path, new PublishedContent()).For("eo");

        Assert.Equal("Elektu vian landon", texts["Choose your country"].Value);
        Assert.Equal("2 landoj trovitaj", texts.Plural(2, "{0} country found", "{0} countries found"));
        Assert.Equal("The film", texts["The film"].Value);
    }

    [Fact]
    public async Task A_theme_draws_its_own_views_and_its_bases_others()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddSayNo([new CampaignModule()], new PlainTheme());
        await using var app = builder.Build();
        app.UseSayNo();
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new(app.Urls.Single()) };

        using var notFound = await http.GetAsync(new Uri("/nowhere-at-all", UriKind.Relative));
        var page = await notFound.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.NotFound, notFound.StatusCode);
        Assert.DoesNotContain("Maybe the address has a mistake.", page, StringComparison.Ordinal);
        Assert.Contains("--deep:#3a2a5e", page, StringComparison.Ordinal);
        Assert.Contains("class=\"sn-exit\"", page, StringComparison.Ordinal);
    }

    private static Task<(int ExitCode, string Output)> RunRecipeAsync(RunningSite site, string file) => Programs.RunAsync(
        "dotnet", [HostProgram.Path, "recipe", "run", file, "--database", $"Data Source={Path.Combine(site.Folder, "sayno.db")}"], default);

    /// <summary>A running site follows the database within a second or so.</summary>
    private static async Task<string> EventuallyAsync(HttpClient http, string path)
    {
        for (var tries = 0; ; tries++)
        {
            using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));

            if (answer.IsSuccessStatusCode || tries == 100)
            {
                return await answer.Content.ReadAsStringAsync();
            }

            await Task.Delay(100);
        }
    }
}
