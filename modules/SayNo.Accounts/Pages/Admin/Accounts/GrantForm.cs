using SayNo.Accounts.People;
using SayNo.Content.Publishing;
using SayNo.Web.Admin;
using SayNo.Web.Localization;

namespace SayNo.Accounts.Pages.Admin.Accounts;

/// <summary>The part of a form in which a grant is put together.</summary>
/// <param name="Page">The screen that shows it.</param>
/// <param name="Choices">What can be chosen.</param>
/// <param name="Chosen">What is chosen so far.</param>
public sealed record GrantForm(FormPage Page, GrantChoices Choices, NewGrant Chosen)
{
    /// <summary>Countries in groups of their first letters, so that one finds one's way among nearly fifty.</summary>
    public IEnumerable<IGrouping<string, (string Code, string Name)>> Countries(PoLocalizer l) => Choices.Countries
        .Select(code => (Code: code, Name: ScopeNames.Of(code, l)))
        .OrderBy(country => country.Name, StringComparer.Create(l.Culture, ignoreCase: true))
        .Chunk(12)
        .SelectMany(group => group.Select(country => (Group: $"{group[0].Name[..1]} – {group[^1].Name[..1]}", Country: country)))
        .GroupBy(one => one.Group, one => one.Country);

    public IEnumerable<(string Tag, string Name)> Locales(PoLocalizer l) => Choices.Locales
        .Select(tag => (Tag: tag, Name: LocaleNames.In(tag, l.Culture.Name)))
        .OrderBy(locale => locale.Name, StringComparer.Create(l.Culture, ignoreCase: true));

    public bool HasRole(Role role) => Chosen.Role == role.ToString();

    public bool HasScope(string scope) => Chosen.Scopes.Contains(scope);

    public bool HasLocale(string locale) => Chosen.Locales.Contains(locale);
}
