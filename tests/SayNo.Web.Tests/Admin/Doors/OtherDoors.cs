using SayNo.Theme;

namespace SayNo.Web.Tests.Admin.Doors;

/// <summary>Who comes through the doors to accounts, to the audit log, and to what is public.</summary>
internal static class OtherDoors
{
    private const string One = "/admin/accounts/{id}";

    private static readonly string[] Public =
    [
        "/admin/assets/{name}", "/admin/sign-in", "/admin/sign-in/forgotten", "/admin/sign-in/openid", "/admin/sign-in/openid/answer",
        "/admin/invitation/{token}", "/admin/renew/{token}",
        .. new SayNoTheme().Files.Keys, "/cards/{name}.png", "/media/{**path}",
        "/robots.txt", "/sitemap.xml", "/sitemap-{name}.xml", "/.well-known/security.txt", "/.well-known/change-password",
        "/preview/{token}/{**path}", "/", "/partners", "/partners/{locale}", "/search", "/search/{locale}", "/{name}", "/{name}/{locale}", "/{country}/{locale}/film", "/qr/{country}/{locale}.svg",
        "/{country}/{locale}/accessibility", "/{country}/{locale}/sources", "/{country}/{locale}/partners", "/{country}/{locale}/{slug}",
        "/api", "/api/problems/{name}", "/api/v1/countries/", "/api/v1/countries/{code}", "/api/v1/countries/{code}/{locale}", "/api/v1/steps",
        "/api/v1/contacts", "/api/v1/films", "/api/v1/partners", "/api/v1/facts", "/api/v1/openapi.json", "/api/v1/content/{type}",
        "/api/v1/content/{type}/{id}",
    ];

    public static IEnumerable<Door> All => [.. Accounts, .. Audit, .. OwnAccount, .. Open];

    private static Door[] Accounts =>
    [
        Administrators("GET /admin/accounts"),
        Administrators("POST /admin/accounts?handler=Renew") with { Form = place => [("invitation", place.InvitationId)], Spends = true },
        Administrators("POST /admin/accounts?handler=Revoke") with { Form = place => [("invitation", place.InvitationId)], Spends = true },
        Administrators("GET /admin/accounts/invite"),
        Administrators("POST /admin/accounts/invite") with { Form = _ => [("Email", $"{Guid.NewGuid():N}@police.example"), .. Grant] },
        Administrators($"GET {One}"),
        Administrators($"POST {One}?handler=Give") with { Form = _ => Grant },
        Administrators($"POST {One}?handler=Take") with { Form = _ => [("grant", Guid.NewGuid().ToString())] },
        Administrators($"POST {One}?handler=Lock") with { Form = _ => Reason },
        Administrators($"POST {One}?handler=Unlock") with { Form = _ => Reason },
        Administrators($"POST {One}?handler=SignOut"),
        Administrators($"POST {One}?handler=Recover") with { Form = _ => Reason },
        Administrators($"POST {One}?handler=Confirm"),
        Administrators($"POST {One}?handler=Drop"),
        Administrators($"POST {One}?handler=Delete") with { Form = _ => [("Sure", "yes"), .. Reason], Spends = true },
    ];

    private static Door[] Audit =>
    [
        Auditors("GET /admin/audit"),
        Auditors("GET /admin/audit/{number}"),
        Auditors("POST /admin/audit?handler=Verify"),
        Auditors("POST /admin/audit?handler=Export"),
    ];

    // These are about the account of whoever asks; none of them takes the id of another.
    private static Door[] OwnAccount =>
    [
        Signed("GET /admin/account"),
        Signed("POST /admin/account?handler=Name") with { Form = _ => [("Name", "Somebody")] },
        Signed("POST /admin/account?handler=Password"),
        Signed("POST /admin/account?handler=RemovePasskey") with { Form = _ => [("Id", "00ff")] },
        Signed("POST /admin/account?handler=RemoveApp"),
        Signed("POST /admin/account?handler=Codes"),
        Signed("POST /admin/account?handler=EndSession") with { Form = _ => [("Id", "00ff")] },
        Signed("POST /admin/account?handler=EndAll") with { Spends = true },
        Signed("GET /admin/account/notices"),
        Signed("POST /admin/account/notices?handler=Save"),
        Signed("POST /admin/account/notices?handler=Add") with { Form = _ => [("Event", "Review"), ("Scope", "EU"), ("Locale", "de"), ("Way", "Here")] },
        Signed("POST /admin/account/notices?handler=Remove") with { Form = _ => [("Event", "Review"), ("Scope", "EU"), ("Locale", "de")] },
        Signed("GET /admin/notices"),
        Signed("POST /admin/notices?handler=Read") with { Form = _ => [("Id", $"{Guid.NewGuid()}")] },
        Signed("POST /admin/notices?handler=ReadAll"),
        Signed("GET /admin/account/second-factor"),
        Signed("POST /admin/account/second-factor"),
        Signed("POST /admin/account/second-factor?handler=Question"),
        Signed("POST /admin/account/second-factor?handler=Passkey"),
        Signed("GET /admin/sign-in/code"),
        Signed("POST /admin/sign-in/code"),
        Signed("GET /admin/sign-out"),
        Signed("POST /admin/sign-out") with { Spends = true },
    ];

    private static Door[] Open =>
    [
        .. Public.Select(address => Everybody("GET " + address)),
        Everybody("GET /api/v1/search") with { Query = _ => [("q", "112")] },
        Everybody("POST /admin/sign-in"),
        Everybody("POST /admin/sign-in?handler=Question"),
        Everybody("POST /admin/sign-in?handler=Passkey"),
        Everybody("POST /admin/sign-in/forgotten"),
        Everybody("POST /admin/invitation/{token}"),
        Everybody("POST /admin/renew/{token}"),
    ];

    private static (string, string)[] Grant => [("Role", "NationalEditor"), ("Scopes", "FR"), ("Locales", "*")];

    private static (string, string)[] Reason => [("Reason", "Ein Grund, der gut genug ist.")];

    private static Door Administrators(string name) => new(name, "A", "A", "A");

    private static Door Auditors(string name) => new(name, "AU", "AU", "AU");

    private static Door Signed(string name) => new(name, People.SignedIn, People.SignedIn, People.SignedIn);

    private static Door Everybody(string name) => new(name, People.Everybody, People.Everybody, People.Everybody);
}
