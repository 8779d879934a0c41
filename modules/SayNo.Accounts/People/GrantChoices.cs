using SayNo.Content;
using SayNo.Content.Published;
using SayNo.Content.Publishing;

namespace SayNo.Accounts.People;

/// <summary>What a grant can be about.</summary>
public sealed class GrantChoices(PublishedContent published)
{
    public static IReadOnlyList<Role> Roles { get; } =
        [Role.NationalEditor, Role.NationalApprover, Role.Translator, Role.CampaignLead, Role.Auditor, Role.Administrator];

    /// <summary>The countries of Europe, and those that the site has items of already.</summary>
    public IEnumerable<string> Countries => TimeZones.Countries.Concat(published.Current.All.Select(item => item.Scope)).Where(Scopes.IsCountry).Distinct();

    public IReadOnlyList<string> Locales => published.Current.Locales.Supported;

    public bool IsScope(string scope) => scope is Grant.All or Scopes.Campaign || Countries.Contains(scope);

    public bool IsLocale(string locale) => locale == Grant.All || Locales.Contains(locale);
}
