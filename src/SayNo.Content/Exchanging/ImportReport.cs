using SayNo.Content.Recipes;

namespace SayNo.Content.Exchanging;

/// <summary>A file to import: a recipe of one owner's items. It is opened once to look at it and once to bring it in.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Length">In bytes, when it is unpacked.</param>
/// <param name="Open">Opens it at its beginning.</param>
public sealed record ImportFile(string Name, long Length, Func<Stream> Open);

/// <summary>What an import would do, or what it did.</summary>
public sealed record ImportReport
{
    /// <summary>More than anybody reads; the rest is counted.</summary>
    public const int MostItems = 500;

    /// <summary>Whose items: <c>EU</c> or a country.</summary>
    public required string Scope { get; init; }

    public int NewItems { get; init; }

    public int ChangedItems { get; init; }

    public int SameItems { get; init; }

    /// <summary>How many drafts it writes.</summary>
    public int Texts { get; init; }

    /// <summary>The items that are new or change, in the order of the file; at most <see cref="MostItems"/>.</summary>
    public required IReadOnlyList<ImportedItem> Items { get; init; }

    /// <summary>Why nothing of it is brought in; empty if it can be.</summary>
    public required IReadOnlyList<RecipeProblem> Problems { get; init; }

    /// <summary>How many there are; more than are listed if the file is wrong nearly everywhere.</summary>
    public int ProblemCount { get; init; }

    /// <summary>Says in short what the file would do to what is stored; another one means that somebody saved something meanwhile.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>True if it is done.</summary>
    public bool IsApplied { get; init; }

    /// <summary>True if nothing was done because what is stored is no longer what the person looked at.</summary>
    public bool IsStale { get; init; }

    public bool IsRefused => ProblemCount > 0;

    public bool ChangesNothing => Texts == 0 && NewItems == 0;
}

/// <summary>One item of an import.</summary>
public sealed record ImportedItem
{
    public required string Id { get; init; }

    public required string Type { get; init; }

    /// <summary>Its address: an item that is there keeps the one it has.</summary>
    public required string Slug { get; init; }

    public required bool IsNew { get; init; }

    /// <summary>True if the file has another address or another place in the list for it, neither of which an import changes.</summary>
    public bool Stays { get; init; }

    /// <summary>The texts that get a new draft.</summary>
    public required IReadOnlyList<ImportedText> Texts { get; init; }
}

/// <summary>One text of an import: what stands there, and what its new draft says.</summary>
/// <param name="Locale">BCP 47 tag, or empty for the values that all languages share.</param>
/// <param name="Before">None if there is no text yet.</param>
/// <param name="After">What the file says.</param>
public sealed record ImportedText(string Locale, ContentValues? Before, ContentValues After);
