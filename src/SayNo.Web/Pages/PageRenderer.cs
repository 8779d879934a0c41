using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
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

    public Task<ReadOnlyMemory<byte>> RenderAsync<T>(HttpContext context, string view, PageFrame frame, T model)
    {
        var action = new ActionContext(context, NoRoute, NoAction);

        return DrawAsync(action, views.FindView(action, view, isMainPage: true), Data(model, frame));
    }

    /// <summary>Draws a view that stands at one place, within the layout of its folder.</summary>
    public Task<ReadOnlyMemory<byte>> RenderAtAsync<T>(HttpContext context, string path, T model) =>
        DrawAsync(new(context, NoRoute, NoAction), views.GetView(null, path, isMainPage: true), Data(model, null));

    private ViewDataDictionary<T> Data<T>(T model, PageFrame? frame) =>
        new(metadata, new ModelStateDictionary()) { Model = model, [PageFrame.Key] = frame };

    private async Task<ReadOnlyMemory<byte>> DrawAsync(ActionContext action, ViewEngineResult found, ViewDataDictionary data)
    {
        if (found.View is null)
        {
            throw new InvalidOperationException($"No view {found.ViewName} in {string.Join(", ", found.SearchedLocations ?? [])}.");
        }

        using var bytes = new MemoryStream(UsualSize);

        await using (var writer = new HttpResponseStreamWriter(bytes, new UTF8Encoding(false)))
        {
            await found.View.RenderAsync(new ViewContext(
                action, found.View, data, new TempDataDictionary(action.HttpContext, tempData), writer, new HtmlHelperOptions()));
        }

        return bytes.ToArray();
    }
}
