using Microsoft.EntityFrameworkCore;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Content.Translating;

namespace SayNo.Content.Sources;

/// <summary>Tells what translations and countries' own wordings were made from, and which of them the source has left behind.</summary>
public sealed class SourceTexts(CmsDb db, PublishedContent published, Origins origins, Rights rights)
{
    /// <summary>The source of a text that is there or could be written; none if it is made from no other.</summary>
    public async Task<SourceText?> OfAsync(string itemId, string locale, Editor by, CancellationToken ct)
    {
        if (await OneItem.ReadAsync(db, itemId, locale, ct) is not { } item)
        {
            return null;
        }

        rights.Demand(by, Right.Read, item.Scope, locale);

        if (await origins.FindAsync(item, locale, ct) is not { } origin)
        {
            return null;
        }

        var past = await origins.PastAsync(origin, null, ct);

        return new()
        {
            Kind = origin.Place.Kind,
            ItemId = origin.Place.ItemId,
            Locale = origin.Place.Locale,
            Now = origin.Variant.Published,
            Fields = FieldsOf(item.Variants.SingleOrDefault()?.Newest, origin.Variant, past),
        };
    }

    /// <summary>All outdated texts of a scope, by type, slug and locale. It costs two SQL commands, however many there are.</summary>
    public async Task<IReadOnlyList<OutdatedText>> OutdatedAsync(string scope, Editor by, CancellationToken ct)
    {
        rights.Demand(by, Right.Read, scope, Variant.Neutral);
        var rule = new SourceRule(published.Public, scope);
        var texts = await TextsAsync(scope, ct);
        var sources = await SourcesAsync(scope, rule.Locales, ct);
        var places = texts.Select(text => (text.ItemId, text.Locale)).Concat(sources.Keys).ToHashSet();
        var originals = texts.Select(text => text.OverrideOf).OfType<string>().ToHashSet(StringComparer.Ordinal);

        return
        [
            .. texts.Select(text => Outdated(text, rule, sources, (itemId, locale) => originals.Contains(itemId)
                    ? sources.GetValueOrDefault((itemId, locale))?.Now is not null
                    : places.Contains((itemId, locale))))
                .OfType<OutdatedText>()
                .OrderBy(text => text.Type, StringComparer.Ordinal).ThenBy(text => text.Slug, StringComparer.Ordinal)
                .ThenBy(text => text.Locale, StringComparer.Ordinal),
        ];
    }

    /// <summary>How many texts are made from this one: its translations, and the own wordings that countries have of it.</summary>
    public async Task<int> MadeFromAsync(string itemId, string locale, Editor by, CancellationToken ct)
    {
        if (await db.Items.AsNoTracking().SingleOrDefaultAsync(one => one.Id == itemId, ct) is not { } item)
        {
            return 0;
        }

        rights.Demand(by, Right.Read, item.Scope, locale);
        var rule = new SourceRule(published.Public, item.Scope);
        var texts = await db.Variants.AsNoTracking()
            .Where(variant => variant.ArchivedAt == null && (variant.DraftId != null || variant.PublishedId != null))
            .Where(variant => variant.ItemId == itemId || (variant.Locale == locale && db.Items.Any(own => own.Id == variant.ItemId && own.OverrideOf == itemId)))
            .Select(variant => new { variant.ItemId, variant.Locale }).ToListAsync(ct);

        return texts.Count(text => text.ItemId != itemId
            || rule.Of(itemId, null, text.Locale, (_, source) => texts.Exists(one => one.ItemId == itemId && one.Locale == source))?.Locale == locale);
    }

    private static List<SourceField> FieldsOf(ContentVersion? text, Variant source, SourcePast past)
    {
        if ((source.Published ?? source.Draft) is not { } now)
        {
            return [];
        }

        return
        [
            .. PairedText.Of(now, text, past, source.Published is not null).Fields.Where(field => field.Source.Segments.Count + field.Memory.Entries.Count > 0)
                .Select(field => new SourceField(field.Memory.Field, past.ValueOf(field.Memory.Field, field.Memory.Entries), past[now].Values[field.Memory.Field],
                    field.All(source.Published is not null).Any(pair => pair.HasChanged))),
        ];
    }

    private static OutdatedText? Outdated(
        StoredText text, SourceRule rule, Dictionary<(string, string), SourcePast> sources, Func<string, string, bool> has)
    {
        if (rule.Of(text.ItemId, text.OverrideOf, text.Locale, has) is not { } place
            || !sources.TryGetValue((place.ItemId, place.Locale), out var past) || past is not { Now: { } now }
            || past.OutdatedSince(text.Version) is not { } since)
        {
            return null;
        }

        return new()
        {
            ItemId = text.ItemId,
            Type = text.Type,
            Slug = text.Slug,
            Locale = text.Locale,
            Kind = place.Kind,
            SourceItemId = place.ItemId,
            SourceLocale = place.Locale,
            Fields = past.Outdated(text.Version, now),
            Since = since,
        };
    }

    private Task<List<StoredText>> TextsAsync(string scope, CancellationToken ct) => (
        from variant in db.Variants.AsNoTracking()
        join item in db.Items on variant.ItemId equals item.Id
        join version in db.Versions on variant.DraftId ?? variant.PublishedId equals version.Id
        where item.Scope == scope && variant.ArchivedAt == null
        select new StoredText(item.Id, item.Type, item.Slug, item.OverrideOf, variant.Locale, version)).ToListAsync(ct);

    /// <summary>The past of all that texts of a scope can be made from.</summary>
    private async Task<Dictionary<(string ItemId, string Locale), SourcePast>> SourcesAsync(
        string scope, IReadOnlyList<string> locales, CancellationToken ct)
    {
        var originals = db.Items.Where(item => item.Scope == scope && item.OverrideOf != null).Select(item => item.OverrideOf);
        var rows = await (
            from version in db.Versions.AsNoTracking()
            join variant in db.Variants on version.VariantId equals variant.Id
            join item in db.Items on variant.ItemId equals item.Id
            where (version.PublishedAt != null || version.Replaces != null)
                && ((item.Scope == scope && locales.Contains(variant.Locale)) || originals.Contains(item.Id))
            select new { item.Id, variant.Locale, variant.PublishedId, Version = version }).ToListAsync(ct);

        return rows.GroupBy(row => (row.Id, row.Locale)).ToDictionary(
            group => group.Key,
            group => new SourcePast(group.Select(row => row.Version), group.FirstOrDefault(row => row.Version.Id == row.PublishedId)?.Version));
    }

    private sealed record StoredText(string ItemId, string Type, string Slug, string? OverrideOf, string Locale, ContentVersion Version);
}
