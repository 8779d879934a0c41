using System.Text.Json.Nodes;

namespace SayNo.Content.Fields.Formats;

/// <summary>One of a few words.</summary>
/// <param name="Choices">The words, in the order of the form.</param>
public sealed record ChoiceFormat(IReadOnlyList<string> Choices) : Format
{
    public override string Name => "choice";

    public override Control Control => Control.Choice;

    public override Sentence? Problem(string label, string text, string scope) =>
        Choices.Contains(text) ? null : (Sentence)$"{label} must be one of: {string.Join(", ", Choices)}. \"{text}\" is none of them.";

    public override void Describe(JsonObject schema) => schema["enum"] = new JsonArray([.. Choices.Select(choice => JsonValue.Create(choice))]);
}
