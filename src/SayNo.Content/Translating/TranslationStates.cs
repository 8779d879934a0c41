using Microsoft.EntityFrameworkCore;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Content.Sources;
using SayNo.Content.Storage;

namespace SayNo.Content.Translating;

/// <summary>
/// Tells how far all texts of many scopes are. What is public it reads from the picture and drafts from the database, in one SQL command;
/// two more for each thousand items whose texts were not compared with their sources before.
/// </summary>
public sealed class TranslationStates(CmsDb db, PublishedContent published, RememberedComparisons remembered, Rights rights)
{
    private const int ItemsAtOnce = 1000;

    /// <summary>Every text of the scopes.</summary>
    /// <exception cref="RightDeniedException">One of them is not to be read.</exception>
    public async Task<IReadOnlyList<TranslationState>> OfAsync(IReadOnlyCollection<string> scopes, Editor by, CancellationToken ct)
    {
        foreach (var scope in scopes)
        {
            rights.Demand(by, Right.Read, scope, Variant.Neutral);
        }

        var texts = new NewestTexts(published.Public, scopes, await StoredAsync(scopes, ct)).All;

        foreach (var some in texts.Where(IsNew).GroupBy(text => text.ItemId).Chunk(ItemsAtOnce))
        {
            await CompareAsync([.. some.SelectMany(text => text)], ct);
        }

        return [.. texts.Select(State)];
    }

    private bool IsNew(NewestText text) =>
        text.State is null && text.Source?.VersionId is { } source && !remembered.Knows(text.VersionId, source, out _);

    // Texts without a draft are the same for everybody who asks between two publications: what was found out once stays with them.
    private TranslationState State(NewestText text)
    {
        if (text.State is { } known)
        {
            return known;
        }

        DateTime? since = null;

        return text.Source?.VersionId is not { } source || remembered.Knows(text.VersionId, source, out since)
            ? text.State = State(text, since)
            : State(text, null);
    }

    private static TranslationState State(NewestText text, DateTime? since) => new()
    {
        ItemId = text.ItemId,
        Type = text.Type,
        Scope = text.Scope,
        Slug = text.Slug,
        OverrideOf = text.OverrideOf,
        Locale = text.Locale,
        State = text.Stage,
        IsPublic = text.IsPublic,
        Kind = text.Source?.Place.Kind,
        SourceLocale = text.Source?.Place.Locale,
        OutdatedSince = since,
    };

    private Task<List<StoredText>> StoredAsync(IReadOnlyCollection<string> scopes, CancellationToken ct) => (
        from variant in db.Variants.AsNoTracking()
        join item in db.Items on variant.ItemId equals item.Id
        where variant.Locale != Variant.Neutral && (variant.DraftId != null || variant.ArchivedAt != null) && scopes.Contains(item.Scope)
        select new StoredText(item.Id, item.Type, item.Scope, item.Slug, item.OverrideOf, variant.Locale, variant.DraftId, variant.Stage, variant.ArchivedAt))
        .ToListAsync(ct);

    private async Task CompareAsync(List<NewestText> newest, CancellationToken ct)
    {
        var ids = newest.ConvertAll(text => text.VersionId);
        var texts = await db.Versions.AsNoTracking().Where(version => ids.Contains(version.Id)).ToDictionaryAsync(version => version.Id, ct);
        var said = await SaidAsync([.. newest.Select(text => text.Source?.Place).OfType<SourcePlace>()], ct);

        foreach (var source in newest.Where(text => texts.ContainsKey(text.VersionId))
            .GroupBy(text => (text.Source?.Place.ItemId, text.Source?.Place.Locale, text.Source?.VersionId)))
        {
            var versions = said[(source.Key.ItemId, source.Key.Locale)].ToList();
            var past = new SourcePast(versions, versions.Find(version => version.Id == source.Key.VersionId));

            // Whatever was published since the picture was made is compared when the picture shows it.
            if (past.Now is not { } now)
            {
                continue;
            }

            foreach (var text in source)
            {
                remembered.Remember(text.VersionId, now.Id, past.OutdatedSince(texts[text.VersionId]));
            }
        }
    }

    private async Task<ILookup<(string? ItemId, string? Locale), ContentVersion>> SaidAsync(List<SourcePlace> places, CancellationToken ct)
    {
        var origins = places.Select(place => place.ItemId).Distinct(StringComparer.Ordinal).ToList();
        var locales = places.Select(place => place.Locale).Distinct(StringComparer.Ordinal).ToList();
        var sources = await (
            from version in db.Versions.AsNoTracking()
            join variant in db.Variants on version.VariantId equals variant.Id
            where (version.PublishedAt != null || version.Replaces != null)
                && origins.Contains(variant.ItemId) && locales.Contains(variant.Locale)
            select new { variant.ItemId, variant.Locale, Version = version }).ToListAsync(ct);

        return sources.ToLookup(source => ((string?)source.ItemId, (string?)source.Locale), source => source.Version);
    }
}
