using Microsoft.AspNetCore.Http;
using SayNo.Web.Admin;

namespace SayNo.Accounts.Sessions;

/// <summary>The browser from which somebody signs in.</summary>
/// <param name="Device">See <see cref="Session.Device"/>.</param>
/// <param name="Language">The language of its screens.</param>
/// <param name="Before">The session that it has so far, which a new one takes the place of.</param>
public sealed record Visit(string Device, string Language, Session? Before)
{
    public static Visit Of(HttpContext context, AdminTexts texts) => new(
        Sessions.Device.Of(context.Request.Headers.UserAgent),
        texts.For(context).Culture.Name,
        context.Features.Get<CurrentSession>()?.Session);
}
