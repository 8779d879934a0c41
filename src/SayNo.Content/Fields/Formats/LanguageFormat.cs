using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SayNo.Content.Fields.Formats;

/// <summary>A language tag (BCP 47, RFC 5646) in its canonical case: <c>de</c>, <c>de-AT</c>, <c>sr-Latn</c>.</summary>
public sealed partial record LanguageFormat : Format
{
    public override string Name => "language";

    public override Control Control => Control.Language;

    public override Sentence? Problem(string label, string text, string scope) =>
        IsTag(text) ? null : (Sentence)$"{label} must be a language tag such as de, de-AT or sr-Latn. \"{text}\" is none.";

    /// <summary>Whether the text is a tag of language, script and region in canonical case.</summary>
    public static bool IsTag(string text) => Tag().IsMatch(text) && text is not ("no" or "sh" or "iw" or "in" or "ji");

    public override void Describe(JsonObject schema) => schema["pattern"] = "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$";

    [GeneratedRegex("^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$")]
    private static partial Regex Tag();
}
