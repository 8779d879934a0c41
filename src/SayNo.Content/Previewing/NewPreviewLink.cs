using SayNo.Content.Fields;
using SayNo.Content.Storage;

namespace SayNo.Content.Previewing;

/// <summary>A preview link to make.</summary>
public sealed record NewPreviewLink
{
    public required string ItemId { get; init; }

    /// <summary>BCP 47 tag, or empty for the neutral variant.</summary>
    public required string Locale { get; init; }

    /// <summary>The release that is to be shown as a whole; the item and the locale are then those of one of its texts.</summary>
    public string? ReleaseId { get; init; }

    /// <summary>The public page that it opens first, such as <c>/at/de</c>.</summary>
    public required string Path { get; init; }

    /// <summary>How long it works.</summary>
    public required TimeSpan Lasts { get; init; }
}

/// <summary>What became of making or revoking a preview link.</summary>
/// <param name="Link">The link as it is now; none if nothing was done.</param>
/// <param name="Token">The secret of its address, known at this moment only; none if no link was made.</param>
/// <param name="Problems">Why nothing was done.</param>
public sealed record PreviewLinkResult(PreviewLink? Link, string? Token, IReadOnlyList<Problem> Problems)
{
    public bool IsDone => Link is not null;

    internal static PreviewLinkResult Refused(Sentence sentence) => new(null, null, [new Problem("", sentence)]);
}

/// <summary>A preview that somebody may see because they know its token; only <see cref="PreviewLinks"/> can make one.</summary>
public sealed class OpenedPreview
{
    internal OpenedPreview(PreviewLink link) => Link = link;

    public PreviewLink Link { get; }
}
