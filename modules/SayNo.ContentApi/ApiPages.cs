using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using SayNo.Content.Published;
using SayNo.ContentApi.Description;
using SayNo.ContentApi.Guide;
using SayNo.Web.Api;
using SayNo.Web.Caching;
using SayNo.Web.Pages;

namespace SayNo.ContentApi;

/// <summary>The pages for developers, in English: <c>/api</c> says what the OpenAPI document says, <c>/api/problems/{name}</c> explains a refusal.</summary>
internal sealed class ApiPages(PublishedContent published, ResponseCache cache, PageRenderer renderer)
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapMethods("/api", Reading, (HttpContext context, ApiPages pages) => pages.ShowApiAsync(context)).ExcludeFromDescription();
        site.MapMethods("/api/problems/{name}", Reading, (HttpContext context, string name, ApiPages pages) => pages.ShowProblemAsync(context, name))
            .ExcludeFromDescription();
    }

    private Task ShowApiAsync(HttpContext context) => ShowAsync(context, "/api", "ContentApi", "Content API", async () =>
    {
        var provider = context.RequestServices.GetRequiredKeyedService<IOpenApiDocumentProvider>(ApiDescription.Name);
        var document = await provider.GetOpenApiDocumentAsync(context.RequestAborted);
        var json = await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, context.RequestAborted);

        return new ApiPageReader(JsonNode.Parse(json)!.AsObject()).Read();
    });

    private Task ShowProblemAsync(HttpContext context, string name) =>
        ProblemType.All.FirstOrDefault(one => one.Name == name) is { } type
            ? ShowAsync(context, type.Address, "ContentApiProblem", type.Title, () => Task.FromResult(type))
            : ApiProblem.NotFound("There is no such kind of problem. /api lists all.", "name", [.. ProblemType.All.Select(one => one.Name)]).WriteAsync(context);

    private Task ShowAsync<T>(HttpContext context, string path, string view, string title, Func<Task<T>> read)
    {
        var picture = published.Current;

        return cache.ServeAsync(context, path, "", picture, async () => new()
        {
            Body = await renderer.RenderAsync(
                context, view, new PageFrame { Locale = "en", Title = title, ExitTarget = ExitTargets.Default(picture.Settings) }, await read()),
            ContentType = PageRenderer.Html,
            MadeOf = [],
            Headers = [new("Content-Security-Policy", ApiStyle.Policy), Envelope.AllowOrigin],
        });
    }
}
