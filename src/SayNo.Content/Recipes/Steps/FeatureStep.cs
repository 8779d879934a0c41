using System.Text.Json.Nodes;

namespace SayNo.Content.Recipes.Steps;

/// <summary>Switches modules on and off, by their names.</summary>
internal sealed class FeatureStep : RecipeStep
{
    public override string Name => "feature";

    public override Task ReadAsync(JsonObject step, RecipeReading reading, CancellationToken ct)
    {
        reading.RefuseOthers(step, "name", "enable", "disable");

        var enabled = reading.Plan.Features.ToHashSet(StringComparer.Ordinal);
        enabled.UnionWith(ModulesIn(step, "enable", reading));
        enabled.ExceptWith(ModulesIn(step, "disable", reading));
        reading.Plan.Features = enabled;

        return Task.CompletedTask;
    }

    private static IEnumerable<string> ModulesIn(JsonObject step, string member, RecipeReading reading)
    {
        foreach (var (node, name) in reading.TextsOf(step, member))
        {
            if (reading.Options.Features is { } known && !known.Contains(name, StringComparer.Ordinal))
            {
                reading.Refuse(node, $"There is no module named {name}. There are: {string.Join(", ", known)}.");
                continue;
            }

            yield return name;
        }
    }
}
