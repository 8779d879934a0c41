using System.Diagnostics;

namespace SayNo.Architecture.Tests;

public sealed class RecipeScriptTests
{
    [Fact]
    public async Task The_recipes_are_what_the_script_makes_of_the_data()
    {
        var start = new ProcessStartInfo("dotnet", ["run", "scripts/make-recipe.cs", "--", "--check"])
        {
            WorkingDirectory = House.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;

        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();

        Assert.True(process.ExitCode == 0, $"Run: dotnet run scripts/make-recipe.cs{Environment.NewLine}{string.Concat(said)}");
    }
}
