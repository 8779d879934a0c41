using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using SayNo.Accounts.Sessions;
using SayNo.Accounts.SignIn;

namespace SayNo.Accounts.Pages.Admin;

/// <summary>The step after the password: a code of the app, or one from paper.</summary>
[BeforeSecondFactor]
[RequestSizeLimit(LongestForm)]
public sealed class SignInCodeModel(SignInDesk desk) : FormPage
{
    private const int LongestForm = 32 * 1024;

    /// <summary>Where a passkey's answer goes instead.</summary>
    public string PasskeyAddress => $"{SignInAddress.SignIn}?{SignInAddress.Parameter}={Uri.EscapeDataString(Target)}";

    private string Target => SignInAddress.TargetOf(Request.Query[SignInAddress.Parameter]);

    private CurrentSession Current => HttpContext.Features.GetRequiredFeature<CurrentSession>();

    public IActionResult OnGet() => WayOn() is { } way ? way : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (WayOn() is { } way)
        {
            return way;
        }

        var code = Request.Form["Code"].ToString().Trim();

        if (code.Length == 0)
        {
            return Refuse(new AccountProblem("Code", "Enter the code."));
        }

        var result = await desk.CodeAsync(Current, code, Visit, ct);

        if (result.Key is { } key)
        {
            SessionCookie.Write(HttpContext, key);

            return Redirect(Target);
        }

        return result.Problem is { } problem ? Refuse(problem) : Page();
    }

    // Whoever has no second factor, or is past it, has no business here.
    private RedirectResult? WayOn() => Current switch
    {
        { Session.Factor: not Factor.None } => Redirect(Target),
        { HasSecondFactor: false } => Redirect(SignInAddress.NextStep(false, Target)),
        _ => null,
    };
}
