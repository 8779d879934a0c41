using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SayNo.Admin.Editing;
using SayNo.Admin.Previewing;
using SayNo.Content.Fields;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Content.Reading;
using SayNo.Content.Reviewing;
using SayNo.Content.Storage;
using SayNo.Content.Translating;
using SayNo.Web.Localization;

namespace SayNo.Admin.Translating;

/// <summary>Lays a text and its source side by side on a translator's desk, with what was typed and not saved.</summary>
public sealed class TranslationDesk(
    CmsDb db, DraftDesk desk, Translations translations, AutoSaves kept, PreviewPictures pictures, PublicPlaces places, ReadingAdvice reading, Rights rights)
{
    /// <returns>False if there is no such item.</returns>
    /// <exception cref="RightDeniedException">They may not write it.</exception>
    public async Task<bool> DemandEditAsync(string itemId, string locale, Editor by, CancellationToken ct)
    {
        if (await db.Items.Where(item => item.Id == itemId).Select(item => item.Scope).SingleOrDefaultAsync(ct) is not { } scope)
        {
            return false;
        }

        rights.Demand(by, Right.Edit, scope, locale);

        return true;
    }

    /// <summary>The text as it is, with what its translator has typed; none if it is made from no other.</summary>
    public async Task<OpenedTranslation?> OpenAsync(string itemId, string locale, Editor by, PoLocalizer l, CancellationToken ct)
    {
        var saved = await kept.FindAsync(itemId, locale, by, ct);
        var typed = saved is null ? FormInputs.None : Parsed(saved);
        var segments = SegmentInputs.Of(typed);

        if (segments is not null && await OpenAsync(itemId, locale, segments.SourceId, saved?.BasedOn, typed, by, l, ct) is { Draft: var draft } opened)
        {
            return draft.MayEdit && !draft.SaysStored(typed) ? opened with { KeptAt = saved?.SavedAt } : await NewestAsync(itemId, locale, by, l, ct);
        }

        return await NewestAsync(itemId, locale, by, l, ct) is { } newest
            ? newest with { IsTypedElsewhere = segments is null && saved is not null && newest.Draft.MayEdit && !newest.Draft.SaysStored(newest.Draft.Shown(newest.Draft.Before).With(typed)) }
            : null;
    }

    /// <summary>The text as a form saw it, with what the form holds; none if one of the versions is gone.</summary>
    public async Task<OpenedTranslation?> OpenAsync(
        string itemId, string locale, string sourceId, string? basedOn, FormInputs inputs, Editor by, PoLocalizer l, CancellationToken ct) =>
        await translations.OfAsync(itemId, locale, sourceId, basedOn, by, ct) is { } pairs
        && await desk.OpenAsync(itemId, locale, basedOn, by, l.Culture.Name, ct) is { } draft
            ? await OpenAsync(draft, pairs, inputs, by, l, ct)
            : null;

    private async Task<OpenedTranslation?> NewestAsync(string itemId, string locale, Editor by, PoLocalizer l, CancellationToken ct) =>
        await translations.OfAsync(itemId, locale, by, ct) is { } pairs && await desk.OpenAsync(itemId, locale, null, by, l.Culture.Name, ct) is { } draft
            ? await OpenAsync(draft, pairs, draft.Shown(draft.NewestValues), by, l, ct)
            : null;

    private async Task<OpenedTranslation> OpenAsync(OpenedDraft draft, TranslationPairs pairs, FormInputs inputs, Editor by, PoLocalizer l, CancellationToken ct) => new()
    {
        Draft = draft,
        Pairs = pairs,
        Inputs = inputs,
        Fields = Fields(draft, pairs, inputs, l),
        Page = await pictures.OfAsync(draft.Item.Id, draft.Locale, draft.Newest is null ? draft.Form.Read(inputs, draft.Before).Values : null, by, ct) is { } preview
            && places.In(preview, draft.Locale) is [var page, ..]
                ? page
                : null,
    };

    private List<TranslatedField> Fields(OpenedDraft draft, TranslationPairs pairs, FormInputs inputs, PoLocalizer l)
    {
        var problems = draft.Newest is null ? [] : draft.Validate(draft.Form.Read(inputs, draft.Before).Values);
        var segments = Linked([.. pairs.Pairs.Where(pair => draft.Type[pair.Field] is not null).Select((pair, at) => Of(draft, pair, at + 1, inputs, l))]);

        return
        [
            .. from field in draft.Type.Fields
               let own = segments.FindAll(segment => segment.Pair.Field == field.Name)
               where own.Count > 0
               select new TranslatedField(field, [.. problems.Where(one => one.Field == field.Name).Select(one => l.Say(one.Sentence))], own),
        ];
    }

    private TranslatedSegment Of(OpenedDraft draft, SegmentPair pair, int number, FormInputs inputs, PoLocalizer l)
    {
        var name = SegmentInputs.NameOf(pair.Key);
        var text = inputs.Has(name) ? inputs.Text(name) : pair.Target?.Text ?? "";

        return new()
        {
            Pair = pair,
            Number = number,
            Text = text,
            Advice = draft.Type[pair.Field] is { } field ? AdviceOn(field, text, draft.Locale, l) : [],
            IsConfirmed = inputs.Has(SegmentInputs.StillRightOf(pair.Key)),
        };
    }

    /// <summary>What an editor could say in a simpler way.</summary>
    public IReadOnlyList<string> AdviceOn(Field field, string text, string locale, PoLocalizer l) =>
        ReadingAdvice.IsFor(field) && text.Length > 0 ? [.. reading.Of(field.Name, text, locale).Select(l.Say)] : [];

    private static List<TranslatedSegment> Linked(List<TranslatedSegment> all) => all.ConvertAll(segment => segment with
    {
        Next = all.Find(one => one.IsOpen && one.Number > segment.Number)?.Number,
        Previous = all.FindLast(one => one.IsOpen && one.Number < segment.Number)?.Number,
    });

    private static FormInputs Parsed(AutoSave saved)
    {
        try
        {
            return FormInputs.Parse(saved.Form);
        }
        catch (JsonException)
        {
            // The form has changed since: the draft is shown.
            return FormInputs.None;
        }
    }
}
