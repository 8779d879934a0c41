namespace SayNo.Search;

/// <summary>The schemas of what a search answers.</summary>
internal static class SearchSchemas
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["SearchResult"] = """
            {
              "type": "object",
              "description": "Something that fits what was typed.",
              "required": ["kind", "id", "scope", "title", "page"],
              "properties": {
                "kind": { "type": "string", "enum": ["country", "contact", "step", "page", "film", "partner"], "description": "Results of one kind stand together." },
                "id": { "type": "string", "pattern": "^[0-9a-z]{26}$", "description": "The id of its document.", "example": "318jh7ka3ke5sedtxtk3ag169s" },
                "scope": { "type": "string", "pattern": "^[A-Z]{2}$", "description": "Who owns it: an ISO 3166-1 alpha-2 code, or EU for the campaign.", "example": "DE" },
                "title": { "$ref": "#/components/schemas/SearchText" },
                "excerpt": { "$ref": "#/components/schemas/SearchText" },
                "country": { "$ref": "#/components/schemas/SearchText" },
                "page": { "type": "string", "description": "Where the public site shows it.", "example": "/de/de#help" },
                "document": { "type": "string", "description": "The whole document, with what says how far to trust it. Add `locale`.", "example": "/api/v1/content/CountryContact/318jh7ka3ke5sedtxtk3ag169s" }
              }
            }
            """,
        ["SearchText"] = """
            {
              "type": "object",
              "description": "A text of a result. `country` is there where the result belongs to another country than the visitor's; `excerpt` stands near the words that were found.",
              "required": ["text"],
              "properties": {
                "text": { "type": "string", "description": "Without markup.", "example": "Nummer gegen Kummer" },
                "locale": { "type": "string", "description": "The language it is written in; absent for a name.", "example": "de" }
              }
            }
            """,
        ["SearchMeta"] = """
            {
              "type": "object",
              "required": ["locale", "count", "total", "limit", "page", "isOnlyClose"],
              "properties": {
                "locale": { "type": "string", "description": "The language answered in." },
                "count": { "type": "integer", "description": "How many are on this page." },
                "total": { "type": "integer", "description": "How many there are on all pages." },
                "limit": { "type": "integer", "description": "How many fit on a page." },
                "page": { "type": "integer", "description": "Which page this is." },
                "isOnlyClose": { "type": "boolean", "description": "True if nothing has just these words, and the results have words that are close. Please say so." }
              }
            }
            """,
    };
}
