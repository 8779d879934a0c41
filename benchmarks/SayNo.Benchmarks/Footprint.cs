using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace SayNo.Benchmarks;

/// <summary>How long the program takes to start, and how much memory it holds, with the campaign and with 50,000 documents.</summary>
internal static class Footprint
{
    private const int Documents = 50_000;

    public static async Task RunAsync(Table table, string folder)
    {
        using (var first = await Server.SiteAsync(folder))
        {
            table.Add("first start: database, recipe, first page", $"{first.StartedIn.TotalSeconds:0.00} s", "under 10 s", $"{first.Megabytes:0} MB");
        }

        using (var second = await Server.SiteAsync(folder))
        {
            table.Add("second start: first page", $"{second.StartedIn.TotalSeconds:0.00} s", "under 1 s", $"{second.Megabytes:0} MB");
            await VisitAsync(second);
            table.Add("memory after every page and its JSON", $"{second.Megabytes:0} MB", "under 200 MB", $"{second.OwnMegabytes:0} MB its own");
            await SearchAsync(second);
            table.Add("memory after a search in every language too", $"{second.Megabytes:0} MB", "under 200 MB", $"{second.OwnMegabytes:0} MB its own");
        }
    }

    public static async Task RunLargeAsync(Table table, string folder)
    {
        var recipe = Path.Combine(folder, "large.recipe.json");
        await WriteRecipeAsync(recipe);
        var watch = Stopwatch.StartNew();
        await ApplyAsync(folder, recipe);
        var appliedIn = watch.Elapsed;

        using var site = await Server.SiteAsync(folder);
        await VisitAsync(site);
        table.Add("memory with 50,000 documents more", $"{site.Megabytes:0} MB", "under 500 MB",
            $"{site.StartedIn.TotalSeconds:0.00} s to start, {appliedIn.TotalSeconds:0.0} s to apply their recipe");
    }

    private static async Task VisitAsync(Server site)
    {
        foreach (var path in await site.CountryPagesAsync())
        {
            await site.GetAsync(path, "br");
            await site.GetAsync($"/api/v1/countries{path}", "gzip");
        }
    }

    private static async Task SearchAsync(Server site)
    {
        foreach (var locale in (await site.CountryPagesAsync()).Select(path => path.Split('/')[2]).Distinct())
        {
            await site.GetAsync($"/search/{locale}?q=112");
        }
    }

    private static async Task ApplyAsync(string folder, string recipe)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet",
            [Path.Combine(AppContext.BaseDirectory, "SayNo.Host.dll"), "recipe", "run", recipe, "--database", $"Data Source={Path.Combine(folder, "sayno.db")}"])
        { WorkingDirectory = folder })!;
        await process.WaitForExitAsync();

        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException("The recipe with the documents was refused.");
        }
    }

    /// <summary>Facts, since they have neutral and localized fields of the usual length.</summary>
    private static async Task WriteRecipeAsync(string file)
    {
        await using var output = new StreamWriter(file, false, new UTF8Encoding(false));
        await output.WriteAsync("""{ "name": "large", "steps": [ { "name": "content", "data": [""");

        for (var i = 0; i < Documents; i++)
        {
            await output.WriteAsync(i == 0 ? "\n" : ",\n");
            await output.WriteAsync(Fact(i).ToJsonString());
        }

        await output.WriteAsync("\n] } ] }\n");
    }

    private static JsonObject Fact(int i) => new()
    {
        ["ContentItemId"] = Id('v', i),
        ["ContentItemVersionId"] = Id('w', i),
        ["ContentType"] = "Fact",
        ["DisplayText"] = $"Figure {i}",
        ["Latest"] = true,
        ["Published"] = true,
        ["SayNoPart"] = new JsonObject { ["Scope"] = "EU", ["Slug"] = $"figure-{i}", ["Order"] = i },
        ["LocalizationPart"] = new JsonObject { ["LocalizationSet"] = Id('f', i), ["Culture"] = "en" },
        ["Fact"] = new JsonObject
        {
            ["Label"] = new JsonObject { ["Text"] = $"Reports of the kind {i} that reached the police of all countries of the campaign in one year" },
            ["Number"] = new JsonObject { ["Value"] = i },
            ["Unit"] = new JsonObject { ["Text"] = "reports" },
            ["Year"] = new JsonObject { ["Value"] = 2026 },
            ["Source"] = new JsonObject { ["Url"] = $"https://figures.example/reports/{i}", ["Text"] = "Yearly report of the police forces, chapter on extortion" },
            ["Confidence"] = new JsonObject { ["Text"] = "likely" },
            ["Notes"] = new JsonObject { ["Text"] = "Made for measuring: this figure says nothing about the world, but it is about as long as a real one." },
        },
    };

    private static string Id(char kind, int i) => kind + i.ToString("D25", CultureInfo.InvariantCulture);
}
