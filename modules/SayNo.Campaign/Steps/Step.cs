using SayNo.Content.Published;
using SayNo.Web.Pages;

namespace SayNo.Campaign.Steps;

/// <summary>One thing to do now.</summary>
public sealed record Step
{
    public required ResolvedContent Content { get; init; }

    public required LocalizedText Title { get; init; }

    public required LocalizedText Summary { get; init; }

    /// <summary>Markdown.</summary>
    public LocalizedText? Body { get; init; }

    public static Step Of(ResolvedContent content) => new()
    {
        Content = content,
        Title = content.Required("Title"),
        Summary = content.Required("Summary"),
        Body = content.Localized("Body"),
    };
}
