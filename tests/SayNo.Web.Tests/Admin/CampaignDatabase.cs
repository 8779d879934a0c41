using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using SayNo.Content;
using SayNo.Content.Recipes;
using SayNo.Content.Storage;
using SayNo.Testing;
using SayNo.Theme;

namespace SayNo.Web.Tests.Admin;

/// <summary>A database with the campaign's content, made once per test run and copied for each test.</summary>
internal static class CampaignDatabase
{
    private static readonly Lazy<Task<TestSite>> Sqlite = new(() => MakeAsync(DatabaseKind.Sqlite));

    private static readonly Lazy<Task<TestSite>> PostgreSql = new(() => MakeAsync(DatabaseKind.PostgreSql));

    // PostgreSQL lets one copy at a time read a template.
    private static readonly SemaphoreSlim Turn = new(1);

    public static async Task<TestSite> CopyAsync(DatabaseKind kind)
    {
        var template = await (kind == DatabaseKind.Sqlite ? Sqlite : PostgreSql).Value;
        await Turn.WaitAsync();

        try
        {
            return await TestSite.CopyAsync(template.Database);
        }
        finally
        {
            Turn.Release();
        }
    }

    private static async Task<TestSite> MakeAsync(DatabaseKind kind)
    {
        var site = await TestSite.CreateEmptyAsync(kind);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => site.Folder.Dispose();
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddContentEngine(site.Database);
        builder.AddSayNo(AdminSite.Modules, new SayNoTheme());

        await using (var app = builder.Build())
        {
            await app.Services.GetRequiredService<CmsSchema>().PrepareAsync(default);
            var recipes = Path.Combine(HostProgram.Folder, "recipes");
            await using var scope = app.Services.CreateAsyncScope();
            var result = await scope.ServiceProvider.GetRequiredService<RecipeRunner>()
                .RunAsync(Path.Combine(recipes, "saynocampaign.recipe.json"), new() { Folders = [recipes] }, "recipe", null, default);
            Assert.Empty(result.Problems);
        }

        // The last one to leave writes the log into the file; a template must have nobody connected.
        SqliteConnection.ClearAllPools();

        if (kind == DatabaseKind.PostgreSql)
        {
            NpgsqlConnection.ClearPool((NpgsqlConnection)site.Database.Connect());
        }

        return site;
    }
}
