using SayNo.Content.Publishing;
using SayNo.Web.Admin;
using SayNo.Web.Localization;

namespace SayNo.Accounts.People;

/// <summary>Says in a sentence what somebody may do.</summary>
public static class GrantWords
{
    public static string Of(Grant grant, PoLocalizer l) => grant.Role switch
    {
        Role.Administrator => l["May manage accounts, settings and content types, and read everything"].Value,
        Role.Auditor => l["May read everything, the audit log too, and change nothing"].Value,
        Role.CampaignLead => l["May edit and publish {0} in {1}", Scopes(grant, l), Locales(grant, l)].Value,
        Role.NationalEditor => l["May edit {0} in {1}", Scopes(grant, l), Locales(grant, l)].Value,
        Role.NationalApprover => l["May approve and publish {0} in {1}", Scopes(grant, l), Locales(grant, l)].Value,
        Role.Translator => l["May translate {0} in {1}", Scopes(grant, l), Locales(grant, l)].Value,
        _ => grant.Role.ToString(),
    };

    public static string Of(Role role, PoLocalizer l) => role switch
    {
        Role.Administrator => l["Administrator"].Value,
        Role.CampaignLead => l["Campaign lead"].Value,
        Role.NationalEditor => l["National editor"].Value,
        Role.NationalApprover => l["National approver"].Value,
        Role.Translator => l["Translator"].Value,
        Role.Auditor => l["Auditor"].Value,
        _ => role.ToString(),
    };

    /// <summary>What a role is for, beside its name in a form.</summary>
    public static string About(Role role, PoLocalizer l) => role switch
    {
        Role.Administrator => l["Manages accounts, settings and content types; writes no texts."].Value,
        Role.CampaignLead => l["Edits and publishes texts, the campaign's as a rule."].Value,
        Role.NationalEditor => l["Writes texts of a country and sends them to review."].Value,
        Role.NationalApprover => l["Approves, publishes and plans texts of a country, and checks its contacts."].Value,
        Role.Translator => l["Writes texts in some languages; numbers and links stay as they are."].Value,
        _ => l["Reads everything, the audit log too, and changes nothing."].Value,
    };

    private static string Scopes(Grant grant, PoLocalizer l) => grant.Scopes.Contains(Grant.All)
        ? l["all countries and the campaign"].Value
        : string.Join(", ", grant.Scopes.Select(scope => ScopeNames.Of(scope, l)).Order(StringComparer.Create(l.Culture, ignoreCase: true)));

    private static string Locales(Grant grant, PoLocalizer l) => grant.Locales.Contains(Grant.All)
        ? l["all languages"].Value
        : string.Join(", ", grant.Locales.Select(locale => LocaleNames.In(locale, l.Culture.Name)).Order(StringComparer.Create(l.Culture, ignoreCase: true)));
}
