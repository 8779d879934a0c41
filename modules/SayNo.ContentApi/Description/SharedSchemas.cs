namespace SayNo.ContentApi.Description;

/// <summary>The schemas that do not depend on content: what is around the data, and how refusals look.</summary>
internal static class SharedSchemas
{
    public static IReadOnlyDictionary<string, string> All { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["Links"] = """
            {
              "type": "object",
              "description": "Addresses on this site, by link relation. The Link header says the same.",
              "required": ["self"],
              "properties": {
                "self": { "type": "string", "description": "The canonical address of this answer.", "example": "/api/v1/contacts?limit=50" },
                "next": { "type": "string", "description": "The next page of a list; absent on the last one.", "example": "/api/v1/contacts?cursor=MXxBVHwyfHpjMjNweG1tNHM5ZmVxam5tZzM3ZHFkdDhnfDE0Ny1yYXQtYXVmLWRyYWh0" },
                "prev": { "type": "string", "description": "The page before; absent on the first one.", "example": "/api/v1/contacts?cursor=MnxBVHwxfDMxOGpoN2thM2tlNXNlZHR4dGszYWcxNjlzfGJ1bmRlcw" },
                "page": { "type": "string", "description": "The page of the public site that says the same.", "example": "/de/de" },
                "locales": { "type": "object", "additionalProperties": { "type": "string" }, "description": "The same in other languages, by BCP 47 tag." },
                "describedby": { "type": "string", "description": "The schema of the data.", "example": "/api/v1/openapi.json#/components/schemas/Contact" }
              },
              "additionalProperties": { "type": "string" }
            }
            """,
        ["Meta"] = """
            { "type": "object", "required": ["locale"], "properties": { "locale": { "type": "string", "description": "The language answered in." } } }
            """,
        ["PageMeta"] = """
            {
              "type": "object",
              "required": ["locale", "count", "total", "limit"],
              "properties": {
                "locale": { "type": "string", "description": "The language answered in." },
                "count": { "type": "integer", "description": "How many are on this page." },
                "total": { "type": "integer", "description": "How many there are on all pages now." },
                "limit": { "type": "integer", "description": "How many fit on a page." }
              }
            }
            """,
        ["Problem"] = """
            {
              "type": "object",
              "description": "Problem details (RFC 9457).",
              "required": ["type", "title", "status", "detail", "instance", "traceId", "errors"],
              "properties": {
                "type": { "type": "string", "format": "uri-reference", "description": "Which kind of problem; the address explains it.", "example": "/api/problems/invalid-parameter" },
                "title": { "type": "string", "description": "The kind in words, the same each time.", "example": "Invalid value of a query parameter" },
                "status": { "type": "integer", "description": "The HTTP status code.", "example": 400 },
                "detail": { "type": "string", "description": "What is wrong here and what would be right.", "example": "The locale \"xx\" does not exist. There are: de, en." },
                "instance": { "type": "string", "format": "uri-reference", "description": "The path that was asked for.", "example": "/api/v1/contacts" },
                "traceId": { "type": "string", "description": "Names this answer in our log.", "example": "0HNQ5V1R3J2K8:00000001" },
                "errors": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["in", "parameter", "detail", "allowed"],
                    "properties": {
                      "in": { "type": "string", "enum": ["query", "path", "header"] },
                      "parameter": { "type": "string", "example": "locale" },
                      "detail": { "type": "string", "example": "The locale \"xx\" does not exist. There are: de, en." },
                      "allowed": { "type": "array", "items": { "type": "string" }, "description": "What it may be; empty if that cannot be listed.", "example": ["de", "en"] }
                    }
                  }
                }
              }
            }
            """,
    };
}
