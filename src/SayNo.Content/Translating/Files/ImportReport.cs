using SayNo.Content.Fields;

namespace SayNo.Content.Translating.Files;

/// <summary>What a file that came back does, or would do.</summary>
public sealed record ImportReport
{
    /// <summary>Why the file was refused whole; null if it was not.</summary>
    public Sentence? Refusal { get; init; }

    /// <summary>The line of the file that the refusal is about; 0 if it is about all of it.</summary>
    public int Line { get; init; }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<UnitReport> Units { get; init; } = [];

    /// <summary>How many drafts were saved, or would be.</summary>
    public int Drafts { get; init; }

    public bool IsRefused => Refusal is not null;

    public int Count(UnitOutcome outcome) => Units.Count(unit => unit.Outcome == outcome);
}

/// <summary>What became of one segment of a file.</summary>
public sealed record UnitReport
{
    /// <summary>The item; empty if nobody knows.</summary>
    public string ItemId { get; init; } = "";

    public string Type { get; init; } = "";

    public string Slug { get; init; } = "";

    public string Field { get; init; } = "";

    /// <summary>The line of the file.</summary>
    public required int Line { get; init; }

    public required string Source { get; init; }

    public required string Text { get; init; }

    public required UnitOutcome Outcome { get; init; }

    /// <summary>Why it was not taken, or what is to be looked at; null if there is nothing to say.</summary>
    public Sentence? Why { get; init; }
}

/// <summary>What became of one segment.</summary>
public enum UnitOutcome
{
    /// <summary>It was taken, and is up to date.</summary>
    Taken = 1,

    /// <summary>It was taken as a translation of what the source said when the file was made, and is outdated.</summary>
    TakenAsOutdated = 2,

    /// <summary>It is the same text, and the translator says that it is still right.</summary>
    Confirmed = 3,

    /// <summary>It says what is there already.</summary>
    Same = 4,

    /// <summary>The translator has not done it yet.</summary>
    Unfinished = 5,

    /// <summary>What is there is newer, and stays.</summary>
    Kept = 6,

    /// <summary>It cannot be taken.</summary>
    Refused = 7,
}
