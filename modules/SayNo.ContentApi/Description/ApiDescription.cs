using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using SayNo.Web.Api;
using ApiDescriptionOf = Microsoft.AspNetCore.Mvc.ApiExplorer.ApiDescription;

namespace SayNo.ContentApi.Description;

/// <summary>How the endpoints of all modules become one OpenAPI document.</summary>
internal static class ApiDescription
{
    public const string Name = "v1";

    public static IServiceCollection AddApiDescription(this IServiceCollection services) => services.AddOpenApi(Name, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = IsResource;
        options.AddOperationTransformer<OperationDescription>();
        options.AddDocumentTransformer<DocumentDescription>();
    });

    /// <summary>HEAD is GET without a body: it needs no description of its own.</summary>
    private static bool IsResource(ApiDescriptionOf api) =>
        HttpMethods.IsGet(api.HttpMethod ?? "") && api.ActionDescriptor.EndpointMetadata.OfType<ApiOperation>().Any();
}
