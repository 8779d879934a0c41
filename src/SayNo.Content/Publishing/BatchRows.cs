namespace SayNo.Content.Publishing;

/// <summary>An item as a batch wants it to be.</summary>
public sealed record BatchItem
{
    public required string Id { get; init; }

    public required string Type { get; init; }

    public required string Scope { get; init; }

    public required string Slug { get; init; }

    public int Order { get; init; }

    /// <summary>For an override: the id of the campaign's item that it replaces in its scope.</summary>
    public string? OverrideOf { get; init; }

    /// <summary>Now, if none is given. An item that exists keeps its own.</summary>
    public DateTime? CreatedAt { get; init; }
}

/// <summary>What a variant shall say, in public or in its draft.</summary>
public sealed record BatchVersion
{
    public required string ItemId { get; init; }

    /// <summary>BCP 47 tag, or empty for the neutral variant.</summary>
    public required string Locale { get; init; }

    public required ContentValues Values { get; init; }

    /// <summary>True: what the public sees. False: the draft beside it.</summary>
    public required bool IsPublished { get; init; }

    public bool IsReviewed { get; init; } = true;

    /// <summary>The id of a new variant; one that exists keeps its own.</summary>
    public string? VariantId { get; init; }

    /// <summary>The id of a new version, unless another version has it already.</summary>
    public string? VersionId { get; init; }

    /// <summary>Whoever commits the batch, if none is given.</summary>
    public string? Author { get; init; }

    public string? Comment { get; init; }

    /// <summary>Now, if none is given.</summary>
    public DateTime? CreatedAt { get; init; }

    /// <summary>Now, if none is given.</summary>
    public DateTime? PublishedAt { get; init; }
}

/// <summary>One reason why a batch was refused.</summary>
/// <param name="ItemId">Empty if it is about a content type or the settings.</param>
/// <param name="Locale">BCP 47 tag; empty for the neutral variant, and if it is about the item.</param>
/// <param name="Field">Name of the field; empty if it is about the item.</param>
/// <param name="Sentence">What is wrong and what to do.</param>
public sealed record BatchProblem(string ItemId, string Locale, string Field, string Sentence);

/// <summary>What became of a batch.</summary>
/// <param name="Problems">Why nothing of it was applied; empty if all of it was.</param>
/// <param name="Items">How many items were created or altered.</param>
/// <param name="Versions">How many versions were written.</param>
/// <param name="Changes">How many rows the change log got.</param>
/// <param name="Sequence">The number of the last row of the change log.</param>
public sealed record BatchResult(IReadOnlyList<BatchProblem> Problems, int Items, int Versions, int Changes, long Sequence)
{
    public bool IsApplied => Problems.Count == 0;
}

/// <summary>How far a batch has come.</summary>
public sealed record BatchProgress(int Done, int Total);
