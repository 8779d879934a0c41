using SayNo.Content.Published;
using SayNo.Web.Pages;

namespace SayNo.Campaign.Alerts;

/// <summary>Something that everybody on the page should know first.</summary>
public sealed record Alert
{
    public required ResolvedContent Content { get; init; }

    public required LocalizedText Title { get; init; }

    /// <summary>Markdown.</summary>
    public LocalizedText? Body { get; init; }

    public Link? Link { get; init; }

    public DateTime? StartsAt { get; init; }

    public DateTime? EndsAt { get; init; }

    /// <summary>Where an alert of the campaign is shown; empty for every country.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Whether there is more to read than the title.</summary>
    public bool HasMore => Body is not null || Link is not null;

    public static Alert Of(ResolvedContent content) => new()
    {
        Content = content,
        Title = content.Required("Title"),
        Body = content.Localized("Body"),
        Link = content.Link("Link"),
        StartsAt = content.Moment("StartsAt"),
        EndsAt = content.Moment("EndsAt"),
        Countries = content.Texts("Countries"),
    };

    /// <summary>Whether it stands on the pages of one of these owners; the campaign's own pages belong to no country.</summary>
    public bool IsFor(IReadOnlyList<string> scopes) => Countries.Count == 0 || Countries.Any(scopes.Contains);

    public bool IsActive(DateTime now) => (StartsAt is null || StartsAt <= now) && (EndsAt is null || now < EndsAt);

    /// <summary>The moments at which that changes, UTC.</summary>
    public IEnumerable<DateTime> Turns() => new[] { StartsAt, EndsAt }.OfType<DateTime>();
}
