using System.Text.Json.Nodes;
using SayNo.Content;

namespace SayNo.Web.Pages;

/// <summary>The neutral sites that "leave this site" may lead to.</summary>
public static class ExitTargets
{
    private const string WithoutSettings = "https://www.wikipedia.org/";

    /// <summary>The first of the allowed ones.</summary>
    public static string Default(SiteSettings settings) => Allowed(settings).First();

    /// <summary>The wanted one if it is allowed, else the first of the allowed ones.</summary>
    public static string Choose(SiteSettings settings, string? wanted) =>
        Allowed(settings).FirstOrDefault(target => target == wanted) ?? Default(settings);

    /// <summary>The neutral sites of the settings; at least one.</summary>
    public static IEnumerable<string> Allowed(SiteSettings settings) =>
        ((settings.All.GetValueOrDefault("SayNoCampaignSettings") as JsonObject)?["ExitTargets"] as JsonArray)?
            .Select(target => (string?)target)
            .OfType<string>()
            .Where(target => target.StartsWith("https://", StringComparison.Ordinal))
            .DefaultIfEmpty(WithoutSettings)
        ?? [WithoutSettings];
}
