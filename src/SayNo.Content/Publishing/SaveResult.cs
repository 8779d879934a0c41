using SayNo.Content.Fields;
using SayNo.Content.Storage;

namespace SayNo.Content.Publishing;

/// <summary>What became of saving a draft.</summary>
public sealed record SaveResult
{
    private SaveResult()
    {
    }

    /// <summary>The draft as it is stored now; none if it was not saved.</summary>
    public ContentVersion? Version { get; private init; }

    /// <summary>False if the texts said the same already, so that no version was made.</summary>
    public bool IsNew { get; private init; }

    /// <summary>If it was saved: what still stands in the way of publishing. Else: why it was not.</summary>
    public IReadOnlyList<Problem> Problems { get; private init; } = [];

    /// <summary>Somebody else saved first; both texts are here, and neither is lost.</summary>
    public SaveConflict? Conflict { get; private init; }

    public bool IsSaved => Version is not null;

    internal static SaveResult Refused(IReadOnlyList<Problem> problems) => new() { Problems = problems };

    internal static SaveResult Conflicting(ContentVersion? theirs, ContentValues yours) => new() { Conflict = new(theirs, yours) };

    internal static SaveResult Saved(ContentVersion version, bool isNew, IReadOnlyList<Problem> problems) =>
        new() { Version = version, IsNew = isNew, Problems = problems };
}

/// <summary>Two texts for one variant.</summary>
/// <param name="Theirs">What is stored; none if it was taken away.</param>
/// <param name="Yours">What was to be saved.</param>
public sealed record SaveConflict(ContentVersion? Theirs, ContentValues Yours);

/// <summary>What became of creating an item.</summary>
/// <param name="Item">The item; none if it was refused.</param>
/// <param name="Problems">Why it was refused.</param>
public sealed record CreateResult(ContentItem? Item, IReadOnlyList<Problem> Problems)
{
    public bool IsCreated => Item is not null;

    internal static CreateResult Refused(Sentence sentence) => new(null, [new Problem("", sentence)]);
}
