namespace SayNo.Campaign;

/// <summary>The schemas (JSON Schema 2020-12) of what <see cref="CountryJson"/> writes.</summary>
internal static class CountrySchemas
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["Country"] = """
            {
              "description": "A country: its own document, and where its whole pages are.",
              "allOf": [
                { "$ref": "#/components/schemas/CountryPage" },
                {
                  "type": "object",
                  "required": ["code", "pages"],
                  "properties": {
                    "code": { "type": "string", "pattern": "^[A-Z]{2}$", "description": "ISO 3166-1 alpha-2, or XK for Kosovo*.", "example": "DE" },
                    "pages": {
                      "type": "object", "additionalProperties": { "type": "string" },
                      "description": "Its whole page in each of its languages, by BCP 47 tag, the main language first.", "example": { "de": "/api/v1/countries/DE/de" }
                    }
                  }
                }
              ]
            }
            """,
        ["Contact"] = """
            {
              "description": "A contact, and how long ago somebody made sure that it is right.",
              "allOf": [
                { "$ref": "#/components/schemas/CountryContact" },
                {
                  "type": "object",
                  "required": ["freshness"],
                  "properties": {
                    "freshness": {
                      "type": "string", "enum": ["never-checked", "fresh", "amber", "red"],
                      "description": "amber: last checked 60 days ago or longer; red: 90 days or longer. Do not rely on a red one alone.", "example": "fresh"
                    }
                  }
                }
              ]
            }
            """,
        ["CountryView"] = """
            {
              "type": "object",
              "description": "A country's whole page in one language: what the public page shows, in its order.",
              "required": ["code", "locale", "isReviewed", "publishedAt", "country", "emergency", "alerts", "steps", "contacts", "partners"],
              "properties": {
                "code": { "type": "string", "pattern": "^[A-Z]{2}$", "example": "DE" },
                "locale": { "type": "string", "description": "The language of the page.", "example": "de" },
                "isReviewed": { "type": "boolean", "description": "False while a text of the page has been read by nobody but its translator." },
                "publishedAt": { "type": "string", "format": "date-time", "description": "When the newest part of the page was published.", "example": "2026-11-22T09:30:00Z" },
                "country": { "$ref": "#/components/schemas/CountryPage" },
                "emergency": {
                  "type": "object",
                  "required": ["isPoliceFallback"],
                  "description": "For danger right now. The number is not 112 everywhere.",
                  "properties": {
                    "number": { "type": "string", "example": "112" },
                    "confidence": { "type": "string", "enum": ["confirmed", "likely", "unverified"] },
                    "isPoliceFallback": { "type": "boolean", "description": "True if no contact for reports to the police can be relied on: show this number and the child helpline in its place." }
                  }
                },
                "alerts": { "type": "array", "items": { "$ref": "#/components/schemas/Alert" }, "description": "Show them first. Active ones only." },
                "steps": { "type": "array", "items": { "$ref": "#/components/schemas/Step" }, "description": "What to do now, in order, in the country's own wording where it has one." },
                "firstToTalkTo": { "type": "string", "description": "The id of the contact for one tap: the first child helpline that can be called or written to at once.", "example": "318jh7ka3ke5sedtxtk3ag169s" },
                "contacts": {
                  "type": "array",
                  "description": "By kind, in the order of the page; a kind without a contact is absent.",
                  "items": {
                    "type": "object",
                    "required": ["kind", "contacts"],
                    "properties": {
                      "kind": { "type": "string", "enum": ["police-report", "child-helpline", "hotline", "missing-children", "image-removal"] },
                      "contacts": {
                        "type": "array",
                        "description": "The better place to start first.",
                        "items": {
                          "allOf": [
                            { "$ref": "#/components/schemas/Contact" },
                            {
                              "type": "object", "required": ["speaksPageLanguage"],
                              "properties": { "speaksPageLanguage": { "type": "boolean", "description": "Whether somebody there speaks the language of the page." } }
                            }
                          ]
                        }
                      }
                    }
                  }
                },
                "film": {
                  "description": "In the language of the page, else in the country's main one, else in English; one that can be seen before one whose address nobody knows. Absent if there is none.",
                  "allOf": [
                    { "$ref": "#/components/schemas/Film" },
                    { "type": "object", "required": ["isInPageLanguage"], "properties": { "isInPageLanguage": { "type": "boolean" } } }
                  ]
                },
                "partners": {
                  "type": "object",
                  "required": ["country", "european"],
                  "properties": {
                    "country": { "type": "array", "items": { "$ref": "#/components/schemas/Partner" } },
                    "european": { "type": "array", "items": { "$ref": "#/components/schemas/Partner" } }
                  }
                }
              }
            }
            """,
    };
}
