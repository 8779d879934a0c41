using System.Globalization;
using System.Text.Json;
using SayNo.Campaign.Links;
using SayNo.Content;
using SayNo.Content.Published;

namespace SayNo.Campaign;

/// <summary>Reads culture-neutral values of an item without resolving it, to filter long lists and to show drafts.</summary>
internal static class NeutralValues
{
    public static string? Text(this PublishedItem item, string field) =>
        item.Neutral?.Values[field] is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public static IReadOnlyList<string> Texts(this PublishedItem item, string field) =>
        item.Neutral?.Values[field] is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray().Select(text => text.GetString() ?? "")] : [];

    public static string? Text(this ContentValues values, string field) =>
        values[field] is { ValueKind: JsonValueKind.String } value && value.GetString() is { Length: > 0 } text ? text : null;

    public static DateOnly? Date(this ContentValues values, string field) =>
        DateOnly.TryParseExact(values.Text(field), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    public static Link? Link(this ContentValues values, string field) =>
        PublishedLinks.UrlOf(values, field) is { Length: > 0 } url
            ? new(url, values[field]?.TryGetProperty("Text", out var text) == true ? text.GetString() : null)
            : null;
}
