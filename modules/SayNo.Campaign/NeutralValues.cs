using System.Text.Json;
using SayNo.Content.Published;

namespace SayNo.Campaign;

/// <summary>Reads culture-neutral values of an item without resolving it, to filter long lists.</summary>
internal static class NeutralValues
{
    public static string? Text(this PublishedItem item, string field) =>
        item.Neutral?.Values[field] is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public static IReadOnlyList<string> Texts(this PublishedItem item, string field) =>
        item.Neutral?.Values[field] is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray().Select(text => text.GetString() ?? "")] : [];
}
