using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using SayNo.Media.Uploading;
using SayNo.Web.Admin;

namespace SayNo.Media.Library;

/// <summary>Takes what the editor's browser has drawn: one smaller size of a picture, as WebP in the body.</summary>
public static class RenditionEndpoints
{
    public static void MapRenditions(this IEndpointRouteBuilder site) => site.MapPost("/admin/media/{id}/renditions", TakeAsync)
        .WithMetadata(new RequestSizeLimitAttribute(Renditions.MostBytes)).DisableAntiforgery();

    private static async Task<IResult> TakeAsync(
        string id, HttpContext context, IAntiforgery antiforgery, Renditions renditions, MediaList list, AdminTexts texts, CancellationToken ct)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        }

        var by = SignedIn.Get(context);

        if (await list.FindAsync(id, by, ct) is null)
        {
            return TypedResults.NotFound();
        }

        return await renditions.AddAsync(id, context.Request.Body, by, ct) is { } refusal
            ? TypedResults.Json(new RefusedUpload("rendition", texts.For(context).Say(refusal)), statusCode: StatusCodes.Status422UnprocessableEntity)
            : TypedResults.NoContent();
    }
}
