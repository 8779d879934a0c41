using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SayNo.Admin.Lists;
using SayNo.Content.Previewing;
using SayNo.Content.Published;
using SayNo.Content.Releases;
using SayNo.Web.Admin;
using SayNo.Web.Previewing;

namespace SayNo.Admin.Previewing;

/// <summary>Shows public pages with an unpublished text in them: to whoever has a link, and to the editor who is signed in.</summary>
internal static class PreviewEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapPreviews(this IEndpointRouteBuilder site)
    {
        site.MapMethods("/preview/{token}/{**path}", Reading, Open).WithMetadata(new AllowAnonymousAttribute()).ExcludeFromDescription();
        site.MapMethods("/admin/content/{id}/{locale}/preview/page/{**path}", Reading, Show).ExcludeFromDescription();
        site.MapMethods("/admin/releases/{id}/preview/page/{**path}", Reading, ShowRelease).ExcludeFromDescription();
    }

    /// <summary>Nobody is told whether a token never was, has run out or was revoked.</summary>
    private static async Task Open(
        HttpContext context, string token, string? path, PreviewLinks links, PreviewPictures pictures, ReleasePreviews releases, CancellationToken ct)
    {
        if (await links.OpenAsync(token, ct) is not { } opened || await PictureAsync(opened, pictures, releases, ct) is not { } picture)
        {
            context.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
            context.Response.StatusCode = StatusCodes.Status410Gone;

            return;
        }

        if (string.IsNullOrEmpty(path))
        {
            context.Request.QueryString = QueryOf(opened.Link.Path);
        }

        new PreviewAnswer(picture, string.IsNullOrEmpty(path) ? opened.Link.Path.Split('?')[0] : "/" + path).Answer(context);
    }

    private static async Task<Picture?> PictureAsync(OpenedPreview opened, PreviewPictures pictures, ReleasePreviews releases, CancellationToken ct) =>
        opened.Link.ReleaseId is null ? (await pictures.OfAsync(opened, ct))?.Picture : (await releases.OfAsync(opened, ct))?.Picture;

    private static async Task ShowRelease(HttpContext context, string id, string? path, ReleasePreviews releases, CancellationToken ct)
    {
        if (await releases.OfAsync(id, SignedIn.Get(context), ct) is not { } preview)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;

            return;
        }

        new PreviewAnswer(preview.Picture, "/" + path) { IsFramed = true }.Answer(context);
    }

    private static async Task Show(
        HttpContext context, string id, string locale, string? path, TypedTexts typed, AdminTexts texts, PreviewPictures pictures, CancellationToken ct)
    {
        var variant = LocaleInAddress.Read(locale);
        var editor = SignedIn.Get(context);
        var values = context.Request.Query["typed"] == "1" ? await typed.FindAsync(id, variant, editor, texts.For(context).Culture.Name, ct) : null;

        if (await pictures.OfAsync(id, variant, values, editor, ct) is not { } preview)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;

            return;
        }

        new PreviewAnswer(preview.Picture, "/" + path) { IsFramed = true }.Answer(context);
    }

    private static QueryString QueryOf(string path) =>
        path.IndexOf('?', StringComparison.Ordinal) is >= 0 and var mark ? new(path[mark..]) : QueryString.Empty;
}
