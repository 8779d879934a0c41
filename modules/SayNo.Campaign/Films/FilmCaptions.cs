using SayNo.Content.Published;
using SayNo.Web.Media;

namespace SayNo.Campaign.Films;

/// <summary>The captions of a film in one language: those of the film's text in that language.</summary>
/// <param name="Locale">The language they are written in.</param>
/// <param name="File">The WebVTT file.</param>
/// <param name="IsDefault">True for those that the player shows without being asked: the page's own.</param>
public sealed record FilmCaptions(string Locale, MediaFile File, bool IsDefault)
{
    /// <summary>The field that names their file.</summary>
    internal const string Field = "Captions";

    internal static IReadOnlyList<FilmCaptions> Of(PublishedItem item, string pageLocale, MediaFolder media) =>
    [
        .. from text in item.Locales
           from path in MediaPaths.Of(text.Value.Values[Field]).Take(1)
           let file = media.Find(path)
           where file is not null
           let isOwn = text.Key == pageLocale
           orderby !isOwn
           select new FilmCaptions(text.Key, file, isOwn),
    ];
}
