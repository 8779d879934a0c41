using SayNo.Content.Published;
using SayNo.Web.Pages;

namespace SayNo.Campaign.Countries;

/// <summary>What a country says about itself.</summary>
public sealed record CountryPage
{
    public const string Type = "CountryPage";

    public required ResolvedContent Content { get; init; }

    /// <summary>ISO 3166-1 alpha-2, upper case.</summary>
    public string Code => Content.Scope;

    public required string EnglishName { get; init; }

    public required LocalizedText Name { get; init; }

    public LocalizedText? NameNote { get; init; }

    /// <summary>For the browser's tab and history: neutral words (R12).</summary>
    public LocalizedText? PageTitle { get; init; }

    /// <summary>What stands in the browser's tab, and begins what search engines and chats show.</summary>
    public string Title => PageTitle?.Text ?? Name.Text;

    /// <summary>What the country's card says before the name of the campaign; see <see cref="PageFrame.CardTexts"/>.</summary>
    public IReadOnlyList<string> CardTexts => Title == Name.Text ? [Title] : [Name.Text, Title];

    /// <summary>The name of an icon of the theme for the browser's tab; null for the usual one (R12).</summary>
    public string? Icon { get; init; }

    /// <summary>Markdown.</summary>
    public LocalizedText? Intro { get; init; }

    /// <summary>The main language first.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    public bool EuMember { get; init; }

    /// <summary>It is not 112 everywhere, so nothing stands in for a missing one.</summary>
    public string? EmergencyNumber { get; init; }

    /// <summary>"confirmed", "likely" or "unverified"; null if nobody has said.</summary>
    public string? EmergencyConfidence { get; init; }

    /// <summary>Where the emergency number was read.</summary>
    public Link? EmergencySource { get; init; }

    public IReadOnlyList<string> FilmLanguages { get; init; } = [];

    public Link? ExitTarget { get; init; }

    /// <summary>The languages in which the page is public, the main one first.</summary>
    public IReadOnlyList<string> PublicLocales { get; init; } = [];

    public static CountryPage Of(ResolvedContent content)
    {
        var languages = content.Texts("Languages");

        return new()
        {
            Content = content,
            EnglishName = content.Text("EnglishName") ?? content.Scope,
            Name = content.Required("Name"),
            NameNote = content.Localized("NameNote"),
            PageTitle = content.Localized("PageTitle"),
            Icon = content.Text("Icon"),
            Intro = content.Localized("Intro"),
            Languages = languages,
            EuMember = content.Flag("EuMember") ?? false,
            EmergencyNumber = content.Text("EmergencyNumber"),
            EmergencyConfidence = content.Text("EmergencyConfidence"),
            EmergencySource = content.Link("EmergencySource"),
            FilmLanguages = content.Texts("FilmLanguages"),
            ExitTarget = content.Link("ExitTarget"),
            PublicLocales = [.. languages.Where(content.Locales.Contains), .. content.Locales.Except(languages)],
        };
    }
}
