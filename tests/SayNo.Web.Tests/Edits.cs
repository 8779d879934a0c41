using System.Text.Json.Nodes;
using SayNo.Content;
using SayNo.Content.Published;

namespace SayNo.Web.Tests;

/// <summary>Changes to a picture, as publishing makes them.</summary>
internal static class Edits
{
    private static readonly DateTime PublishedAt = new(2026, 11, 23, 0, 0, 0, DateTimeKind.Utc);

    public static Picture Publish(this Picture picture, params PublishedItem[] items) =>
        picture.With(picture.Sequence + 1, picture.ChangedAt.AddMinutes(1), items.ToDictionary(item => item.Id, item => (PublishedItem?)item));

    public static Picture Unpublish(this Picture picture, params PublishedItem[] items) =>
        picture.With(picture.Sequence + 1, picture.ChangedAt.AddMinutes(1), items.ToDictionary(item => item.Id, _ => (PublishedItem?)null));

    public static Picture WithSetting(this Picture picture, string name, JsonNode value) => picture.With(
        picture.Sequence + 1, picture.ChangedAt, picture.Types.Values, new(new Dictionary<string, JsonNode>(picture.Settings.All) { [name] = value }));

    public static PublishedItem New(string type, string scope, string slug) => new()
    {
        Id = ContentId.New(),
        Type = type,
        Scope = scope,
        Slug = slug,
        Neutral = Version("{}"),
    };

    public static PublishedItem With(this PublishedItem item, string field, JsonNode? value) => item with { Neutral = With(item.Neutral, field, value) };

    public static PublishedItem With(this PublishedItem item, string locale, string field, JsonNode? value) => item with
    {
        Locales = item.Locales.SetItem(locale, With(item.Locales.GetValueOrDefault(locale), field, value)),
    };

    public static PublishedItem Country(this Picture picture, string code) => picture.Find("CountryPage", code, code.ToLowerInvariant())!;

    public static IEnumerable<PublishedItem> Contacts(this Picture picture, string code, string kind) => picture.OfType("CountryContact", code)
        .Where(item => item.Neutral!.Values["Kind"]!.Value.GetString() == kind);

    private static PublishedVersion With(PublishedVersion? version, string field, JsonNode? value)
    {
        var values = JsonNode.Parse((version?.Values ?? ContentValues.Empty).ToString())!.AsObject();
        values.Remove(field);

        if (value is not null)
        {
            values[field] = value;
        }

        return Version(values.ToJsonString());
    }

    private static PublishedVersion Version(string json) => new()
    {
        Id = ContentId.New(),
        Number = 1,
        Values = ContentValues.Parse(json),
        IsReviewed = true,
        PublishedAt = PublishedAt,
    };
}
