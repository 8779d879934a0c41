using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SayNo.Accounts.Sessions;

namespace SayNo.Accounts.Pages.Admin;

/// <summary>Signs out of this browser.</summary>
[BeforeSecondFactor]
public sealed class SignOutModel(SessionBook sessions) : PageModel
{
    public IActionResult OnGet() => Redirect("/admin");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var current = HttpContext.Features.GetRequiredFeature<CurrentSession>();
        await sessions.EndAsync(current.Session.Id, current.Editor, ct);
        SessionCookie.Forget(HttpContext);

        return Redirect("/admin/sign-in?notice=signed-out");
    }
}
