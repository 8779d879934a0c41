using SayNo.Content.Publishing;
using SayNo.Content.Sources;
using SayNo.Content.Storage;
using SayNo.Content.Translating;

namespace SayNo.Content.Tests.Translating;

/// <summary>One text, its sources in two languages and what editors do to them, without a database: what the verbs ask of the engine's rules.</summary>
internal sealed class TranslationDesk
{
    private readonly Dictionary<string, List<ContentVersion>> _versions = new() { ["en"] = [], ["fr"] = [], ["de"] = [] };
    private readonly Dictionary<string, ContentVersion?> _public = new() { ["en"] = null, ["fr"] = null };
    private DateTime _now = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The first language of the country.</summary>
    public string First { get; set; } = "en";

    public IReadOnlyList<ContentVersion> Versions(string locale) => _versions[locale];

    public ContentVersion? Newest(string locale) => _versions[locale].LastOrDefault();

    public ContentVersion? Public(string locale) => _public[locale];

    public bool IsOutdated => Newest("de") is { } text && _public[First] is not null && Past(null).OutdatedSince(text) is not null;

    public PairedText? Pairs(string? sourceId) => Past(sourceId) is { Now: { } source } past
        ? PairedText.Of(source, Newest("de"), past, _public[First] is not null)
        : null;

    public ContentVersion SaveSource(string locale, string body, bool isMinor)
    {
        var before = Newest(locale);
        var values = ContentValues.Parse(OneField.Json(body));
        var minor = _versions[locale].Where(version => version.Replaces is not null);

        return Add(locale, values, null, before is null ? null
            : MinorEdit.Between(SegmentedVersion.Of(before), new(values), isMinor, new(minor, before))?.ToString());
    }

    public ContentVersion Restore(string locale, ContentVersion version) => Add(locale, ContentValues.Parse(version.Data), null, null);

    public void Publish(string locale)
    {
        if (Newest(locale) is { } version)
        {
            version.PublishedAt ??= _now;
            _public[locale] = version;
        }
    }

    public void Unpublish(string locale) => _public[locale] = null;

    /// <summary>Writes a segment beside a version of the source, as the screen and the import of a file do.</summary>
    public void Translate(PairedText pairs, string key, string text)
    {
        var composed = ComposedText.Of(pairs, new Dictionary<string, string> { [key] = text }, []);

        if (composed.IsChanged)
        {
            Add("de", composed.Values, composed.MadeFrom, null);
        }
    }

    /// <summary>Saves the whole text from the form of fields.</summary>
    public void SaveWhole(string body)
    {
        var values = ContentValues.Parse(OneField.Json(body));
        Add("de", values, SourceMemory.AfterSaving(Newest("de"), values, Past(null)), null);
    }

    public void Confirm(IReadOnlyCollection<string>? keys)
    {
        if (Newest("de") is { } text && _public[First] is not null && Pairs(null) is { } pairs)
        {
            Add("de", ContentValues.Parse(text.Data), SourceMemory.AfterConfirming(pairs, keys), null);
        }
    }

    public void RestoreText(ContentVersion version) => Add("de", ContentValues.Parse(version.Data), SourceMemory.OfVersion(version, Past(null)), null);

    private SourcePast Past(string? sourceId)
    {
        var all = _versions[First];

        return new(
            all.Where(version => version.PublishedAt is not null || version.Replaces is not null || version.Id == sourceId || version == all[^1]),
            all.Find(version => version.Id == sourceId) ?? _public[First] ?? all.LastOrDefault());
    }

    private ContentVersion Add(string locale, ContentValues values, MadeFrom? madeFrom, string? replaces)
    {
        var version = new ContentVersion
        {
            Id = $"{locale}{_versions[locale].Count + 1}",
            VariantId = locale,
            Number = _versions[locale].Count + 1,
            Data = values.ToString(),
            Author = "",
            MadeFrom = madeFrom?.ToString(),
            Replaces = replaces,
            CreatedAt = _now = _now.AddMinutes(1),
        };
        _versions[locale].Add(version);

        return version;
    }
}

/// <summary>A text of one field.</summary>
internal static class OneField
{
    public static string Json(string body) => $$"""{ "Body": {{System.Text.Json.JsonSerializer.Serialize(body)}} }""";

    public static string[] Blocks(ContentVersion? version) =>
        version is null ? [] : [.. SegmentedVersion.Of(version)["Body"].Segments.Select(segment => segment.Text)];
}
