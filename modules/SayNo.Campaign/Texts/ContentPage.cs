using SayNo.Content.Published;
using SayNo.Web.Pages;

namespace SayNo.Campaign.Texts;

/// <summary>A page of text: about, privacy, safety, "I already paid". Its content type is called Page.</summary>
public sealed record ContentPage
{
    public const string Type = "Page";

    public required ResolvedContent Content { get; init; }

    public required LocalizedText Title { get; init; }

    /// <summary>Markdown.</summary>
    public required LocalizedText Body { get; init; }

    /// <summary>For the browser's tab and history, where the title would say too much (R12).</summary>
    public LocalizedText? PageTitle { get; init; }

    public static ContentPage Of(ResolvedContent content) => new()
    {
        Content = content,
        Title = content.Required("Title"),
        Body = content.Required("Body"),
        PageTitle = content.Localized("PageTitle"),
    };
}
