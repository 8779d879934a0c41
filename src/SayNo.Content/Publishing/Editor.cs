namespace SayNo.Content.Publishing;

/// <summary>Who acts, and what they were granted.</summary>
/// <param name="Id">The account's id.</param>
/// <param name="Name">As the change log and the history of a text name them.</param>
/// <param name="Grants">What they may do; nothing without one.</param>
public sealed record Editor(string Id, string Name, IReadOnlyList<Grant> Grants)
{
    /// <summary>The program itself: recipes, the command line and scheduled jobs. It may do everything.</summary>
    public static Editor System { get; } = new("", "SayNo", []);
}

/// <summary>One role, in some scopes and some locales.</summary>
/// <param name="Role">What may be done.</param>
/// <param name="Scopes"><c>EU</c> or countries; <see cref="Everywhere"/> holds all of them.</param>
/// <param name="Locales">BCP 47 tags; <see cref="Everywhere"/> holds all of them and the neutral variant.</param>
public sealed record Grant(Role Role, IReadOnlyCollection<string> Scopes, IReadOnlyCollection<string> Locales)
{
    /// <summary>The one entry that stands for all scopes, or for all locales.</summary>
    public const string All = "*";

    public static IReadOnlyCollection<string> Everywhere { get; } = [All];

    internal bool Reaches(string scope) => Holds(Scopes, scope);

    internal bool Speaks(string locale) => Holds(Locales, locale);

    private static bool Holds(IReadOnlyCollection<string> set, string value) => set.Contains(All) || set.Contains(value);
}

/// <summary>The roles that ship.</summary>
public enum Role
{
    Administrator = 1,
    CampaignLead = 2,
    NationalEditor = 3,
    NationalApprover = 4,
    Translator = 5,
    Auditor = 6,
}
