using SayNo.Content.Published;
using SayNo.Web.Media;
using SayNo.Web.Pages;

namespace SayNo.Campaign.Films;

/// <summary>One language version of the campaign's film.</summary>
public sealed record Film
{
    // The player is 640 wide, on screens with up to two dots to the pixel.
    private const int PosterWidth = 1280;

    public required ResolvedContent Content { get; init; }

    public required string Language { get; init; }

    public required string Title { get; init; }

    public TimeSpan? Duration { get; init; }

    /// <summary>The same as the page says it, in whole minutes.</summary>
    public long? Minutes => Duration is { } duration ? Math.Max(1, (long)Math.Round(duration.TotalMinutes)) : null;

    /// <summary>The day on which this version of it came to the site.</summary>
    public DateOnly ShownSince => DateOnly.FromDateTime(Content.PublishedAt);

    public bool DurationIsApproximate { get; init; }

    /// <summary>Where the film is, if the site does not serve it itself.</summary>
    public Link? Video { get; init; }

    /// <summary>The film itself, in one or more forms; the first is the one to keep.</summary>
    public IReadOnlyList<MediaFile> Files { get; init; } = [];

    /// <summary>The same with a voice that also says what is to be seen.</summary>
    public IReadOnlyList<MediaFile> DescribedFiles { get; init; } = [];

    public MediaFile? Poster { get; init; }

    /// <summary>In every language that has them, the page's own first.</summary>
    public IReadOnlyList<FilmCaptions> Captions { get; init; } = [];

    /// <summary>Markdown.</summary>
    public LocalizedText? Transcript { get; init; }

    public LocalizedText? Notes { get; init; }

    /// <summary>False while nobody knows where the film is.</summary>
    public bool IsToSee => Files.Count > 0 || Video is not null;

    public static Film Of(ResolvedContent content) => new()
    {
        Content = content,
        Language = content.Text("Language") ?? "",
        Title = content.Text("Title") ?? content.Slug,
        Duration = content.Number("DurationSeconds") is { } seconds ? TimeSpan.FromSeconds((double)seconds) : null,
        DurationIsApproximate = content.Flag("DurationIsApproximate") ?? false,
        Video = content.Link("Video"),
        Transcript = content.Localized("Transcript"),
        Notes = content.Localized("Notes"),
    };

    /// <summary>The same with all that the player needs.</summary>
    internal static Film Of(PublishedItem item, ResolvedContent content, MediaFolder media) => Of(content) with
    {
        Files = Find(media, content.Paths("Files")),
        DescribedFiles = Find(media, content.Paths("DescribedFiles")),
        Poster = content.Paths("Poster") is [var poster, ..] ? media.FindAt(poster, PosterWidth) : null,
        Captions = FilmCaptions.Of(item, content.Locale, media),
    };

    private static List<MediaFile> Find(MediaFolder media, IEnumerable<string> paths) => [.. paths.Select(media.Find).OfType<MediaFile>()];
}

/// <summary>The film that a page shows.</summary>
/// <param name="Film">The film.</param>
/// <param name="IsInPageLanguage">False if the page must say which language is spoken in it.</param>
public sealed record FilmChoice(Film Film, bool IsInPageLanguage)
{
    /// <summary>The country's further versions that can be seen, in other languages.</summary>
    public IReadOnlyList<Film> Others { get; init; } = [];

    /// <summary>Whether there is anything to see at all.</summary>
    public bool IsToSee => Film.IsToSee || Others.Count > 0;
}
