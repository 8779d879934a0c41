using SayNo.Content.Published;
using SayNo.Content.Translating;

namespace SayNo.Admin.Translating;

/// <summary>The texts of one owner in one language.</summary>
public sealed record MatrixRow
{
    public required string Scope { get; init; }

    /// <summary>BCP 47 tag.</summary>
    public required string Locale { get; init; }

    /// <summary>The texts that there are.</summary>
    public required IReadOnlyList<TranslationState> Texts { get; init; }

    /// <summary>The items that should have a text in the language, and nobody has begun it.</summary>
    public required IReadOnlyList<PublishedItem> Missing { get; init; }

    /// <summary>Whether whoever looks may write here.</summary>
    public required bool IsTheirs { get; init; }

    /// <summary>The text that has been outdated for longest; none if no text is.</summary>
    public TranslationState? Oldest => field ??= Texts.Where(text => text.OutdatedSince is not null).MinBy(text => text.OutdatedSince);

    public bool IsOpen => Missing.Count > 0 || Oldest is not null;

    public int Count(MatrixState state) => state == MatrixState.Missing ? Missing.Count : Texts.Count(text => state.Holds(text));
}
