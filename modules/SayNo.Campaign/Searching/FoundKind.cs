namespace SayNo.Campaign.Searching;

/// <summary>What the campaign has for those who search, in the order in which results stand.</summary>
public static class FoundKind
{
    public const string Country = "country";
    public const string Contact = "contact";
    public const string Step = "step";
    public const string Page = "page";
    public const string Film = "film";
    public const string Partner = "partner";

    public static IReadOnlyList<string> InOrder { get; } = [Country, Contact, Step, Page, Film, Partner];
}
