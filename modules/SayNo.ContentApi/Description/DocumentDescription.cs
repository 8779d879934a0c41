using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using SayNo.Content.Published;
using SayNo.Web.Api;

namespace SayNo.ContentApi.Description;

/// <summary>Describes the API as a whole, and what its resources have in common.</summary>
internal sealed class DocumentDescription(PublishedContent published, EndpointDataSource endpoints) : IOpenApiDocumentTransformer
{
    private const string About = """
        Everything the campaign publishes, as JSON: for web sites, apps and chat tools of police, helplines and schools. It is free to read, without a key, from any site.

        If you want one thing: `GET /api/v1/countries/{code}/{locale}` is the whole page of a country in one language.

        - **Language.** `provenance` names the language of every text. A text that is missing in the language you asked for may come in another; `fallbacks` names those. Show them with their own `lang`.
        - **Trust.** `isReviewed`, `confidence` and `freshness` say how far to trust a document. A wrong number can hurt a child: show them, or leave out what you do not trust.
        - **Caching.** Every answer has a strong `ETag`. Ask again with `If-None-Match`, and keep showing what you have if we do not answer: `stale-if-error` gives you a day.
        - **Refusals** are problem details (RFC 9457). Unknown parameters are refused, not ignored.
        """;

    private static readonly (string Name, string Description)[] Tags =
    [
        ("Countries", "A country's page put together: the place to start."),
        ("Campaign", "What the campaign says and shows: steps, contacts, films, partners and facts, across all countries."),
        ("Search", "What fits what somebody typed, in their language."),
        ("Content", "The documents of any content type, as they are stored."),
    ];

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new() { Title = "#SayNo Content API", Version = "1.0", Description = About.ReplaceLineEndings("\n") };
        document.Servers = [new() { Url = "/" }];
        document.Tags = Tags.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Description }).ToHashSet();
        document.Components ??= new();
        document.Components.Schemas = Schemas(document);
        document.Components.Headers = Headers();
        document.Components.Responses = Responses(document);

        return Task.CompletedTask;
    }

    private SortedDictionary<string, IOpenApiSchema> Schemas(OpenApiDocument document)
    {
        var ofModules = endpoints.Endpoints.SelectMany(endpoint => endpoint.Metadata.GetMetadata<ApiOperation>()?.Schemas ?? new Dictionary<string, string>());
        var all = ofModules.Concat(SharedSchemas.All).DistinctBy(pair => pair.Key)
            .Select(pair => KeyValuePair.Create(pair.Key, JsonNode.Parse(pair.Value)!.AsObject()))
            .Concat(new ContentSchemas(published.Current).All())
            .ToDictionary();
        var examples = new SchemaExamples(all);
        var result = new SortedDictionary<string, IOpenApiSchema>(StringComparer.Ordinal);

        foreach (var (name, schema) in all)
        {
            var whole = schema.DeepClone().AsObject();
            whole["example"] ??= examples.Of(schema);
            result[name] = OpenApiModelFactory.Parse<OpenApiSchema>(whole.ToJsonString(), OpenApiSpecVersion.OpenApi3_1, document, out var found)
                ?? throw new InvalidOperationException($"The schema {name} cannot be read: {string.Join(" ", found.Errors.Select(error => error.Message))}");
        }

        return result;
    }

    private static Dictionary<string, IOpenApiHeader> Headers() => new()
    {
        ["ETag"] = Header("Names exactly these bytes in this content coding. Send it back in `If-None-Match`.", "\"ajm7Vq2k3cWUpeqX0sO9dg\""),
        ["Last-Modified"] = Header("When something that the answer was made of last changed.", "Sun, 22 Nov 2026 09:30:00 GMT"),
        ["Cache-Control"] = Header("How long to keep the answer, also if we cannot be reached.", "public, max-age=60, stale-while-revalidate=600, stale-if-error=86400"),
        ["Link"] = Header("Related addresses (RFC 8288): self, next, prev, alternate, describedby, service-desc, service-doc.", "</api/v1/steps>; rel=\"self\""),
    };

    private static OpenApiHeader Header(string description, string example) => new()
    {
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        Example = example,
    };

    private static Dictionary<string, IOpenApiResponse> Responses(OpenApiDocument document) => new()
    {
        ["NotModified"] = new OpenApiResponse
        {
            Description = "You have it already: the ETag in If-None-Match is still right.",
            Headers = new Dictionary<string, IOpenApiHeader>
            {
                ["ETag"] = new OpenApiHeaderReference("ETag", document),
                ["Cache-Control"] = new OpenApiHeaderReference("Cache-Control", document),
            },
        },
        ["BadRequest"] = Refusal(ProblemType.InvalidParameter, "A query parameter is unknown or has a value that it cannot have.", document),
        ["NotFound"] = Refusal(ProblemType.NotFound, "A part of the address leads nowhere.", document),
        ["NotAcceptable"] = Refusal(ProblemType.NotAcceptable, "The Accept header leaves out application/json.", document),
        ["Problem"] = Refusal(ProblemType.InternalError, "Anything else: 405, 414, 500.", document),
    };

    private static OpenApiResponse Refusal(ProblemType type, string description, OpenApiDocument document) => new()
    {
        Description = description,
        Content = new Dictionary<string, OpenApiMediaType>
        {
            [ApiProblem.MediaType] = new() { Schema = new OpenApiSchemaReference("Problem", document), Example = Example(type) },
        },
    };

    private static JsonObject Example(ProblemType type) => new()
    {
        ["type"] = type.Address,
        ["title"] = type.Title,
        ["status"] = type.Status,
        ["detail"] = type.Meaning,
        ["instance"] = "/api/v1/contacts",
        ["traceId"] = "0HNQ5V1R3J2K8:00000001",
        ["errors"] = new JsonArray(),
    };
}
