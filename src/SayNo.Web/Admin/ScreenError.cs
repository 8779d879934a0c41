using Microsoft.AspNetCore.Http;
using SayNo.Web.Localization;

namespace SayNo.Web.Admin;

/// <summary>What a colleague is told when a screen cannot be shown or an act is refused.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="L">The texts in the colleague's language.</param>
public sealed record ScreenError(int Status, PoLocalizer L)
{
    internal const string View = "/Pages/Shared/ScreenError.cshtml";

    public string Title => Status switch
    {
        StatusCodes.Status403Forbidden => L["You may not do this"].Value,
        StatusCodes.Status404NotFound => L["There is nothing here"].Value,
        < 500 => L["This could not be accepted"].Value,
        _ => L["Something went wrong"].Value,
    };

    public string Advice => Status switch
    {
        StatusCodes.Status403Forbidden => L["Your role does not reach this country, this language or this act. If your work needs it, ask an administrator. The audit log keeps that it was refused."].Value,
        StatusCodes.Status404NotFound => L["The address may have a mistake, or a colleague has deleted what was here."].Value,
        StatusCodes.Status413PayloadTooLarge => L["It is too long. Go back, and send less at once."].Value,
        < 500 => L["The page may have been open for too long, or you have signed in again since. Go back, load the page anew and try again."].Value,
        _ => L["It is not your fault. Try again in a few minutes. If it stays like this, tell whoever runs the server."].Value,
    };

    /// <summary>Whether it is an address of the admin, and somebody is signed in: others learn nothing of it.</summary>
    internal static bool IsFor(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/admin") && context.Response.StatusCode != StatusCodes.Status410Gone && SignedIn.Find(context) is not null;
}
