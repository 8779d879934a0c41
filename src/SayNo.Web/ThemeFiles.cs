using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SayNo.Content.Published;
using SayNo.Web.Caching;

namespace SayNo.Web;

/// <summary>Serves the few files of the theme that a page does not carry itself.</summary>
internal static class ThemeFiles
{
    public static void Map(IEndpointRouteBuilder site, Theme theme)
    {
        foreach (var (path, (file, contentType)) in theme.Files)
        {
            var answer = new Answer { Body = theme.Read(file), ContentType = contentType, MadeOf = [] };

            site.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], (HttpContext context, PublishedContent published, ResponseCache cache) =>
                cache.ServeAsync(context, path, "", published.Current, () => ValueTask.FromResult(answer))).ExcludeFromDescription();
        }
    }
}
