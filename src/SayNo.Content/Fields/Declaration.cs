using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SayNo.Content.Fields.Formats;

namespace SayNo.Content.Fields;

/// <summary>The settings of one field as a recipe declares them: Orchard Core's own, those of the kind, and ours, read as one list.</summary>
internal sealed class Declaration
{
    private readonly List<JsonObject> _settings;

    public Declaration(string name, string kind, JsonObject record)
    {
        Name = name;
        var settings = record["Settings"] as JsonObject ?? [];
        _settings =
        [
            .. new[] { "SayNoFieldSettings", kind + "Settings", "ContentPartFieldSettings" }.Select(part => settings[part]).OfType<JsonObject>(),
        ];
    }

    public string Name { get; }

    public static string? TextOf(JsonObject node, string member) =>
        node[member] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public string? Text(string setting) => Find(setting) switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => throw Wrong(setting, "a text"),
    };

    public bool Flag(string setting) => Find(setting) switch
    {
        null => false,
        JsonValue value when value.TryGetValue<bool>(out var flag) => flag,
        _ => throw Wrong(setting, "true or false"),
    };

    public decimal? Decimal(string setting) => Find(setting) switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.Number && value.TryGetValue<decimal>(out var number) => number,
        _ => throw Wrong(setting, "a number"),
    };

    public int? Int(string setting) => Decimal(setting) switch
    {
        null => null,
        { } number when number == decimal.Truncate(number) && number is >= 0 and <= int.MaxValue => (int)number,
        _ => throw Wrong(setting, "a whole number, 0 or more"),
    };

    public IReadOnlyList<string> Texts(string setting) => Find(setting) switch
    {
        null => [],
        JsonArray list when list.All(node => node?.GetValueKind() == JsonValueKind.String) => [.. list.Select(node => (string)node!)],
        _ => throw Wrong(setting, "a list of texts"),
    };

    public bool IsDuration() => Text("Format") switch
    {
        null => false,
        "duration" => true,
        var other => throw new FormatException($"The field {Name} has the format {other}, which numbers do not have. There is: duration."),
    };

    public Format? Format() => Text("Format") switch
    {
        null => null,
        "phone" => new PhoneFormat(),
        "email" => new EmailFormat(),
        "language" => new LanguageFormat(),
        "country" => new CountryFormat(),
        "openingHours" => new OpeningHoursFormat(),
        "choice" when Texts("Choices") is { Count: > 0 } choices => new ChoiceFormat(choices),
        "choice" => throw new FormatException($"The field {Name} has the format choice, but no \"Choices\" to choose from."),
        var other => throw new FormatException(string.Create(CultureInfo.InvariantCulture,
            $"The field {Name} has the format {other}, which does not exist. There are: phone, email, language, country, choice, openingHours.")),
    };

    private JsonNode? Find(string setting) => _settings.Select(part => part[setting]).FirstOrDefault(node => node is not null);

    private FormatException Wrong(string setting, string expected) => new($"The setting {setting} of the field {Name} must be {expected}.");
}
