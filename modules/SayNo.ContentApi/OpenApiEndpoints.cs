using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using SayNo.ContentApi.Description;
using SayNo.Web.Api;

namespace SayNo.ContentApi;

/// <summary>The description of the API for programs.</summary>
internal static class OpenApiEndpoints
{
    public static void MapOpenApiDocument(this IEndpointRouteBuilder api) =>
        api.MapMethods("/openapi.json", ReadRoutes.Methods, Get).WithMetadata(new ApiOperation("")).WithName("GetOpenApi").ExcludeFromDescription();

    private static Task Get(ApiRequest request, [FromKeyedServices(ApiDescription.Name)] IOpenApiDocumentProvider provider) =>
        request.AnswerAsync("/api/v1/openapi.json", async () =>
        {
            var document = await provider.GetOpenApiDocumentAsync(request.Context.RequestAborted);
            using var bytes = new MemoryStream();
            await document.SerializeAsJsonAsync(bytes, OpenApiSpecVersion.OpenApi3_1, request.Context.RequestAborted);

            return new()
            {
                Body = bytes.ToArray(),
                ContentType = ApiJson.MediaType,
                MadeOf = [],
                Headers = [Envelope.AllowOrigin, Envelope.ExposeHeaders],
            };
        });
}
