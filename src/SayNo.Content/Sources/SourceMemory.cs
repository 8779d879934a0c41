using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Content.Translating;

namespace SayNo.Content.Sources;

/// <summary>Says what a new version of a text is to remember of its source.</summary>
internal static class SourceMemory
{
    /// <summary>Of a text that was saved as a whole.</summary>
    /// <param name="before">The version before it; null for the first.</param>
    /// <param name="values">What it says.</param>
    /// <param name="past">What its source has said, up to the version that stood beside it; null if it is made from no other.</param>
    public static MadeFrom? AfterSaving(ContentVersion? before, ContentValues values, SourcePast? past)
    {
        var (old, now) = (SegmentedVersion.Of(before), new SegmentedVersion(values));

        if (past is not { Now: { } source })
        {
            return before?.MadeFrom is { } remembered ? Follow(MadeFrom.Parse(remembered), old, now) : null;
        }

        return new(source.Id, now.Fields.ToDictionary(
            field => field,
            field => before is null || old[field].Segments.Count == 0
                ? Rewriting.First(past[source][field], now[field])
                : Rewriting.Of(FieldPairs.Of(field, past[source][field], old[field], past.MadeFromOf(before, field, old[field].Segments.Count), past), now[field]),
            StringComparer.Ordinal));
    }

    /// <summary>Of a text that is still right as it is.</summary>
    /// <param name="pairs">The text beside its source.</param>
    /// <param name="keys">The pairs that are; null for all.</param>
    public static MadeFrom AfterConfirming(PairedText pairs, IReadOnlyCollection<string>? keys)
    {
        // What the text remembers changes with it, and the one before stays as it is.
        var again = PairedText.Of(pairs.Source, pairs.Target, pairs.Past, pairs.IsPublic);

        return new(pairs.Source.Id, again.Fields.Where(field => field.Target.Segments.Count > 0)
            .ToDictionary(field => field.Memory.Field, field => AfterConfirming(field, keys), StringComparer.Ordinal));
    }

    /// <summary>Of an older version that comes back: what it was made from, be it that it never said so.</summary>
    public static MadeFrom? OfVersion(ContentVersion version, SourcePast past)
    {
        var text = SegmentedVersion.Of(version);

        return version.MadeFrom is { } remembered ? MadeFrom.Parse(remembered)
            : past.PublicAt(version.CreatedAt) is { } source
                ? new(source.Id, text.Fields.ToDictionary(field => field, field => past.MadeFromOf(version, field, text[field].Segments.Count)))
                : null;
    }

    /// <summary>Of a copy of a public text.</summary>
    public static MadeFrom OfCopy(ContentVersion source)
    {
        var text = SegmentedVersion.Of(source);

        return new(source.Id, text.Fields.ToDictionary(field => field, field => Rewriting.First(text[field], text[field])));
    }

    private static MadeFromField AfterConfirming(FieldPairs field, IReadOnlyCollection<string>? keys)
    {
        if (keys is null)
        {
            field.Memory.AcceptAll();

            return field.Memory.Remember();
        }

        foreach (var pair in field.All(isPublic: true).Where(pair => keys.Contains(pair.Key)).ToList())
        {
            if (pair.Source is { } source)
            {
                field.Memory.Accept(source.Index);
            }
            else if (pair.Entry is { } gone)
            {
                field.Memory.Drop(gone);
            }
        }

        return field.Memory.Remember();
    }

    /// <summary>Of a text that is written anew without its source in sight: each part was made from what the part before it was.</summary>
    public static MadeFrom Follow(MadeFrom madeFrom, SegmentedVersion old, SegmentedVersion now) => madeFrom with
    {
        Fields = madeFrom.Fields?.Where(pair => now[pair.Key].Segments.Count > 0)
            .ToDictionary(pair => pair.Key, pair => Rewriting.Follow(pair.Value, old[pair.Key], now[pair.Key]), StringComparer.Ordinal),
    };
}
