using Microsoft.AspNetCore.Http;
using SayNo.Web.Admin;

namespace SayNo.Accounts.Sessions;

/// <summary>The cookie that holds the key of a session and nothing else. It goes with the browser's window.</summary>
public static class SessionCookie
{
    // Links in mails must open the screen that they name: a strict cookie would stay at home. No GET changes anything, and every form has its token.
    private static readonly AdminCookie Cookie = new("sn-session") { SameSite = SameSiteMode.Lax };

    public static string? Read(HttpContext context) => context.Request.Cookies[Cookie.Name ?? ""];

    public static void Write(HttpContext context, string key) => context.Response.Cookies.Append(Cookie.Name ?? "", key, Cookie.Build(context));

    public static void Forget(HttpContext context) => context.Response.Cookies.Delete(Cookie.Name ?? "", Cookie.Build(context));
}
