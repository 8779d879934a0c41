using Microsoft.AspNetCore.Http;

namespace SayNo.Web.Admin;

/// <summary>
/// A cookie of the admin. Over https it has the prefix <c>__Host-</c>, which no other host can forge and which demands the path <c>/</c>;
/// browsers refuse that prefix over plain http, where a developer works: there it is bound to <c>/admin</c>.
/// </summary>
public sealed class AdminCookie : CookieBuilder
{
    private static readonly AsyncLocal<bool> OverHttps = new();

    private readonly string _name;

    public AdminCookie(string name)
    {
        _name = name;
        HttpOnly = true;
        IsEssential = true;
        SameSite = SameSiteMode.Strict;
        SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    // The framework asks a cookie for its name without saying for which request.
    public override string? Name => OverHttps.Value ? $"__Host-{_name}" : _name;

    internal static bool IsOverHttps
    {
        set => OverHttps.Value = value;
    }

    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var options = base.Build(context, expiresFrom);
        options.Path = context.Request.IsHttps ? "/" : "/admin";

        return options;
    }
}
