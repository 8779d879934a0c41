using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using SayNo.Content.Auditing;
using SayNo.Content.Storage;

namespace SayNo.Content.Publishing;

/// <summary>What the audit log keeps of a variant before or after an act.</summary>
internal sealed record VariantAudit
{
    private static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public VariantState? State { get; init; }

    /// <summary>Number of the version that the act is about.</summary>
    public int? Version { get; init; }

    /// <summary>Who wrote that version: an approval names both people.</summary>
    public string? Author { get; init; }

    /// <summary>The values that the act changed, by field.</summary>
    public JsonObject? Values { get; init; }

    public static AuditedAct Act(
        string act, ContentItem item, string locale, VariantAudit? before = null, VariantAudit? after = null, string? note = null) => new()
        {
            Act = act,
            Target = item.Id,
            Scope = item.Scope,
            Locale = locale,
            Before = before?.ToString(),
            After = after?.ToString(),
            Note = string.IsNullOrWhiteSpace(note) ? null : note,
        };

    /// <summary>The values of the fields in which two versions differ, as they were and as they are.</summary>
    public static (JsonObject? Before, JsonObject? After) Changed(ContentVersion? before, ContentVersion? after)
    {
        var (old, now) = (ValuesOf(before), ValuesOf(after));
        var names = old.All.Concat(now.All).Select(pair => pair.Key).Distinct(StringComparer.Ordinal)
            .Where(name => !ContentValues.Same(old[name], now[name])).ToList();

        return (Pick(old, names), Pick(now, names));
    }

    public override string ToString() => JsonSerializer.Serialize(this, Form);

    private static ContentValues ValuesOf(ContentVersion? version) => version is null ? ContentValues.Empty : ContentValues.Parse(version.Data);

    private static JsonObject? Pick(ContentValues values, List<string> names)
    {
        var picked = names.Where(name => values[name] is not null)
            .Select(name => KeyValuePair.Create(name, JsonNode.Parse(values[name]?.GetRawText() ?? "null"))).ToList();

        return picked.Count == 0 ? null : new(picked);
    }
}
