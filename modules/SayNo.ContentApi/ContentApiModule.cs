using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SayNo.ContentApi.Description;
using SayNo.Web;

namespace SayNo.ContentApi;

/// <summary>JSON for partners under /api/v1: what every content type has, the description of all resources, and the rules that hold for each.</summary>
public sealed class ContentApiModule : Module
{
    public override string Name => "ContentApi";

    public override void Add(IServiceCollection services) => services.AddApiDescription().AddSingleton<ApiPages>();

    public override void Use(IApplicationBuilder app) => app.UseMiddleware<ApiGate>();

    public override void MapApi(IEndpointRouteBuilder api)
    {
        api.MapContent();
        api.MapOpenApiDocument();
    }

    public override void Map(IEndpointRouteBuilder site)
    {
        var api = site.MapGroup("/api/v1");

        foreach (var module in site.ServiceProvider.GetRequiredService<ModuleList>().All)
        {
            module.MapApi(api);
        }

        ApiPages.Map(site);
    }
}
