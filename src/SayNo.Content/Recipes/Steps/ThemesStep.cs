using System.Text.Json.Nodes;

namespace SayNo.Content.Recipes.Steps;

/// <summary>Chooses the themes of the public site and of the admin.</summary>
internal sealed class ThemesStep : RecipeStep
{
    public override string Name => "themes";

    public override Task ReadAsync(JsonObject step, RecipeReading reading, CancellationToken ct)
    {
        reading.RefuseOthers(step, "name", "site", "admin");

        foreach (var member in new[] { "site", "admin" })
        {
            if (reading.TextOf(step, member) is not { } theme)
            {
                continue;
            }

            if (reading.Options.Themes is { } known && !known.Contains(theme, StringComparer.Ordinal))
            {
                reading.Refuse(step, member, $"There is no theme named {theme}. There are: {string.Join(", ", known)}.");
                continue;
            }

            reading.Plan.Themes[member] = theme;
        }

        return Task.CompletedTask;
    }
}
