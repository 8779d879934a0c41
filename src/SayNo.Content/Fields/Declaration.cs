using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SayNo.Content.Fields.Formats;

namespace SayNo.Content.Fields;

/// <summary>The settings of one field as a recipe declares them: Orchard Core's own, those of the kind, and ours, read as one list.</summary>
public sealed class Declaration
{
    private readonly List<JsonObject> _settings;

    internal Declaration(string name, string kind, JsonObject record)
    {
        Name = name;
        var settings = record["Settings"] as JsonObject ?? [];
        _settings =
        [
            .. new[] { "SayNoFieldSettings", kind + "Settings", "ContentPartFieldSettings" }.Select(part => settings[part]).OfType<JsonObject>(),
        ];
    }

    public string Name { get; }

    internal static string? TextOf(JsonObject node, string member) =>
        node[member] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <exception cref="FormatException">The setting is there and no text.</exception>
    public string? Text(string setting) => Find(setting) switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => throw Wrong(setting, "a text"),
    };

    /// <exception cref="FormatException">The setting is there and neither true nor false.</exception>
    public bool Flag(string setting) => Find(setting) switch
    {
        null => false,
        JsonValue value when value.TryGetValue<bool>(out var flag) => flag,
        _ => throw Wrong(setting, "true or false"),
    };

    /// <exception cref="FormatException">The setting is there and no number.</exception>
    public decimal? Number(string setting) => Find(setting) switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.Number && value.TryGetValue<decimal>(out var number) => number,
        _ => throw Wrong(setting, "a number"),
    };

    /// <exception cref="FormatException">The setting is there and no whole number of 0 or more.</exception>
    public int? WholeNumber(string setting) => Number(setting) switch
    {
        null => null,
        { } number when number == decimal.Truncate(number) && number is >= 0 and <= int.MaxValue => (int)number,
        _ => throw Wrong(setting, "a whole number, 0 or more"),
    };

    /// <exception cref="FormatException">The setting is there and no list of texts.</exception>
    public IReadOnlyList<string> Texts(string setting) => Find(setting) switch
    {
        null => [],
        JsonArray list when list.All(node => node?.GetValueKind() == JsonValueKind.String) => [.. list.Select(node => (string)node!)],
        _ => throw Wrong(setting, "a list of texts"),
    };

    /// <summary>Whether <c>SayNoFieldSettings</c> gives a number the format <c>duration</c>.</summary>
    /// <exception cref="FormatException">It names another format.</exception>
    public bool IsDuration() => Text("Format") switch
    {
        null => false,
        "duration" => true,
        var other => throw new FormatException($"The field {Name} has the format {other}, which numbers do not have. There is: duration."),
    };

    /// <summary>The format that <c>SayNoFieldSettings</c> names; none if it names none.</summary>
    /// <exception cref="FormatException">There is no such format.</exception>
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
