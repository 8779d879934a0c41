using Microsoft.EntityFrameworkCore;
using SayNo.Content.Recipes;
using SayNo.Content.Storage;

namespace SayNo.Content.Tests.Recipes;

public sealed class RecipeFileTests() : OnEmptySite(DatabaseKind.Sqlite)
{
    [Fact]
    public async Task Comments_trailing_commas_and_step_names_in_any_case_are_allowed()
    {
        var file = await FileAsync("a.recipe.json", """
            // A comment
            { "name": "a", "steps": [ { "name": "SETTINGS", "LocalizationSettings": { "DefaultCulture": "en", }, }, /* another */ ], }
            """);

        Assert.Empty((await RunAsync(file)).Problems);
        Assert.Contains("LocalizationSettings", await ExportAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_JSON_is_refused_with_its_line()
    {
        var problem = await RefusedAsync("{ \"name\": \"a\",\n  \"steps\": [ oops ] }");

        Assert.Equal(2, problem.Line);
        Assert.StartsWith("This is not JSON, at character", problem.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_that_is_there_twice_is_refused_with_its_path()
    {
        var problem = await RefusedAsync("{ \"name\": \"a\",\n\"steps\": [],\n\"name\": \"b\" }");

        Assert.Equal(("$.name", 3), (problem.Path, problem.Line));
    }

    [Fact]
    public async Task A_file_that_is_no_UTF8_is_refused_with_its_line()
    {
        var file = Site.Folder.File("a.recipe.json");
        await File.WriteAllBytesAsync(file, [.. "{ \"name\": \"a\",\n \"author\": \""u8, 0xE9, .. "\", \"steps\": [] }"u8]);

        var problem = Assert.Single((await RunAsync(file)).Problems);

        Assert.Equal(2, problem.Line);
        Assert.Contains("not valid UTF-8", problem.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_and_a_folder_are_refused()
    {
        Assert.Contains("no such file", Assert.Single((await RunAsync(Site.Folder.File("none.json"))).Problems).Sentence, StringComparison.Ordinal);
        Assert.Contains("cannot be read", Assert.Single((await RunAsync(Site.Folder.Path)).Problems).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recipes_that_include_each_other_are_refused_with_the_chain()
    {
        var file = await FileAsync("a.recipe.json", Including("a", "b"));
        await FileAsync("parts/b.recipe.json", Including("b", "c"));
        var last = await FileAsync("parts/c.recipe.json", Including("c", "a"));

        var problem = Assert.Single((await RunAsync(file, new RecipeOptions { Folders = [Site.Folder.Path] })).Problems);

        Assert.Equal((last, "$.steps[0].Values[0].name"), (problem.File, problem.Path));
        Assert.Equal("The recipes include each other: a → b → c → a.", problem.Sentence);
    }

    [Fact]
    public async Task Two_recipes_of_one_name_are_a_question_for_the_author()
    {
        var file = await FileAsync("a.recipe.json", Including("a", "b"));
        await FileAsync("one/b.recipe.json", Including("b"));
        await FileAsync("two/b.recipe.json", Including("b"));

        Assert.Contains("Several recipes are named b", Assert.Single((await RunAsync(file)).Problems).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_steps_can_be_left_out_and_known_names_are_asked_for()
    {
        var file = await FileAsync("a.recipe.json", """
            { "name": "a", "steps": [ { "name": "Queries" }, { "name": "feature", "enable": [ "Campaign", "Shop" ] } ] }
            """);

        var result = await RunAsync(file, new RecipeOptions { SkipUnknownSteps = true, Features = ["Campaign", "Accounts"] });

        Assert.Equal("There is no module named Shop. There are: Campaign, Accounts.", Assert.Single(result.Problems).Sentence);
    }

    [Fact]
    public async Task A_cancelled_run_leaves_nothing_behind()
    {
        using var cancel = new CancellationTokenSource();
        var progress = new Cancelling(cancel);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Site.WithAsync<RecipeRunner, RecipeResult>(
            runner => runner.RunAsync(Campaign, new RecipeOptions { Folders = [Shipped] }, "campaign", progress, cancel.Token)));

        Assert.True(progress.WasWriting);
        Assert.Equal(0, await Site.WithAsync<CmsDb, int>(db => db.Items.CountAsync()));
        Assert.Equal(0, await Site.WithAsync<CmsDb, int>(db => db.Types.CountAsync()));
        Assert.Equal(0, await Site.WithAsync<CmsDb, int>(db => db.SetUpSteps.CountAsync()));
    }

    private async Task<RecipeProblem> RefusedAsync(string text) =>
        Assert.Single((await RunAsync(await FileAsync("a.recipe.json", text))).Problems);

    private static string Including(string name, params string[] others) =>
        $$"""{ "name": "{{name}}", "steps": [ { "name": "recipes", "Values": [ {{string.Join(',', others.Select(other => $$"""{ "name": "{{other}}" }"""))}} ] } ] }""";

    /// <summary>Cancels in the middle of writing.</summary>
    private sealed class Cancelling(CancellationTokenSource cancel) : IProgress<RecipeProgress>
    {
        public bool WasWriting { get; private set; }

        public void Report(RecipeProgress value)
        {
            if (value.What == "Writing items" && value.Done < value.Total)
            {
                WasWriting = true;
                cancel.Cancel();
            }
        }
    }
}
