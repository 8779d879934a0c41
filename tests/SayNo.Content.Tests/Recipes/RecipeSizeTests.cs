using System.Diagnostics;
using System.Text;
using SayNo.Content.Storage;

namespace SayNo.Content.Tests.Recipes;

/// <summary>These measure the memory of the whole process, so nothing else may run beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Alone";
}

[Collection(Alone.Name)]
public sealed class RecipeSizeTests() : OnEmptySite(DatabaseKind.Sqlite)
{
    [Fact]
    public async Task A_hundred_megabytes_of_nesting_are_refused_at_once()
    {
        var file = Site.Folder.File("deep.recipe.json");
        await File.WriteAllBytesAsync(file, Encoding.ASCII.GetBytes("{\"steps\":" + new string('[', 100 * 1024 * 1024)));
        GC.Collect();
        var before = GC.GetTotalAllocatedBytes();
        var watch = Stopwatch.StartNew();

        var problem = Assert.Single((await RunAsync(file)).Problems);

        Assert.Contains("nested deeper than 64 levels", problem.Sentence, StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"It took {watch.Elapsed}.");
        Assert.True(GC.GetTotalAllocatedBytes() - before < 150L * 1024 * 1024, "It took more memory than the file itself.");
    }

    [Fact]
    public async Task A_hundred_megabytes_of_empty_lists_are_refused_before_anything_is_built_of_them()
    {
        var file = Site.Folder.File("wide.recipe.json");
        await File.WriteAllBytesAsync(file, Encoding.ASCII.GetBytes("{\"steps\":[" + string.Concat(Enumerable.Repeat("[[]],", 20 * 1024 * 1024)) + "]}"));
        GC.Collect();
        var before = GC.GetTotalAllocatedBytes();

        var problem = Assert.Single((await RunAsync(file)).Problems);

        Assert.Contains("values", problem.Sentence, StringComparison.Ordinal);
        Assert.True(GC.GetTotalAllocatedBytes() - before < 150L * 1024 * 1024, "It took more memory than the file itself.");
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_not_even_read()
    {
        var file = Site.Folder.File("large.recipe.json");
        await using (var stream = File.Create(file))
        {
            stream.SetLength(300L * 1024 * 1024);
        }

        Assert.Contains("larger than 256 MB", Assert.Single((await RunAsync(file)).Problems).Sentence, StringComparison.Ordinal);
    }
}
