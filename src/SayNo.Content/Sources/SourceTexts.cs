using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

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

        var history = await origins.EverPublicAsync(origin, ct);

        return new()
        {
            Kind = origin.Place.Kind,
            ItemId = origin.Place.ItemId,
            Locale = origin.Place.Locale,
            Now = origin.Variant.Published,
            Fields = FieldsOf(item.Variants.SingleOrDefault()?.Newest, origin.Variant, history),
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
                    ? sources.GetValueOrDefault((itemId, locale))?.Exists(source => source.IsPublic) == true
                    : places.Contains((itemId, locale))))
                .OfType<OutdatedText>()
                .OrderBy(text => text.Type, StringComparer.Ordinal).ThenBy(text => text.Slug, StringComparer.Ordinal)
                .ThenBy(text => text.Locale, StringComparer.Ordinal),
        ];
    }

    private static List<SourceField> FieldsOf(ContentVersion? text, Variant source, List<ContentVersion> history)
    {
        var now = source.Published;
        var then = text is null ? null : SourceComparison.MadeFromOf(text, history);
        var outdated = text is null || then is null || now is null ? [] : SourceComparison.Outdated(text, then, now);
        var values = ContentValues.Parse((now ?? source.Draft)?.Data ?? "{}");
        var fields = values.All.Select(pair => pair.Key).Union(then?.Keys ?? []);

        return [.. fields.Select(field => new SourceField(field, Then(field, then, history), values[field], outdated.Contains(field)))];
    }

    private static JsonElement? Then(string field, IReadOnlyDictionary<string, string>? then, List<ContentVersion> history) =>
        then?.GetValueOrDefault(field) is { } hash
            ? history.OrderByDescending(version => version.Number).Select(version => ContentValues.Parse(version.Data)[field])
                .FirstOrDefault(value => value is { } text && SourceHash.Of(text) == hash)
            : null;

    private static OutdatedText? Outdated(
        StoredText text, SourceRule rule, Dictionary<(string, string), List<StoredSource>> sources, Func<string, string, bool> has)
    {
        if (rule.Of(text.ItemId, text.OverrideOf, text.Locale, has) is not { } place
            || !sources.TryGetValue((place.ItemId, place.Locale), out var history)
            || history.Find(source => source.IsPublic) is not { } now)
        {
            return null;
        }

        var then = SourceComparison.MadeFromOf(text.Version, history.Select(source => source.Version));
        var fields = SourceComparison.Outdated(text.Version, then, now.Version);

        return fields.Count == 0 ? null : new()
        {
            ItemId = text.ItemId,
            Type = text.Type,
            Slug = text.Slug,
            Locale = text.Locale,
            Kind = place.Kind,
            SourceItemId = place.ItemId,
            SourceLocale = place.Locale,
            Fields = fields,
        };
    }

    private Task<List<StoredText>> TextsAsync(string scope, CancellationToken ct) => (
        from variant in db.Variants.AsNoTracking()
        join item in db.Items on variant.ItemId equals item.Id
        join version in db.Versions on variant.DraftId ?? variant.PublishedId equals version.Id
        where item.Scope == scope && variant.ArchivedAt == null
        select new StoredText(item.Id, item.Type, item.Slug, item.OverrideOf, variant.Locale, version)).ToListAsync(ct);

    /// <summary>The versions that were ever public of all that texts of a scope can be made from.</summary>
    private async Task<Dictionary<(string ItemId, string Locale), List<StoredSource>>> SourcesAsync(
        string scope, IReadOnlyList<string> locales, CancellationToken ct)
    {
        var originals = db.Items.Where(item => item.Scope == scope && item.OverrideOf != null).Select(item => item.OverrideOf);
        var rows = await (
            from version in db.Versions.AsNoTracking()
            join variant in db.Variants on version.VariantId equals variant.Id
            join item in db.Items on variant.ItemId equals item.Id
            where version.PublishedAt != null && ((item.Scope == scope && locales.Contains(variant.Locale)) || originals.Contains(item.Id))
            select new { item.Id, variant.Locale, Source = new StoredSource(version, version.Id == variant.PublishedId) }).ToListAsync(ct);

        return rows.GroupBy(row => (row.Id, row.Locale)).ToDictionary(group => group.Key, group => group.Select(row => row.Source).ToList());
    }

    private sealed record StoredText(string ItemId, string Type, string Slug, string? OverrideOf, string Locale, ContentVersion Version);

    private sealed record StoredSource(ContentVersion Version, bool IsPublic);
}
