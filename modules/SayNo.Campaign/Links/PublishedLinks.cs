using System.Text.Json;
using SayNo.Content;
using SayNo.Content.Fields;
using SayNo.Content.Published;

namespace SayNo.Campaign.Links;

/// <summary>Every address that visitors can follow from what is published.</summary>
internal static class PublishedLinks
{
    public static HashSet<string> Of(Picture picture)
    {
        var fields = picture.Types.Values.ToDictionary(
            type => type.Name, type => type.Fields.OfType<LinkField>().Where(field => !field.IsInternal).Select(field => field.Name).ToList());

        return
        [
            .. from item in picture.All
               where fields.ContainsKey(item.Type)
               from values in item.Locales.Values.Append(item.Neutral).OfType<PublishedVersion>().Select(version => version.Values)
               from field in fields[item.Type]
               let url = UrlOf(values, field)
               where url is { Length: > 0 and <= LinkCheck.LongestUrl }
               select url,
        ];
    }

    /// <summary>The address in a link field; null if it holds none.</summary>
    public static string? UrlOf(ContentValues values, string field) =>
        values[field] is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty("Url", out var url) ? url.GetString() : null;
}
