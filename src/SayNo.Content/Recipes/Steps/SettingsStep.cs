using System.Text.Json.Nodes;
using SayNo.Content.Fields.Formats;

namespace SayNo.Content.Recipes.Steps;

/// <summary>Sets settings of the site, each as a whole.</summary>
internal sealed class SettingsStep : RecipeStep
{
    private static readonly HashSet<string> Secrets = new(StringComparer.OrdinalIgnoreCase) { "SiteSalt", "SuperUser" };

    public override string Name => "settings";

    public override Task ReadAsync(JsonObject step, RecipeReading reading, CancellationToken ct)
    {
        foreach (var (name, value) in step.Where(member => member.Key != "name"))
        {
            if (value is not JsonObject setting)
            {
                reading.Refuse(step, name, Secrets.Contains(name)
                    ? $"{name} belongs to one Orchard Core site and is not taken over. Please remove it."
                    : "A setting is an object of named values.");
                continue;
            }

            Check(name, setting, reading);
            reading.Plan.Settings[name] = (JsonObject)setting.DeepClone();
        }

        return Task.CompletedTask;
    }

    private static void Check(string name, JsonObject setting, RecipeReading reading)
    {
        switch (name)
        {
            case "LocalizationSettings":
                CheckLocale(setting, "DefaultCulture", reading);
                CheckLocales(setting, "SupportedCultures", reading);
                break;
            case "SayNoLocalizationSettings":
                reading.RefuseOthers(setting, "Fallbacks");

                if (reading.ObjectOf(setting, "Fallbacks") is { } chains)
                {
                    foreach (var locale in chains.Select(chain => chain.Key).ToList())
                    {
                        RefuseUnlessTag(locale, chains[locale] ?? chains, reading);
                        CheckLocales(chains, locale, reading);
                    }
                }

                break;
        }
    }

    private static void CheckLocale(JsonObject setting, string member, RecipeReading reading)
    {
        if (reading.TextOf(setting, member) is { } tag)
        {
            RefuseUnlessTag(tag, setting[member] ?? setting, reading);
        }
    }

    private static void CheckLocales(JsonObject setting, string member, RecipeReading reading)
    {
        foreach (var (node, tag) in reading.TextsOf(setting, member))
        {
            RefuseUnlessTag(tag, node, reading);
        }
    }

    private static void RefuseUnlessTag(string tag, JsonNode place, RecipeReading reading)
    {
        if (!LanguageFormat.IsTag(tag))
        {
            reading.Refuse(place, $"\"{tag}\" is no language tag. Write it as in de, de-AT or sr-Latn.");
        }
    }
}
