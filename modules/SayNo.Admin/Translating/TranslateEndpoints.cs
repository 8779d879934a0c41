using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using SayNo.Admin.Editing;
using SayNo.Admin.Lists;
using SayNo.Web.Admin;

namespace SayNo.Admin.Translating;

/// <summary>What the form for translating asks while somebody types.</summary>
internal static class TranslateEndpoints
{
    public static void MapTranslating(this IEndpointRouteBuilder site) =>
        site.MapPost("/admin/content/{id}/{locale}/advice", AdviseAsync).WithMetadata(new RequestSizeLimitAttribute(PostedDraft.MostRead)).DisableAntiforgery();

    /// <summary>What could be said in a simpler way, by the name of the input.</summary>
    private static async Task<Results<Ok<Dictionary<string, IReadOnlyList<string>>>, NotFound, JsonHttpResult<RefusedForm>>> AdviseAsync(
        string id, string locale, HttpContext context, SegmentedDrafts forms, DraftDesk desk, TranslationDesk translating, AdminTexts texts, CancellationToken ct)
    {
        var variant = LocaleInAddress.Read(locale);
        var l = texts.For(context);
        var posted = await forms.ReadAsync(context, id, variant, SignedIn.Get(context), ct);

        if (posted.Refusal is { } refusal)
        {
            return TypedResults.Json(new RefusedForm(l[refusal.Sentence]), statusCode: refusal.Status);
        }

        if (await desk.OpenAsync(id, variant, posted.BasedOn, SignedIn.Get(context), l.Culture.Name, ct) is not { } draft)
        {
            return TypedResults.NotFound();
        }

        // A key begins with the name of its field.
        return TypedResults.Ok((
            from text in posted.Segments?.Texts ?? new Dictionary<string, string>()
            let field = draft.Type[text.Key.Split(':')[0]]
            where field is not null
            select KeyValuePair.Create(SegmentInputs.NameOf(text.Key), translating.AdviceOn(field, text.Value, variant, l))).ToDictionary());
    }
}
