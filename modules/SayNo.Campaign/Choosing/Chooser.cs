using SayNo.Campaign.Alerts;
using SayNo.Web.Pages;

namespace SayNo.Campaign.Choosing;

/// <summary>The list of countries to choose from.</summary>
public sealed record Chooser
{
    /// <summary>Members of the European Union.</summary>
    public required IReadOnlyList<ChooserCountry> Members { get; init; }

    public required IReadOnlyList<ChooserCountry> Others { get; init; }

    /// <summary>Perhaps the visitor's country: only ever a suggestion.</summary>
    public ChooserCountry? Suggested { get; init; }

    /// <summary>What everybody should know, wherever they are.</summary>
    public IReadOnlyList<Alert> Alerts { get; init; } = [];

    /// <summary>What was searched for; empty if nothing was.</summary>
    public string Query { get; init; } = "";

    public int Count => Members.Count + Others.Count;
}

/// <summary>A country in the list.</summary>
public sealed record ChooserCountry
{
    /// <summary>ISO 3166-1 alpha-2, upper case.</summary>
    public required string Code { get; init; }

    public required string EnglishName { get; init; }

    /// <summary>What the reader calls the country: its name in the language of the page, else the English one.</summary>
    public required LocalizedText ReadersName { get; init; }

    /// <summary>What the name needs beside it, in the reader's language if the country has it, else in the country's first.</summary>
    public LocalizedText? NameNote { get; init; }

    public required bool EuMember { get; init; }

    /// <summary>The country's name in each of its languages, the main one first; the same name stands once.</summary>
    public required IReadOnlyList<CountryName> Names { get; init; }
}

/// <summary>A country's own name, and the page in that language.</summary>
public sealed record CountryName(string Text, string Locale, string Path);
