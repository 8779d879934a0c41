using Microsoft.EntityFrameworkCore;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Content.Tests.Recipes;

public sealed class RecipeExportOnSqliteTests() : RecipeExportTests(DatabaseKind.Sqlite);

public sealed class RecipeExportOnPostgreSqlTests() : RecipeExportTests(DatabaseKind.PostgreSql);

public abstract class RecipeExportTests(DatabaseKind kind) : OnEmptySite(kind)
{
    [Fact]
    public async Task The_campaign_comes_out_of_another_site_as_it_came_out_of_this_one()
    {
        Assert.Empty((await RunAsync(Campaign)).Problems);
        var exported = await ExportAsync();
        await using var other = await AnotherSiteAsync();

        var result = await RunAsync(await FileAsync("export.recipe.json", exported), on: other);

        Assert.Empty(result.Problems);
        Assert.Equal(exported, await ExportAsync(other));
    }

    [Fact]
    public async Task The_campaign_run_twice_changes_nothing_the_second_time()
    {
        var first = await RunAsync(Campaign);
        var exported = await ExportAsync();

        var second = await RunAsync(Campaign);

        Assert.True(first.Changes > 500);
        Assert.Equal((0, 0, 0), (second.Items, second.Versions, second.Changes));
        Assert.Equal(exported, await ExportAsync());
    }

    [Fact]
    public async Task Two_sites_that_run_the_same_recipe_export_the_same_bytes()
    {
        await using var other = await AnotherSiteAsync();

        await RunAsync(Campaign);
        await RunAsync(Campaign, on: other);

        Assert.Equal(await ExportAsync(), await ExportAsync(other));
    }

    [Fact]
    public async Task Drafts_of_texts_and_of_shared_values_survive()
    {
        await RunAsync(Campaign);
        var item = await Site.WithAsync<CmsDb, ContentItem>(db => db.Items.Include(one => one.Variants).ThenInclude(one => one.Published)
            .Where(one => one.Type == "CountryContact").OrderBy(one => one.Id).FirstAsync(one => one.Variants.Count == 2));
        await DraftAsync(item, "", """{"Organisation":"Renamed \"so\" to speak","Kind":"hotline"}""");
        await DraftAsync(item, "en", """{"Notes":""}""");
        await DraftAsync(item, "de", """{"HoursNote":"nur ein Entwurf"}""");
        var exported = await ExportAsync();
        await using var other = await AnotherSiteAsync();

        var result = await RunAsync(await FileAsync("export.recipe.json", exported), on: other);

        Assert.Empty(result.Problems);
        Assert.Equal(exported, await ExportAsync(other));
        Assert.Equal(4, exported.Split("\"Published\": false").Length);
    }

    [Fact]
    public async Task An_empty_site_has_an_export_that_runs()
    {
        var exported = await ExportAsync();

        var result = await RunAsync(await FileAsync("export.recipe.json", exported));

        Assert.Empty(result.Problems);
        Assert.Equal(exported, await ExportAsync());
    }

    private Task<bool> DraftAsync(ContentItem item, string locale, string values) => Site.WithAsync<ContentBatch, bool>(async batch =>
    {
        batch.Put(new BatchItem { Id = item.Id, Type = item.Type, Scope = item.Scope, Slug = item.Slug, Order = item.Order });
        batch.Put(new BatchVersion { ItemId = item.Id, Locale = locale, Values = ContentValues.Parse(values), IsPublished = false, Comment = "to be read" });
        var result = await batch.CommitAsync(Editor.System, null, default);
        Assert.Empty(result.Problems);

        return true;
    });
}
