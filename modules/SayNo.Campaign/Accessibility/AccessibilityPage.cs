using SayNo.Campaign.Countries;

namespace SayNo.Campaign.Accessibility;

/// <summary>What the theme's view "Accessibility" is drawn from.</summary>
public sealed record AccessibilityPage(CountryView Country, AccessibilityStatement Statement);
