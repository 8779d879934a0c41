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
        var origins = newest.Select(text => text.Source?.Place.ItemId).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var locales = newest.Select(text => text.Source?.Place.Locale).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var texts = await db.Versions.AsNoTracking().Where(version => ids.Contains(version.Id)).ToDictionaryAsync(version => version.Id, ct);
        var sources = await (
            from version in db.Versions.AsNoTracking()
            join variant in db.Variants on version.VariantId equals variant.Id
            where version.PublishedAt != null && origins.Contains(variant.ItemId) && locales.Contains(variant.Locale)
            orderby version.Number
            select new { variant.ItemId, variant.Locale, Version = version }).ToListAsync(ct);
        var histories = sources.ToLookup(source => (source.ItemId, source.Locale), source => source.Version);

        foreach (var text in newest)
        {
            // Whatever was published since the picture was made is compared when the picture shows it.
            if (text.Source is { VersionId: { } now, Place: var place } && texts.TryGetValue(text.VersionId, out var version)
                && histories[(place.ItemId, place.Locale)].ToList() is var history && history.Exists(one => one.Id == now))
            {
                remembered.Remember(text.VersionId, now, Since(version, history, now));
            }
        }
    }

    /// <summary>The moment of the publication that a text was first left behind by, in the field that has waited longest.</summary>
    private static DateTime? Since(ContentVersion text, List<ContentVersion> history, string now)
    {
        var then = SourceComparison.MadeFromOf(text, history);
        var current = history.Single(source => source.Id == now);
        var outdated = SourceComparison.Outdated(text, then, current);

        if (outdated.Count == 0)
        {
            return null;
        }

        var inOrder = history.Where(source => source.Number <= current.Number).OrderBy(source => source.PublishedAt).ThenBy(source => source.Number)
            .Select(source => (source.PublishedAt, Fields: SourceComparison.Outdated(text, then, source))).ToList();

        return outdated.Min(field =>
            inOrder[Math.Min(inOrder.FindLastIndex(source => !source.Fields.Contains(field)) + 1, inOrder.Count - 1)].PublishedAt);
    }
}
