using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Content.Sources;

/// <summary>Compares the hashes that a text remembers of its source with what the source says.</summary>
internal static class SourceComparison
{
    private static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>();

    /// <summary>The hashes that a text was made from. One that remembers none, such as an imported one, was made from what was public at that time.</summary>
    /// <param name="text">The text.</param>
    /// <param name="sources">The versions of its source that were ever public.</param>
    public static IReadOnlyDictionary<string, string> MadeFromOf(ContentVersion text, IEnumerable<ContentVersion> sources) =>
        text.MadeFrom is { } madeFrom
            ? MadeFrom.Parse(madeFrom).Hashes
            : PublicAt(text.CreatedAt, sources) is { } source ? SourceHash.Of(ContentValues.Parse(source.Data)) : Nothing;

    /// <summary>The fields of a text whose source says something else now than what the text was made from.</summary>
    public static IReadOnlyList<string> Outdated(ContentVersion text, IReadOnlyDictionary<string, string> then, ContentVersion now)
    {
        var hashes = SourceHash.Of(ContentValues.Parse(now.Data));

        return
        [
            .. ContentValues.Parse(text.Data).All.Select(pair => pair.Key)
                .Where(field => then.GetValueOrDefault(field) != hashes.GetValueOrDefault(field)),
        ];
    }

    /// <summary>
    /// What a text remembers after it was saved: of the fields that were written anew, what the source says now; of the others what it remembered before.
    /// </summary>
    public static MadeFrom AfterSaving(
        ContentValues? before, ContentValues after, IReadOnlyDictionary<string, string> remembered, ContentVersion source)
    {
        var now = SourceHash.Of(ContentValues.Parse(source.Data));
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);

        foreach (var field in now.Keys.Union(remembered.Keys))
        {
            var isKept = before?[field] is { } old && after[field] is { } same && SourceHash.Of(old) == SourceHash.Of(same);

            if ((isKept ? remembered : now).GetValueOrDefault(field) is { } hash)
            {
                hashes[field] = hash;
            }
        }

        return new(source.Id, hashes);
    }

    // A source that was first published with the translation, or a moment later, was public "then" all the same.
    private static ContentVersion? PublicAt(DateTime moment, IEnumerable<ContentVersion> sources)
    {
        var inOrder = sources.Where(source => source.PublishedAt is not null).OrderBy(source => source.PublishedAt).ThenBy(source => source.Number).ToList();

        return inOrder.LastOrDefault(source => source.PublishedAt <= moment) ?? inOrder.FirstOrDefault();
    }
}
