using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using SayNo.Content.Publishing;
using SayNo.Web.Localization;

namespace SayNo.Web.Admin;

/// <summary>A screen of the admin for somebody who is signed in.</summary>
public abstract class AdminPage : PageModel
{
    private PoLocalizer? _texts;

    /// <summary>Who is signed in.</summary>
    public Editor Editor => SignedIn.Get(HttpContext);

    /// <summary>The texts of the admin in the editor's language.</summary>
    public PoLocalizer L => _texts ??= HttpContext.RequestServices.GetRequiredService<AdminTexts>().For(HttpContext);
}
