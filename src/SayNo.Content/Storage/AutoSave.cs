namespace SayNo.Content.Storage;

/// <summary>What an editor has typed and not saved yet: a net under a lost session or a dead battery, and no version.</summary>
public sealed class AutoSave
{
    public required string EditorId { get; init; }

    public required string ItemId { get; init; }

    /// <summary>BCP 47 tag, or empty for the neutral variant.</summary>
    public required string Locale { get; init; }

    /// <summary>The version that the editor began with; null if there was none.</summary>
    public string? BasedOn { get; set; }

    /// <summary>The form as it was typed, right or wrong: a JSON object of input name to list of texts.</summary>
    public required string Form { get; set; }

    public required DateTime SavedAt { get; set; }
}
