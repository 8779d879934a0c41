using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using SayNo.Admin.Lists;
using SayNo.Admin.Translating;
using SayNo.Content.Fields;
using SayNo.Content.Published;
using SayNo.Content.Reviewing;
using SayNo.Content.Storage;
using SayNo.Web.Admin;
using SayNo.Web.Localization;
using SayNo.Web.Pages;

namespace SayNo.Admin.Editing;

/// <summary>What the form asks while somebody types: keep this, check this, show this.</summary>
public static class EditEndpoints
{
    public static void MapEditing(this IEndpointRouteBuilder site)
    {
        var limit = new RequestSizeLimitAttribute(PostedDraft.MostRead);

        site.MapPost("/admin/content/{id}/{locale}/autosave", KeepAsync).WithMetadata(limit).DisableAntiforgery();
        site.MapPost("/admin/content/{id}/{locale}/check", CheckAsync).WithMetadata(limit).DisableAntiforgery();
        site.MapPost("/admin/content/{id}/{locale}/size", WeighAsync).WithMetadata(limit).DisableAntiforgery();
        site.MapPost("/admin/content/markdown", DrawAsync).WithMetadata(limit).DisableAntiforgery();
    }

    private static async Task<Results<Ok<KeptForm>, JsonHttpResult<RefusedForm>>> KeepAsync(
        string id, string locale, HttpContext context, SegmentedDrafts forms, AutoSaves kept, AdminTexts texts, CancellationToken ct)
    {
        var posted = await forms.ReadAsync(context, id, LocaleInAddress.Read(locale), SignedIn.Get(context), ct);

        if (posted.Refusal is { } refusal)
        {
            return Refused(refusal, texts, context);
        }

        try
        {
            var result = await kept.KeepAsync(
                id, LocaleInAddress.Read(locale), posted.BasedOn, posted.Inputs.ToString(), SignedIn.Get(context), ct);

            return result.KeptAt is { } at
                ? TypedResults.Ok(new KeptForm(at))
                : TypedResults.Json(
                    new RefusedForm(string.Join(' ', result.Problems.Select(one => texts.For(context).Say(one.Sentence)))),
                    statusCode: StatusCodes.Status422UnprocessableEntity);
        }
        catch (Exception fault) when (DatabaseFault.Is(fault))
        {
            return Refused(PostRefusal.OutOfOrder, texts, context);
        }
    }

    private static async Task<Results<Ok<CheckedForm>, NotFound, JsonHttpResult<RefusedForm>>> CheckAsync(
        string id, string locale, HttpContext context, SegmentedDrafts forms, DraftDesk desk, AdminTexts texts, CancellationToken ct)
    {
        var posted = await forms.ReadAsync(context, id, LocaleInAddress.Read(locale), SignedIn.Get(context), ct);

        if (posted.Refusal is { } refusal)
        {
            return Refused(refusal, texts, context);
        }

        try
        {
            var l = texts.For(context);
            var draft = await desk.OpenAsync(id, LocaleInAddress.Read(locale), posted.BasedOn, SignedIn.Get(context), l.Culture.Name, ct);

            return draft is null ? TypedResults.NotFound() : TypedResults.Ok(Checked(draft, posted.Inputs, l));
        }
        catch (Exception fault) when (DatabaseFault.Is(fault))
        {
            return Refused(PostRefusal.OutOfOrder, texts, context);
        }
    }

    private static CheckedForm Checked(OpenedDraft draft, FormInputs inputs, PoLocalizer l)
    {
        var reading = draft.Form.Read(inputs, draft.Before);
        var unreadable = reading.Problems.Select(one => one.Field).ToHashSet(StringComparer.Ordinal);

        return new(reading.Problems.Concat(draft.Validate(reading.Values).Where(one => !unreadable.Contains(one.Field)))
            .GroupBy(one => one.Field, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Select(one => l.Say(one.Sentence)).ToArray(), StringComparer.Ordinal));
    }

    /// <summary>The heaviest page with a byte budget as it would be with what was typed; no content if there is none.</summary>
    private static async Task<IResult> WeighAsync(
        string id, string locale, HttpContext context, SegmentedDrafts forms, [AsParameters] Weighing asked, CancellationToken ct)
    {
        var posted = await forms.ReadAsync(context, id, LocaleInAddress.Read(locale), SignedIn.Get(context), ct);

        if (posted.Refusal is { } refusal)
        {
            return Refused(refusal, asked.Texts, context);
        }

        var by = SignedIn.Get(context);
        var variant = LocaleInAddress.Read(locale);

        return await asked.Desk.OpenAsync(id, variant, posted.BasedOn, by, asked.Texts.For(context).Culture.Name, ct) is { } draft
            && await asked.Previews.OfAsync(id, variant, draft.Form.Read(posted.Inputs, draft.Before).Values, by, ct) is { } preview
            && await asked.Budget.HeaviestAsync(preview.Picture, preview.Item, variant, ct) is { } size
            ? TypedResults.Ok(size)
            : TypedResults.NoContent();
    }

    private static async Task<IResult> DrawAsync(HttpContext context, IAntiforgery antiforgery, AdminTexts texts, CancellationToken ct)
    {
        var posted = await PostedDraft.ReadAsync(context, antiforgery, ct);

        if (posted.Refusal is { } refusal)
        {
            return Refused(refusal, texts, context);
        }

        var form = await context.Request.ReadFormAsync(ct);
        var html = MarkdownText.HtmlOnce(TextSigns.Clean(form["text"].ToString()), form["language"].ToString());

        return TypedResults.Text(html.ToString() ?? "", "text/html; charset=utf-8");
    }

    private static JsonHttpResult<RefusedForm> Refused(PostRefusal refusal, AdminTexts texts, HttpContext context) =>
        TypedResults.Json(new RefusedForm(texts.For(context)[refusal.Sentence]), statusCode: refusal.Status);
}

/// <summary>What weighing a page takes.</summary>
internal sealed record Weighing(DraftDesk Desk, PreviewPictures Previews, PageBudget Budget, AdminTexts Texts);

/// <summary>A form that was kept.</summary>
/// <param name="At">When, UTC.</param>
public sealed record KeptForm(DateTime At);

/// <summary>A form that was not taken.</summary>
/// <param name="Sentence">Why, in the editor's language.</param>
public sealed record RefusedForm(string Sentence);

/// <summary>What is wrong with a form.</summary>
/// <param name="Problems">Sentences by the name of their field.</param>
public sealed record CheckedForm(IReadOnlyDictionary<string, string[]> Problems);
