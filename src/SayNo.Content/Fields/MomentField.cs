using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SayNo.Content.Fields;

/// <summary>What the kinds that hold a date, a time or both have in common.</summary>
public abstract record MomentField : Field
{
    /// <summary>The stored form, as a .NET format string.</summary>
    protected abstract string Form { get; }

    /// <summary>The form in words, for editors.</summary>
    protected abstract string Example { get; }

    public override JsonNode? Parse(string text) => Read(text) is { } stored ? JsonValue.Create(stored) : null;

    public override JsonNode? FromOrchard(JsonObject members) =>
        members.Text("Value") is not { } node
            ? null
            : Read(node.GetValue<string>()) is { } stored
                ? JsonValue.Create(stored)
                : throw new FormatException($"\"Value\" must look like {Example}.");

    public override JsonObject ToOrchard(JsonElement value) => new() { ["Value"] = value.GetString() };

    protected override bool HasStoredForm(JsonElement value) => value.ValueKind == JsonValueKind.String;

    protected override IEnumerable<Sentence> Check(JsonElement value, string scope)
    {
        if (Read(value.GetString()!) != value.GetString())
        {
            yield return $"{Label} must look like {Example}. \"{value.GetString()}\" does not.";
        }
    }

    private string? Read(string text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var moment)
            ? moment.ToString(Form, CultureInfo.InvariantCulture)
            : null;
}

/// <summary>A day.</summary>
public sealed record DateField : MomentField
{
    public override string Kind => "DateField";

    public override Control Control => Control.Date;

    protected override string Form => "yyyy-MM-dd";

    protected override string Example => "2026-11-22";

    public override JsonObject Schema() => new() { ["type"] = "string", ["format"] = "date" };
}

/// <summary>A moment, in UTC.</summary>
public sealed record DateTimeField : MomentField
{
    public override string Kind => "DateTimeField";

    public override Control Control => Control.DateTime;

    protected override string Form => "yyyy-MM-dd'T'HH:mm:ss'Z'";

    protected override string Example => "2026-11-22T18:30:00Z";

    public override JsonObject Schema() => new() { ["type"] = "string", ["format"] = "date-time" };
}

/// <summary>A time of day.</summary>
public sealed record TimeField : MomentField
{
    public override string Kind => "TimeField";

    public override Control Control => Control.Time;

    protected override string Form => "HH:mm";

    protected override string Example => "18:30";

    public override JsonObject Schema() => new() { ["type"] = "string", ["pattern"] = "^[0-2][0-9]:[0-5][0-9]$" };
}
