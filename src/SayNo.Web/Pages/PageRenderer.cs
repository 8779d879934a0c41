using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;

namespace SayNo.Web.Pages;

/// <summary>Draws a page with the view of the theme, or of a module where the theme has none.</summary>
public sealed class PageRenderer(IRazorViewEngine views, ITempDataProvider tempData, IModelMetadataProvider metadata)
{
    public const string Html = "text/html; charset=utf-8";

    private const int UsualSize = 64 * 1024;

    private static readonly ActionDescriptor NoAction = new();
    private static readonly RouteData NoRoute = new();

    public async Task<ReadOnlyMemory<byte>> RenderAsync<T>(HttpContext context, string view, PageFrame frame, T model)
    {
        var action = new ActionContext(context, NoRoute, NoAction);
        var found = views.FindView(action, view, isMainPage: true);

        if (found.View is null)
        {
            throw new InvalidOperationException($"No view {view} in {string.Join(", ", found.SearchedLocations ?? [])}.");
        }

        using var bytes = new MemoryStream(UsualSize);
        var data = new ViewDataDictionary<T>(metadata, new ModelStateDictionary()) { Model = model, [PageFrame.Key] = frame };

        await using (var writer = new HttpResponseStreamWriter(bytes, new UTF8Encoding(false)))
        {
            await found.View.RenderAsync(new ViewContext(
                action, found.View, data, new TempDataDictionary(context, tempData), writer, new HtmlHelperOptions()));
        }

        return bytes.ToArray();
    }
}
