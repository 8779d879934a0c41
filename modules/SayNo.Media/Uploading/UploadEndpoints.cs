using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using SayNo.Content.Fields;
using SayNo.Web.Admin;

namespace SayNo.Media.Uploading;

/// <summary>
/// Uploads that survive a lost connection, by the core of the protocol tus 1.0 with its extensions creation and termination. What is its own:
/// a file that is refused once it is whole, which the last PATCH answers with 422 and the reason.
/// </summary>
public static class UploadEndpoints
{
    public const string Path = "/admin/media/uploads";

    private const string Version = "1.0.0";
    private const string Bytes = "application/offset+octet-stream";

    public static void MapUploads(this IEndpointRouteBuilder site)
    {
        site.MapPost(Path, BeginAsync).DisableAntiforgery();
        site.MapMethods(Path + "/{id}", [HttpMethods.Get, HttpMethods.Head], LookAsync);
        site.MapMethods(Path + "/{id}", [HttpMethods.Patch], WriteAsync).WithMetadata(new DisableRequestSizeLimitAttribute()).DisableAntiforgery();
        site.MapDelete(Path + "/{id}", DropAsync).DisableAntiforgery();
    }

    private static async Task<IResult> BeginAsync(HttpContext context, IAntiforgery antiforgery, Uploads uploads, AdminTexts texts, CancellationToken ct)
    {
        if (await RefusedAsync(context, antiforgery, texts) is { } refused)
        {
            return refused;
        }

        if (Number(context, "Upload-Length") is not { } length || UploadMetadata.Read(context.Request.Headers["Upload-Metadata"].ToString()) is not { } about)
        {
            return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        }

        var result = await uploads.BeginAsync(about.Scope, about.Name, length, SignedIn.Get(context), ct);

        if (result.Upload is not { } upload)
        {
            return Refuse(context, texts, StatusCodes.Status413PayloadTooLarge, null, result.Sentence ?? "");
        }

        context.Response.Headers.Location = $"{Path}/{upload.Id}";

        return TypedResults.StatusCode(StatusCodes.Status201Created);
    }

    private static async Task<IResult> LookAsync(string id, HttpContext context, Uploads uploads, CancellationToken ct)
    {
        Say(context);

        if (await uploads.FindAsync(id, SignedIn.Get(context), ct) is not { } open)
        {
            return TypedResults.StatusCode(StatusCodes.Status404NotFound);
        }

        context.Response.Headers["Upload-Offset"] = Text(open.Offset);
        context.Response.Headers["Upload-Length"] = Text(open.Upload.Length);

        return TypedResults.StatusCode(StatusCodes.Status200OK);
    }

    private static async Task<IResult> WriteAsync(
        string id, HttpContext context, IAntiforgery antiforgery, Uploads uploads, AdminTexts texts, CancellationToken ct)
    {
        if (await RefusedAsync(context, antiforgery, texts) is { } refused)
        {
            return refused;
        }

        if (context.Request.ContentType != Bytes || Number(context, "Upload-Offset") is not { } offset)
        {
            return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        }

        var by = SignedIn.Get(context);

        if (await uploads.FindAsync(id, by, ct) is not { } open)
        {
            return TypedResults.StatusCode(StatusCodes.Status404NotFound);
        }

        var result = await uploads.WriteAsync(open.Upload, offset, context.Request.Body, by, ct);
        context.Response.Headers["Upload-Offset"] = Text(result.Offset);

        return Answer(context, texts, result);
    }

    private static IResult Answer(HttpContext context, AdminTexts texts, ArrivalResult result) => result switch
    {
        { State: ArrivalState.Kept } => TypedResults.StatusCode(StatusCodes.Status204NoContent),
        { Addition.Item: { } item } => Done(context, item.Id, result.Addition.IsKnown),
        { Addition: { } addition } => Refuse(context, texts, StatusCodes.Status422UnprocessableEntity, addition.Fault, [.. addition.Sentences]),
        { State: ArrivalState.TooMuch } => TypedResults.StatusCode(StatusCodes.Status400BadRequest),
        { State: ArrivalState.DiskFull } => Refuse(context, texts, StatusCodes.Status507InsufficientStorage, null, Room.DiskIsFull),
        { State: ArrivalState.Busy } => TypedResults.StatusCode(StatusCodes.Status423Locked),
        _ => TypedResults.StatusCode(StatusCodes.Status409Conflict),
    };

    private static StatusCodeHttpResult Done(HttpContext context, string itemId, bool isKnown)
    {
        context.Response.Headers["Media-Id"] = itemId;
        context.Response.Headers["Media-Known"] = isKnown ? "yes" : "no";

        return TypedResults.StatusCode(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> DropAsync(
        string id, HttpContext context, IAntiforgery antiforgery, Uploads uploads, AdminTexts texts, CancellationToken ct)
    {
        if (await RefusedAsync(context, antiforgery, texts) is { } refused)
        {
            return refused;
        }

        if (await uploads.FindAsync(id, SignedIn.Get(context), ct) is not { } open)
        {
            return TypedResults.StatusCode(StatusCodes.Status404NotFound);
        }

        await uploads.DropAsync(open.Upload, ct);

        return TypedResults.StatusCode(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult?> RefusedAsync(HttpContext context, IAntiforgery antiforgery, AdminTexts texts)
    {
        Say(context);

        if (context.Request.Headers["Tus-Resumable"].ToString() is { Length: > 0 } asked && asked != Version)
        {
            context.Response.Headers["Tus-Version"] = Version;

            return TypedResults.StatusCode(StatusCodes.Status412PreconditionFailed);
        }

        // A form never comes with these methods: whoever sends one did not load the page with the token.
        return (HttpMethods.IsPost(context.Request.Method) || !context.Request.HasFormContentType) && await antiforgery.IsRequestValidAsync(context)
            ? null
            : Refuse(context, texts, StatusCodes.Status400BadRequest, "token", "The page was open for too long, or you have signed in again since. Load it anew; the upload goes on where it stopped.");
    }

    private static JsonHttpResult<RefusedUpload> Refuse(HttpContext context, AdminTexts texts, int status, string? fault, params Sentence[] sentences)
    {
        var l = texts.For(context);

        return TypedResults.Json(new RefusedUpload(fault, string.Join(' ', sentences.Select(l.Say))), statusCode: status);
    }

    private static void Say(HttpContext context) => context.Response.Headers["Tus-Resumable"] = Version;

    private static long? Number(HttpContext context, string header) =>
        long.TryParse(context.Request.Headers[header].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>An upload that was not taken.</summary>
/// <param name="Fault">A word for scripts that says what is wrong.</param>
/// <param name="Sentence">Why, in the editor's language.</param>
public sealed record RefusedUpload(string? Fault, string Sentence);
