using SayNo.Content.Fields;
using SayNo.Content.Storage;

namespace SayNo.Content.Publishing;

/// <summary>What must hold of a draft before anybody decides about it.</summary>
internal static class DraftRules
{
    public static Problem Archived { get; } = new("", "This text is in the archive. Take it out first.");

    /// <summary>Why a decision about a version cannot be taken; null if it can.</summary>
    /// <param name="variant">The variant, with its draft.</param>
    /// <param name="versionId">The version that the person has looked at; null if it does not matter.</param>
    public static Problem? Against(Variant variant, string? versionId)
    {
        if (variant.ArchivedAt is not null)
        {
            return Archived;
        }

        if (versionId is null || variant.DraftId == versionId)
        {
            return null;
        }

        return variant.Draft is { } newer
            ? new("", $"The text has changed since you looked at it: {newer.Author} saved version {newer.Number}. Read that one, then decide.")
            : new("", "There is no draft any more: somebody has published it.");
    }
}
