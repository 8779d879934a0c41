namespace SayNo.Web.Api;

/// <summary>What an endpoint takes and gives. Requests are checked by it, and OpenAPI is written from it.</summary>
/// <param name="Schema">Name of the schema of <c>data</c>, or of each entry of it: a content type, or one of <see cref="Schemas"/>.</param>
public sealed record ApiOperation(string Schema)
{
    /// <summary>Name of the content type that it reads; empty if that is in its path.</summary>
    public string Type { get; init; } = "";

    public bool IsList { get; init; }

    /// <summary>Name of the schema of <c>meta</c>; the usual one unless told.</summary>
    public string? Meta { get; init; }

    public IReadOnlyList<QueryParameter> Parameters { get; init; } = [];

    /// <summary>Each part of the path with what it is and an example.</summary>
    public IReadOnlyDictionary<string, (string Description, string Example)> Path { get; init; } = new Dictionary<string, (string, string)>();

    /// <summary>Schemas (JSON Schema 2020-12, as text) that are not those of content types, by name.</summary>
    public IReadOnlyDictionary<string, string> Schemas { get; init; } = new Dictionary<string, string>();
}
