namespace SayNo.Web.Pages;

/// <summary>A text, and the language it is written in.</summary>
/// <param name="Text">The text.</param>
/// <param name="Locale">The language it is written in; empty if it is the same in all.</param>
/// <param name="IsFallback">True if it stands in for a text that the page's language lacks.</param>
public readonly record struct LocalizedText(string Text, string Locale, bool IsFallback);
