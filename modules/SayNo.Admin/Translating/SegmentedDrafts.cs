using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using SayNo.Admin.Editing;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Content.Translating;

namespace SayNo.Admin.Translating;

/// <summary>
/// Reads posted forms of both kinds: one that was written field by field comes as it is, and to one that was written segment by segment the
/// fields are put together, so that keeping, checking, previewing and saving know one kind alone.
/// </summary>
public sealed class SegmentedDrafts(CmsDb db, Translations translations, PublishedContent published, IAntiforgery antiforgery)
{
    /// <param name="context">The request.</param>
    /// <param name="itemId">The item.</param>
    /// <param name="locale">BCP 47 tag, or empty for the neutral variant.</param>
    /// <param name="by">Who sent it.</param>
    /// <param name="ct">Ends the attempt.</param>
    public async Task<PostedDraft> ReadAsync(HttpContext context, string itemId, string locale, Editor by, CancellationToken ct)
    {
        var posted = await PostedDraft.ReadAsync(context, antiforgery, ct);

        try
        {
            return posted.Refusal is null ? posted with { Inputs = await ComposedAsync(posted.Inputs, posted.BasedOn, itemId, locale, by, ct) } : posted;
        }
        catch (Exception fault) when (DatabaseFault.Is(fault))
        {
            // What a person typed does not depend on the database.
            return posted with { Refusal = PostRefusal.OutOfOrder };
        }
    }

    /// <summary>Inputs of segments with those of their fields beside them; others as they are.</summary>
    public async Task<FormInputs> ComposedAsync(FormInputs inputs, string? basedOn, string itemId, string locale, Editor by, CancellationToken ct)
    {
        if (SegmentInputs.Of(inputs) is not { } segments || await translations.OfAsync(itemId, locale, segments.SourceId, basedOn, by, ct) is not { } pairs)
        {
            return inputs;
        }

        var type = await db.Items.Where(item => item.Id == itemId).Select(item => item.Type).SingleAsync(ct);
        var written = pairs.Pairs.Where(pair => (pair.Target ?? pair.Source)?.IsText == true).ToList();
        var keys = written.Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);
        var values = Translations.Compose(pairs, segments.Texts.Where(text => keys.Contains(text.Key)).ToDictionary(StringComparer.Ordinal));
        var names = written.Select(pair => pair.Field).ToHashSet(StringComparer.Ordinal);
        var fields = published.Public.Types.GetValueOrDefault(type)?.Fields.Where(field => names.Contains(field.Name)) ?? [];

        // Only texts are put together; what else the fields hold is not in such a form, and keeps its value.
        return inputs.With(new(
            from field in fields
            from input in FieldInputs.Show(field, values[field.Name], TimeZoneInfo.Utc)
            select KeyValuePair.Create(FormInputs.NameOf(field.Name) + input.Key, input.Value)));
    }
}
