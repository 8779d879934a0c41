using System.Text.Json;
using SayNo.Content.Published;

namespace SayNo.Content;

/// <summary>The languages that a country's page says it has.</summary>
public static class CountryLanguages
{
    private const string Type = "CountryPage";

    /// <summary>The main language first; empty for the campaign, and for a country without a page.</summary>
    public static IReadOnlyList<string> Of(Picture picture, string scope) =>
        Scopes.IsCountry(scope)
        && picture.OfType(Type, scope).FirstOrDefault()?.Neutral?.Values["Languages"] is { ValueKind: JsonValueKind.Array } languages
            ? [.. languages.EnumerateArray().Select(language => language.GetString()).OfType<string>()]
            : [];
}
