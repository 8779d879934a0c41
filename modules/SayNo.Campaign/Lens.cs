using System.Globalization;
using System.Text.Json;
using SayNo.Content.Published;
using SayNo.Web.Pages;

namespace SayNo.Campaign;

/// <summary>A link of the content.</summary>
/// <param name="Url">Its address, https.</param>
/// <param name="Text">Its text; null if it has none.</param>
public sealed record Link(string Url, string? Text);

/// <summary>Reads the values of a document for the records that code and views look through.</summary>
internal static class Lens
{
    public static string? Text(this ResolvedContent content, string field) =>
        content.Value(field, JsonValueKind.String) is { } value && value.GetString() is { Length: > 0 } text ? text : null;

    /// <summary>A text with the language it is written in; null if it is missing or empty on purpose.</summary>
    public static LocalizedText? Localized(this ResolvedContent content, string field) =>
        content.Text(field) is { } text && content.Values[field] is var value ? new(text, value.Locale, value.IsFallback) : null;

    /// <summary>A required text: the document's slug stands in for one that no language has.</summary>
    public static LocalizedText Required(this ResolvedContent content, string field) =>
        content.Localized(field) ?? new(content.Slug, "", IsFallback: false);

    public static IReadOnlyList<string> Texts(this ResolvedContent content, string field) =>
        content.Value(field, JsonValueKind.Array) is { } list
            ? [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
            : [];

    public static bool? Flag(this ResolvedContent content, string field) =>
        content.Value(field, JsonValueKind.True) is not null ? true : content.Value(field, JsonValueKind.False) is not null ? false : null;

    public static decimal? Number(this ResolvedContent content, string field) =>
        content.Value(field, JsonValueKind.Number) is { } value && value.TryGetDecimal(out var number) ? number : null;

    public static DateOnly? Date(this ResolvedContent content, string field) =>
        DateOnly.TryParseExact(content.Text(field), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    public static DateTime? Moment(this ResolvedContent content, string field) =>
        DateTime.TryParse(
            content.Text(field), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
            ? moment
            : null;

    public static Link? Link(this ResolvedContent content, string field) =>
        content.Value(field, JsonValueKind.Object) is { } value
        && value.TryGetProperty("Url", out var url)
        && url.GetString() is { Length: > 0 } address
            ? new(address, value.TryGetProperty("Text", out var text) ? text.GetString() : null)
            : null;

    private static JsonElement? Value(this ResolvedContent content, string field, JsonValueKind kind) =>
        content.Values.TryGetValue(field, out var found) && found.Value.ValueKind == kind ? found.Value : null;
}
