namespace SayNo.Admin.Reviewing;

/// <summary>How much colleagues say about one field, and where. The view <c>_FieldComments</c> shows it.</summary>
public sealed record FieldComments
{
    /// <summary>Name of the field; empty for the text as a whole.</summary>
    public required string Field { get; init; }

    /// <summary>In the editor's language.</summary>
    public required string Label { get; init; }

    /// <summary>How many comments nobody has dealt with.</summary>
    public required int Open { get; init; }

    /// <summary>The address of the screen with the text's comments.</summary>
    public required string CommentsPath { get; init; }

    public required bool MayComment { get; init; }

    /// <summary>Where the screen shows them, or where one is written.</summary>
    public string Path => Open > 0 ? $"{CommentsPath}#{AnchorOf(Field)}" : $"{CommentsPath}?field={Uri.EscapeDataString(Field)}#new";

    public static string AnchorOf(string field) => field.Length == 0 ? "on-text" : $"on-{field}";
}
