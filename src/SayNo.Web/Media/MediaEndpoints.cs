using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace SayNo.Web.Media;

/// <summary>Answers <c>/media/{path}</c>, in parts if a player asks for parts.</summary>
internal static class MediaEndpoints
{
    private const string Forever = "public, max-age=31536000, immutable";
    private const string ForNobody = "private, no-store";
    private const string ForAnHour = "public, max-age=3600";

    public static void MapMedia(this IEndpointRouteBuilder site) =>
        site.MapMethods($"{MediaFolder.Root}/{{**path}}", [HttpMethods.Get, HttpMethods.Head], Serve).ExcludeFromDescription();

    private static IResult Serve(string? path, HttpContext context, MediaFolder media, UsedMedia used)
    {
        if (media.Find(path ?? "") is not { } file)
        {
            return TypedResults.NotFound();
        }

        AddHeaders(context.Response.Headers, file, used);
        var tag = new EntityTagHeaderValue($"\"{file.ModifiedAt.Ticks:x}-{file.Length:x}\"");

        return TypedResults.PhysicalFile(file.FullName, file.ContentType, null, file.ModifiedAt, tag, enableRangeProcessing: AsksForBytes(context.Request));
    }

    // Whoever sees a draft has the address of its pictures, which nobody guesses; until it is public, nothing on the way may keep or list them.
    private static void AddHeaders(IHeaderDictionary headers, MediaFile file, UsedMedia used)
    {
        if (file.Path.StartsWith(MediaFolder.Library, StringComparison.Ordinal) && !used.IsPublic(file.Path))
        {
            headers.CacheControl = ForNobody;
            headers["X-Robots-Tag"] = "noindex";

            return;
        }

        headers.CacheControl = file.IsForever ? Forever : ForAnHour;
    }

    // The framework takes every unit for bytes; a range in another is as none (RFC 9110, 14.2).
    private static bool AsksForBytes(HttpRequest request) =>
        request.Headers.Range is not [{ Length: > 0 } range, ..] || range.StartsWith("bytes=", StringComparison.OrdinalIgnoreCase);
}
