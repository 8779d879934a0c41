using SayNo.Campaign.Countries;

namespace SayNo.Campaign.Texts;

/// <summary>What the theme's view "Text" is drawn from.</summary>
/// <param name="Text">The text.</param>
/// <param name="Country">The country that the reader is in; null outside of one.</param>
public sealed record TextPage(ContentPage Text, CountryView? Country = null)
{
    /// <summary>True if the reader may need somebody to talk to: the text is about them, or about somebody they want to help.</summary>
    public bool IsAdvice => CountryText.Answers.Contains(Text.Content.Slug) || CountryText.ForOthers.Contains(Text.Content.Slug);
}
