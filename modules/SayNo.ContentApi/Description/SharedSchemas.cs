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
                "self": { "type": "string", "description": "The canonical address of this answer." },
                "next": { "type": "string", "description": "The next page of a list; absent on the last one." },
                "prev": { "type": "string", "description": "The page before; absent on the first one." },
                "page": { "type": "string", "description": "The page of the public site that says the same." },
                "locales": { "type": "object", "additionalProperties": { "type": "string" }, "description": "The same in other languages, by BCP 47 tag." },
                "describedby": { "type": "string", "description": "The schema of the data." }
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
                "type": { "type": "string", "format": "uri-reference", "description": "Which kind of problem; the address explains it." },
                "title": { "type": "string", "description": "The kind in words, the same each time." },
                "status": { "type": "integer", "description": "The HTTP status code." },
                "detail": { "type": "string", "description": "What is wrong here and what would be right." },
                "instance": { "type": "string", "format": "uri-reference", "description": "The path that was asked for." },
                "traceId": { "type": "string", "description": "Names this answer in our log." },
                "errors": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["in", "parameter", "detail", "allowed"],
                    "properties": {
                      "in": { "type": "string", "enum": ["path", "query", "header"] },
                      "parameter": { "type": "string" },
                      "detail": { "type": "string" },
                      "allowed": { "type": "array", "items": { "type": "string" }, "description": "What it may be; empty if that cannot be listed." }
                    }
                  }
                }
              }
            }
            """,
    };
}
