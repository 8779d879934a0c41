using System.Text.Json.Nodes;
using SayNo.Content.Auditing;
using SayNo.Content.Storage;

namespace SayNo.Content.Publishing;

/// <summary>What the audit log keeps of an item that comes or goes.</summary>
internal static class ItemAudit
{
    public static AuditedAct Act(string act, ContentItem? before, ContentItem? after) => new()
    {
        Act = act,
        Target = (after ?? before)?.Id ?? "",
        Scope = (after ?? before)?.Scope ?? "",
        Before = Text(before),
        After = Text(after),
    };

    private static string? Text(ContentItem? item) => item is null ? null : new JsonObject
    {
        ["type"] = item.Type,
        ["slug"] = item.Slug,
        ["overrideOf"] = item.OverrideOf,
    }.ToJsonString();
}
