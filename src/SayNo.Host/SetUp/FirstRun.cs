using SayNo.Content.Recipes;
using SayNo.Content.Storage;

namespace SayNo.Host.SetUp;

/// <summary>Makes the database ready, and fills an empty one by the recipe that the site starts with: all of it or nothing, once.</summary>
internal static class FirstRun
{
    /// <summary>The setting that names the recipe, such as <c>blank</c>, or the path of one.</summary>
    public const string RecipeSetting = "SayNo:Recipe";

    private const string Step = "recipe";

    /// <summary>What is wrong with the recipe; none if the site is ready.</summary>
    /// <exception cref="CmsDatabaseException">The database cannot be used.</exception>
    public static async Task<RecipeResult?> PrepareAsync(Site site, IServiceProvider services, IProgress<RecipeProgress> progress, CancellationToken ct)
    {
        await services.GetRequiredService<CmsSchema>().PrepareAsync(ct);

        if (await HasBegunAsync(site.Database, ct))
        {
            return null;
        }

        await using var scope = services.CreateAsyncScope();
        var runner = scope.ServiceProvider.GetRequiredService<RecipeRunner>();

        return await runner.RunAsync(RecipeFile(site), site.RecipeOptions, Step, progress, ct);
    }

    /// <summary>A site that was set up, or filled by hand, is never filled again.</summary>
    private static async Task<bool> HasBegunAsync(CmsDatabase database, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = """SELECT (SELECT COUNT(*) FROM "SetUpSteps") + (SELECT COUNT(*) FROM "Types")""";

        return Convert.ToInt64(await command.ExecuteScalarAsync(ct), System.Globalization.CultureInfo.InvariantCulture) > 0;
    }

    public static string RecipeFile(Site site) => site.Settings[RecipeSetting] switch
    {
        null or "" => Path.Combine(Site.Recipes, "saynocampaign.recipe.json"),
        { } path when path.EndsWith(".json", StringComparison.Ordinal) => path,
        { } name => Path.Combine(Site.Recipes, $"{Path.GetFileName(name)}.recipe.json"),
    };
}
