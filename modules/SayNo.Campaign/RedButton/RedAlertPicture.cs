using System.Globalization;
using System.Text.Json.Nodes;
using SayNo.Campaign.Alerts;
using SayNo.Content;
using SayNo.Content.Published;

namespace SayNo.Campaign.RedButton;

/// <summary>The public with an alert in it that is not public, or never will be.</summary>
internal static class RedAlertPicture
{
    /// <summary>Stands before the title of an exercise, wherever that is shown.</summary>
    public const string DrillMark = "DRILL";

    public static Picture Of(Picture picture, RedAlert alert)
    {
        var item = new PublishedItem
        {
            Id = alert.Id,
            Type = ActiveAlerts.Type,
            Scope = alert.Scope,
            Slug = SlugOf(alert),
            Neutral = Version(alert, Shared(alert), isReviewed: true),
        };
        var texts = alert.TextsByLocale.Select(text =>
            KeyValuePair.Create(text.Key, Version(alert, Values(Marked(alert, text.Value)), text.Value.IsReviewed)));

        return picture.Preview(new Dictionary<string, PublishedItem?> { [item.Id] = item with { Locales = item.Locales.AddRange(texts) } });
    }

    public static string SlugOf(RedAlert alert) => $"red-{alert.Id}";

    /// <summary>What is the same in every language. One country owns its alert, and needs no list.</summary>
    public static ContentValues Shared(RedAlert alert)
    {
        var values = new JsonObject { ["EndsAt"] = Moment(alert.EndsAt) };

        if (alert.Scope == Scopes.Campaign && alert.CountryList.Count > 0)
        {
            values["Countries"] = new JsonArray([.. alert.CountryList.Select(country => JsonValue.Create(country))]);
        }

        return ContentValues.Parse(values.ToJsonString());
    }

    public static ContentValues Values(RedAlertText text) =>
        ContentValues.Parse(new JsonObject { ["Title"] = text.Title, ["Body"] = text.Body }.ToJsonString());

    public static string Moment(DateTime utc) => utc.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static RedAlertText Marked(RedAlert alert, RedAlertText text) => alert.IsDrill ? text with { Title = $"{DrillMark} · {text.Title}" } : text;

    private static PublishedVersion Version(RedAlert alert, ContentValues values, bool isReviewed) => new()
    {
        Id = alert.Id,
        Number = 1,
        Values = values,
        IsReviewed = isReviewed,
        PublishedAt = alert.AskedAt,
    };
}
