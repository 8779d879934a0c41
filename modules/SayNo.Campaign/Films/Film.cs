using SayNo.Content.Published;
using SayNo.Web.Pages;

namespace SayNo.Campaign.Films;

/// <summary>One language version of the campaign's film.</summary>
public sealed record Film
{
    public required ResolvedContent Content { get; init; }

    public required string Language { get; init; }

    public required string Title { get; init; }

    public TimeSpan? Duration { get; init; }

    public bool DurationIsApproximate { get; init; }

    public Link? Video { get; init; }

    public Link? Captions { get; init; }

    public Link? Poster { get; init; }

    /// <summary>Markdown.</summary>
    public LocalizedText? Transcript { get; init; }

    public LocalizedText? Notes { get; init; }

    public static Film Of(ResolvedContent content) => new()
    {
        Content = content,
        Language = content.Text("Language") ?? "",
        Title = content.Text("Title") ?? content.Slug,
        Duration = content.Number("DurationSeconds") is { } seconds ? TimeSpan.FromSeconds((double)seconds) : null,
        DurationIsApproximate = content.Flag("DurationIsApproximate") ?? false,
        Video = content.Link("Video"),
        Captions = content.Link("Captions"),
        Poster = content.Link("Poster"),
        Transcript = content.Localized("Transcript"),
        Notes = content.Localized("Notes"),
    };
}

/// <summary>The film that a page shows.</summary>
/// <param name="Film">The film.</param>
/// <param name="IsInPageLanguage">False if the page must say which language is spoken in it.</param>
public sealed record FilmChoice(Film Film, bool IsInPageLanguage);
