using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SayNo.Content.Fields;

/// <summary>A number, within limits if they are set.</summary>
public sealed record NumericField : Field
{
    public decimal? Minimum { get; init; }

    public decimal? Maximum { get; init; }

    /// <summary>How many decimal places it may have.</summary>
    public int Scale { get; init; }

    /// <summary>True if the number is a length of time in seconds.</summary>
    public bool IsDuration { get; init; }

    public override string Kind => "NumericField";

    public override Control Control => IsDuration ? Control.Duration : Control.Number;

    public override JsonNode? Parse(string text) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : null;

    public override JsonNode? FromOrchard(JsonObject members) => members.Value("Value", JsonValueKind.Number, "a number");

    public override JsonObject ToOrchard(JsonElement value) => new() { ["Value"] = JsonNode.Parse(value.GetRawText()) };

    public override JsonObject Schema()
    {
        var schema = new JsonObject { ["type"] = Scale == 0 ? "integer" : "number" };

        if (Minimum is { } least)
        {
            schema["minimum"] = least;
        }

        if (Maximum is { } most)
        {
            schema["maximum"] = most;
        }

        return schema;
    }

    protected override bool HasStoredForm(JsonElement value) => value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out _);

    protected override IEnumerable<Sentence> Check(JsonElement value, string scope)
    {
        var number = value.GetDecimal();

        if (number < Minimum)
        {
            yield return $"{Label} must be {Minimum} or more.";
        }

        if (number > Maximum)
        {
            yield return $"{Label} must be {Maximum} or less.";
        }

        if (decimal.Round(number, Scale) != number)
        {
            yield return Scale == 0 ? (Sentence)$"{Label} must be a whole number." : (Sentence)$"{Label} may have at most {Scale} decimal places.";
        }
    }
}
