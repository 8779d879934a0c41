using Microsoft.EntityFrameworkCore;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Content.Sources;
using SayNo.Content.Storage;

namespace SayNo.Content.Translating;

/// <summary>Lays texts beside their sources, segment by segment, and keeps what is written there.</summary>
public sealed class Translations(CmsDb db, PublishedContent published, Origins origins, ContentDrafts drafts, Rights rights)
{
    /// <summary>A text, or a text that could be written, beside its source; none if it is made from no other.</summary>
    /// <param name="itemId">The item.</param>
    /// <param name="locale">BCP 47 tag, or empty for the neutral variant.</param>
    /// <param name="by">Who reads.</param>
    /// <param name="ct">Ends the attempt.</param>
    public async Task<TranslationPairs?> OfAsync(string itemId, string locale, Editor by, CancellationToken ct)
    {
        if (await OneItem.ReadAsync(db, itemId, locale, ct) is not { } item)
        {
            return null;
        }

        rights.Demand(by, Right.Read, item.Scope, locale);

        return await origins.FindAsync(item, locale, ct) is { } origin
            ? await PairAsync(item, locale, origin, null, item.Variants.SingleOrDefault()?.Newest, ct)
            : null;
    }

    /// <summary>The same as it was when a form was made; none if one of the versions does not exist any more.</summary>
    /// <param name="itemId">The item.</param>
    /// <param name="locale">BCP 47 tag, or empty for the neutral variant.</param>
    /// <param name="sourceId">The version of the source.</param>
    /// <param name="basedOn">The version of the text; null if there was none.</param>
    /// <param name="by">Who reads.</param>
    /// <param name="ct">Ends the attempt.</param>
    public async Task<TranslationPairs?> OfAsync(
        string itemId, string locale, string sourceId, string? basedOn, Editor by, CancellationToken ct)
    {
        if (await OneItem.ReadAsync(db, itemId, locale, ct) is not { } item)
        {
            return null;
        }

        rights.Demand(by, Right.Read, item.Scope, locale);
        var variantId = item.Variants.SingleOrDefault()?.Id;
        var text = await db.Versions.AsNoTracking().SingleOrDefaultAsync(version => version.Id == basedOn && version.VariantId == variantId, ct);

        return (text is null) == (basedOn is null) && await origins.FindAsync(item, locale, ct) is { } origin
            ? await PairAsync(item, locale, origin, sourceId, text, ct)
            : null;
    }

    /// <summary>
    /// Saves what was written beside the source as a draft. What was written anew is current as of the version of the source that stood beside it;
    /// everything else stays what it was.
    /// </summary>
    public async Task<SaveResult> SaveAsync(TranslationDraft draft, Editor by, CancellationToken ct)
    {
        var pairs = await OfAsync(draft.ItemId, draft.Locale, draft.SourceId, draft.BasedOn, by, ct);

        if (pairs is null || draft.Texts.Keys.Concat(draft.Confirmed).Except(pairs.Pairs.Select(pair => pair.Key)).Any())
        {
            return SaveResult.Refused([new("", "What this text was translated from is not there any more. Open the page again; what you have written can be copied from here.")]);
        }

        var composed = ComposedText.Of(pairs.Text, draft.Texts, draft.Confirmed);

        return await drafts.SaveAsync(new()
        {
            ItemId = draft.ItemId,
            Locale = draft.Locale,
            Values = composed.Values,
            BasedOn = draft.BasedOn,
            IsReviewed = draft.IsReviewed,
            MadeFrom = composed.IsChanged ? composed.MadeFrom : null,
            SourceId = draft.SourceId,
            Comment = draft.Comment,
        }, by, ct);
    }

    /// <summary>All that a text would say, to be shown before it is saved.</summary>
    public static ContentValues Compose(TranslationPairs pairs, IReadOnlyDictionary<string, string> texts) =>
        ComposedText.Of(pairs.Text, texts, []).Values;

    private async Task<TranslationPairs?> PairAsync(
        ContentItem item, string locale, Origin origin, string? sourceId, ContentVersion? text, CancellationToken ct)
    {
        var past = await origins.PastAsync(origin, sourceId, ct);

        if (past.Now is not { } source || (sourceId is not null && source.Id != sourceId))
        {
            return null;
        }

        var paired = PairedText.Of(source, text, past, origin.Variant.Published is not null);
        var fields = published.Public.Types.GetValueOrDefault(item.Type)?.Fields.Select(field => field.Name).ToList() ?? [];

        return new(item.Id, locale, origin.Place, paired,
            [.. paired.Pairs.OrderBy(pair => fields.IndexOf(pair.Field) is >= 0 and var at ? at : int.MaxValue)]);
    }
}
