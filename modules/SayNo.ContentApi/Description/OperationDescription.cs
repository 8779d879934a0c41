using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SayNo.Content.Published;
using SayNo.Web.Api;

namespace SayNo.ContentApi.Description;

/// <summary>Describes one endpoint: its parameters, and each way in which it answers.</summary>
internal sealed class OperationDescription(PublishedContent published) : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var told = context.Description.ActionDescriptor.EndpointMetadata.OfType<ApiOperation>().Single();
        var document = context.Document ?? throw new InvalidOperationException("An operation is described only as a part of a document.");
        operation.Parameters = [.. told.Path.Select(part => PathParameter(part.Key, part.Value)), .. told.Parameters.Select(parameter => Query(parameter, told))];
        operation.Responses = new()
        {
            ["200"] = Success(told, document),
            ["304"] = new OpenApiResponseReference("NotModified", document),
            ["400"] = new OpenApiResponseReference("BadRequest", document),
        };

        if (told.Path.Count > 0)
        {
            operation.Responses["404"] = new OpenApiResponseReference("NotFound", document);
        }

        operation.Responses["406"] = new OpenApiResponseReference("NotAcceptable", document);
        operation.Responses["default"] = new OpenApiResponseReference("Problem", document);

        return Task.CompletedTask;
    }

    private static OpenApiParameter PathParameter(string name, (string Description, string Example) part) => new()
    {
        Name = name,
        In = ParameterLocation.Path,
        Required = true,
        Description = part.Description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        Example = part.Example,
    };

    private OpenApiParameter Query(QueryParameter parameter, ApiOperation told) => new()
    {
        Name = parameter.Name,
        In = ParameterLocation.Query,
        Description = parameter.Description,
        Required = parameter.Example is not null,
        Example = parameter.Example,
        Schema = parameter.Name switch
        {
            "limit" => Number(QueryParameter.MostLimit, QueryParameter.LimitUnlessTold),
            "page" => Number(QueryParameter.MostPage, 1),
            "q" => new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = QueryParameter.LongestWords },

            // Which countries there are changes with the content; languages and kinds change with the site's settings and types.
            "country" => new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^[A-Z]{2}$" },
            "cursor" => new OpenApiSchema { Type = JsonSchemaType.String },
            _ => new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Enum = [.. parameter.Allowed(published.Current, told.Type).Select(one => (JsonNode)one)],
            },
        },
    };

    private static OpenApiSchema Number(int most, int unlessTold) =>
        new() { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = $"{most}", Default = unlessTold };

    private static OpenApiResponse Success(ApiOperation told, OpenApiDocument document) => new()
    {
        Description = told.IsList ? "A page of the list." : "The document.",
        Headers = new Dictionary<string, IOpenApiHeader>
        {
            ["ETag"] = new OpenApiHeaderReference("ETag", document),
            ["Last-Modified"] = new OpenApiHeaderReference("Last-Modified", document),
            ["Cache-Control"] = new OpenApiHeaderReference("Cache-Control", document),
            ["Link"] = new OpenApiHeaderReference("Link", document),
        },
        Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new() { Schema = Envelope(told, document) } },
    };

    private static OpenApiSchema Envelope(ApiOperation told, OpenApiDocument document)
    {
        var data = new OpenApiSchemaReference(told.Schema, document);

        return new()
        {
            Type = JsonSchemaType.Object,
            Required = new HashSet<string> { "data", "meta", "links" },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["data"] = told.IsList ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = data } : data,
                ["meta"] = new OpenApiSchemaReference(told.Meta ?? (told.IsList ? "PageMeta" : "Meta"), document),
                ["links"] = new OpenApiSchemaReference("Links", document),
            },
        };
    }
}
