using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml;
using SayNo.Campaign.Films;
using SayNo.Web.Localization;
using SayNo.Web.Pages;

namespace SayNo.Campaign.StructuredData;

/// <summary>Says the film of a page in the terms of schema.org, once it has an address: what the page shows, as exactly as the page shows it.</summary>
public static class FilmData
{
    private static readonly string[] Playable = [".mp4", ".webm", ".m3u8"];

    /// <summary>Null as long as nobody has said where the film is.</summary>
    public static JsonObject? Of(Film film, PoLocalizer texts, SiteAddress site) => !film.IsToSee ? null : Term.Of("VideoObject",
        ("name", film.Title),
        ("description", (string)texts["The film shows how it happens."]),
        ("inLanguage", film.Language),
        ("uploadDate", film.ShownSince.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("duration", film.Minutes is { } minutes ? XmlConvert.ToString(TimeSpan.FromMinutes(minutes)) : null),
        Where(film, site),
        ("caption", film.Captions.Count > 0 ? Term.List(film.Captions.Select(captions => Caption(captions, site))) : null),
        ("transcript", film.Transcript is { } transcript ? MarkdownText.Plain(transcript.Text) : null),
        ("thumbnailUrl", film.Poster is { } poster ? site.Of(poster.Address) : null));

    private static (string Name, JsonNode? Value) Where(Film film, SiteAddress site) => (film.Files, film.Video?.Url) switch
    {
        ([var file, ..], _) => ("contentUrl", site.Of(file.Address)),
        (_, { } url) when IsFile(url) => ("contentUrl", url),
        var (_, url) => ("url", url),
    };

    private static JsonObject Caption(FilmCaptions captions, SiteAddress site) =>
        Term.Of("MediaObject", ("contentUrl", site.Of(captions.File.Address)), ("inLanguage", captions.Locale));

    private static bool IsFile(string url) => Playable.Any(ending => url.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
