namespace SayNo.Content.Translating.Files;

/// <summary>One message of a PO file.</summary>
/// <param name="Context">The <c>msgctxt</c>; null if there is none.</param>
/// <param name="Id">The English text.</param>
/// <param name="PluralId">The English plural; null for a message without plural forms.</param>
/// <param name="Translations">One text, or one per plural form; an empty text is not translated yet.</param>
/// <param name="Line">Where the message starts.</param>
public sealed record PoEntry(string? Context, string Id, string? PluralId, IReadOnlyList<string> Translations, int Line)
{
    /// <summary>True if somebody must look at the translation before it counts.</summary>
    public bool IsFuzzy { get; init; }

    /// <summary>What the program that made the file tells translators.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
