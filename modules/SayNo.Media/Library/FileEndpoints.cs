using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SayNo.Web.Admin;
using SayNo.Web.Media;

namespace SayNo.Media.Library;

/// <summary>Shows the files of the library to those who may see them, also where the admin has an address of its own.</summary>
public static class FileEndpoints
{
    public static void MapLibraryFiles(this IEndpointRouteBuilder site) =>
        site.MapMethods("/admin/media/{id}/file", [HttpMethods.Get, HttpMethods.Head], ShowAsync);

    /// <summary>The address of a file, at a width that is enough for a place.</summary>
    public static string Of(string id, int? width = null) => $"/admin/media/{id}/file{(width is null ? "" : $"?width={width}")}";

    private static async Task<IResult> ShowAsync(string id, int? width, HttpContext context, MediaList list, MediaFolder media, CancellationToken ct)
    {
        if (await list.FindAsync(id, SignedIn.Get(context), ct) is not { } item)
        {
            return TypedResults.NotFound();
        }

        return (width is null ? media.Find(item.Path) : media.FindAt(item.Path, width.Value)) is { } file
            ? TypedResults.PhysicalFile(file.FullName, file.ContentType, enableRangeProcessing: true)
            : TypedResults.NotFound();
    }
}
