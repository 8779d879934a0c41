using Microsoft.AspNetCore.Http;
using SayNo.Content.Publishing;

namespace SayNo.Accounts.People;

/// <summary>A grant as it is typed into a form.</summary>
public sealed record NewGrant(string Role, IReadOnlyList<string> Scopes, IReadOnlyList<string> Locales)
{
    public const string RoleInput = "Role";
    public const string ScopesInput = "Scopes";
    public const string LocalesInput = "Locales";

    public static NewGrant Empty { get; } = new("", [], []);

    public static NewGrant Of(IFormCollection form) => new(form[RoleInput].ToString(), Texts(form, ScopesInput), Texts(form, LocalesInput));

    /// <summary>The grant, or what is missing.</summary>
    public (Grant? Grant, AccountProblem? Problem) Read(GrantChoices choices)
    {
        if (!Enum.TryParse<Role>(Role, out var role) || !GrantChoices.Roles.Contains(role) || role.ToString() != Role)
        {
            return (null, new(RoleInput, "Choose what they may do."));
        }

        // These two have no part of the site: what they may do concerns all of it.
        if (role is Content.Publishing.Role.Administrator or Content.Publishing.Role.Auditor)
        {
            return (new(role, Grant.Everywhere, Grant.Everywhere), null);
        }

        if (Scopes.Count == 0 || !Scopes.All(choices.IsScope))
        {
            return (null, new(ScopesInput, "Choose for which countries, or for the campaign."));
        }

        if (Locales.Count == 0 || !Locales.All(choices.IsLocale))
        {
            return (null, new(LocalesInput, "Choose in which languages."));
        }

        return (new(role, Smallest(Scopes), Smallest(Locales)), null);
    }

    private static IReadOnlyCollection<string> Smallest(IReadOnlyList<string> chosen) =>
        chosen.Contains(Grant.All) ? Grant.Everywhere : [.. chosen.Distinct().Order(StringComparer.Ordinal)];

    private static IReadOnlyList<string> Texts(IFormCollection form, string name) => [.. form[name].OfType<string>()];
}
