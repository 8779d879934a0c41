using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SayNo.Content.Fields.Formats;

/// <summary>A country code (ISO 3166-1 alpha-2, with XK for Kosovo*), or <c>EU</c> for all countries.</summary>
public sealed partial record CountryFormat : Format
{
    public override string Name => "country";

    public override Control Control => Control.Country;

    public override Sentence? Problem(string label, string text, string scope) =>
        Code().IsMatch(text) && text is not ("UK" or "EL")
            ? null
            : (Sentence)$"{label} must be a country code of two capital letters, such as AT, GB or GR, or EU for all countries. \"{text}\" is none.";

    public override void Describe(JsonObject schema) => schema["pattern"] = "^[A-Z]{2}$";

    [GeneratedRegex("^[A-Z]{2}$")]
    private static partial Regex Code();
}
