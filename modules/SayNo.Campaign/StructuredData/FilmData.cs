using System.Text.Json.Nodes;
using System.Xml;
using SayNo.Campaign.Films;
using SayNo.Web.Localization;

namespace SayNo.Campaign.StructuredData;

/// <summary>Says the film of a page in the terms of schema.org, once it has an address.</summary>
public static class FilmData
{
    private static readonly string[] Playable = [".mp4", ".webm", ".m3u8"];

    /// <summary>Null as long as nobody has said where the film is.</summary>
    public static JsonObject? Of(Film film, PoLocalizer texts) => film.Video is not { Url: var url } ? null : Term.Of("VideoObject",
        ("name", film.Title),
        ("description", (string)texts["The film shows how it happens."]),
        ("inLanguage", film.Language),
        ("duration", film.Duration is { } duration ? XmlConvert.ToString(duration) : null),
        (IsFile(url) ? "contentUrl" : "url", url),
        ("caption", film.Captions is { } captions ? Term.Of("MediaObject", ("contentUrl", captions.Url), ("inLanguage", film.Language)) : null),
        ("thumbnailUrl", film.Poster?.Url));

    private static bool IsFile(string url) => Playable.Any(ending => url.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
