#!/usr/bin/env dotnet
#:property PublishAot=false
#:include make-recipe/CampaignData.cs
#:include make-recipe/Contacts.cs
#:include make-recipe/Countries.cs
#:include make-recipe/Item.cs
#:include make-recipe/Others.cs
#:include make-recipe/Recipe.cs
#:include make-recipe/Slug.cs
#:include make-recipe/Texts.cs
#:include make-recipe/Values.cs

// Makes recipes/ from data/campaign/: `dotnet run scripts/make-recipe.cs`. With `-- --check` it writes nothing
// and ends with 1 if a file differs from what it would write. The parts lie in scripts/make-recipe/.

using MakeRecipe;

if (args is not ([] or ["--check"]))
{
    Console.Error.WriteLine("Usage: dotnet run scripts/make-recipe.cs [-- --check]");

    return 2;
}

var scripts = AppContext.GetData("EntryPointFileDirectoryPath") as string
    ?? throw new InvalidOperationException("Start this file with dotnet run.");
var root = Path.GetFullPath("..", scripts);
var files = RecipeFiles(CampaignData.Read(Path.Combine(root, "data", "campaign")));

return args is ["--check"] ? Check() : Write();

int Write()
{
    foreach (var (path, text) in files)
    {
        var file = Path.Combine(root, path);
        new FileInfo(file).Directory?.Create();
        File.WriteAllText(file, text);
    }

    Console.WriteLine($"{files.Count} recipes written to {Path.Combine(root, "recipes")}");

    return 0;
}

int Check()
{
    var stale = files.Where(file => !IsOnDisk(file.Key, file.Value)).Select(file => file.Key).ToList();

    foreach (var path in stale)
    {
        Console.Error.WriteLine($"{path} is not what scripts/make-recipe.cs makes of data/campaign: run it and commit the result.");
    }

    return stale.Count == 0 ? 0 : 1;
}

bool IsOnDisk(string path, string text)
{
    var file = Path.Combine(root, path);

    return File.Exists(file) && File.ReadAllText(file) == text;
}

static SortedDictionary<string, string> RecipeFiles(CampaignData data)
{
    var parts = new Dictionary<string, IReadOnlyList<Item>>
    {
        ["countries"] = [.. Countries.Items(data)],
        ["contacts"] = [.. Contacts.Items(data)],
        ["films"] = [.. Others.Films(data)],
        ["partners"] = [.. Others.Partners(data)],
        ["steps"] = [.. Texts.Steps(data)],
        ["pages"] = [.. Texts.Pages(data)],
        ["facts"] = [.. Others.Facts(data)],
        ["alerts"] = [.. Texts.Alerts(data)],
    };

    Item.RefuseDuplicates(parts.Values.SelectMany(items => items));

    var files = parts.ToDictionary(
        part => $"recipes/campaign/{part.Key}.recipe.json",
        part => Recipe.OfItems(part.Key, part.Value));
    files["recipes/saynocampaign.recipe.json"] = Recipe.Campaign(parts.Keys);
    files["recipes/blank.recipe.json"] = Recipe.Blank();

    return new(files, StringComparer.Ordinal);
}
