using System.Text.Json.Nodes;

namespace SayNo.Content.Fields.Formats;

/// <summary>What the text of a field must be, where any text will not do.</summary>
public abstract record Format
{
    /// <summary>The name in a recipe's <c>SayNoFieldSettings.Format</c>.</summary>
    public abstract string Name { get; }

    public abstract Control Control { get; }

    /// <summary>What is wrong with the text, as a sentence that starts with the field's label; null if nothing is.</summary>
    /// <param name="label">What editors read beside the field.</param>
    /// <param name="text">The text, never empty.</param>
    /// <param name="scope">The scope of the item.</param>
    public abstract Sentence? Problem(string label, string text, string scope);

    /// <summary>The text as it is stored: without the spaces and signs that people write for their eyes.</summary>
    public virtual string Normalize(string text) => text.Trim();

    /// <summary>Adds what JSON Schema can say of the format.</summary>
    public virtual void Describe(JsonObject schema)
    {
    }
}
