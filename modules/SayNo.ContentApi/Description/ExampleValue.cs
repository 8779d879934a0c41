using System.Text.Json.Nodes;
using SayNo.Content.Fields;
using SayNo.Content.Fields.Formats;

namespace SayNo.ContentApi.Description;

/// <summary>Made-up values of fields that keep to the rules of their kinds and formats.</summary>
internal static class ExampleValue
{
    public static JsonNode? Of(Field field) => field switch
    {
        TextField text => Of(text.Format) ?? field.Label,
        MarkdownField => "A short text with a *list*:\n\n- one thing\n- another",
        MultiTextField texts => new JsonArray(Of(texts.Format) ?? field.Label),
        NumericField { IsDuration: true } => 600,
        NumericField number => number.Minimum ?? 1,
        BooleanField => true,
        DateField => "2026-11-22",
        DateTimeField => "2026-11-22T18:30:00Z",
        TimeField => "18:30",
        LinkField => new JsonObject { ["url"] = "https://www.example.org/", ["text"] = "Example" },
        MediaField => new JsonArray(new JsonObject { ["path"] = "films/example.mp4", ["text"] = "What is to be seen" }),
        ItemPickerField => new JsonArray("zc23pxmm4s9feqjnmg37dqdt8g"),
        _ => null,
    };

    private static string? Of(Format? format) => format switch
    {
        ChoiceFormat choice => choice.Choices[0],
        PhoneFormat => "116111",
        EmailFormat => "help@police.example",
        LanguageFormat => "de",
        CountryFormat => "AT",
        OpeningHoursFormat => "Mo-Fr 08:00-22:00",
        _ => null,
    };
}
