using System.Text;
using SayNo.Content.Recipes;
using SayNo.Content.Storage;
using SayNo.Testing;

namespace SayNo.Content.Tests.Recipes;

/// <summary>What tests of recipes have in common: each has an empty site of its own and a folder for its files.</summary>
public abstract class OnEmptySite(DatabaseKind kind) : IAsyncLifetime
{
    protected TestSite Site { get; private set; } = null!;

    /// <summary>The recipes that ship.</summary>
    protected static string Shipped { get; } = Path.Combine(AppContext.BaseDirectory, "recipes");

    protected static string Campaign { get; } = Path.Combine(Shipped, "saynocampaign.recipe.json");

    public virtual async Task InitializeAsync() => Site = await TestSite.CreateAsync(kind);

    public async Task DisposeAsync() => await Site.DisposeAsync();

    protected Task<TestSite> AnotherSiteAsync() => TestSite.CreateAsync(kind);

    protected Task<RecipeResult> RunAsync(string file, RecipeOptions? options = null, TestSite? on = null, CancellationToken ct = default) =>
        (on ?? Site).WithAsync<RecipeRunner, RecipeResult>(
            runner => runner.RunAsync(file, options ?? new RecipeOptions { Folders = [Shipped] }, null, null, ct));

    protected async Task<string> ExportAsync(TestSite? from = null)
    {
        using var stream = new MemoryStream();
        await (from ?? Site).WithAsync<RecipeExport, bool>(async export =>
        {
            await export.WriteAsync(stream, null, default);

            return true;
        });

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Writes a file into the site's folder.</summary>
    protected async Task<string> FileAsync(string name, string text)
    {
        var file = Site.Folder.File(name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, text);

        return file;
    }
}
