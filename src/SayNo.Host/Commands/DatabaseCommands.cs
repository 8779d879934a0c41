using System.CommandLine;
using SayNo.Content.Storage;
using SayNo.Host.SetUp;

namespace SayNo.Host.Commands;

/// <summary><c>db migrate</c>.</summary>
internal static class DatabaseCommands
{
    public static Command Create(SiteParts parts, SharedOptions options)
    {
        var migrate = new Command("migrate",
            "Creates the database if there is none, and brings its tables up to date. Serving does this too; on several nodes run it once before they start.");
        migrate.SetAction((parsed, _) => options.RunAsync(parsed, parts, MigrateAsync));

        return new Command("db", "Prepares the database.") { migrate };
    }

    private static async Task<int> MigrateAsync(Site site)
    {
        using var interrupt = new Interrupt();
        await using var app = site.Build(StoredChoices.None);
        var ran = await app.Services.GetRequiredService<CmsSchema>().PrepareAsync(interrupt.Token);

        foreach (var migration in ran)
        {
            Console.WriteLine($"Ran {migration}.");
        }

        Console.WriteLine(ran.Count == 0 ? $"The database {site.Database.Name} is up to date." : $"The database {site.Database.Name} is up to date now.");

        return CommandLine.Success;
    }
}
