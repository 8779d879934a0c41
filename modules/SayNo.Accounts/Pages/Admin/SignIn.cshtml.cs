using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using SayNo.Accounts.OpenIdConnect;
using SayNo.Accounts.Sessions;
using SayNo.Accounts.SignIn;
using SayNo.Web.Admin;

namespace SayNo.Accounts.Pages.Admin;

/// <summary>Where people sign in: by passkey, or by password and, on the next page, a code.</summary>
/// <remarks>It checks the form's token itself: of two tabs that were both sent here, the second one arrives signed in.</remarks>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[RequestSizeLimit(LongestForm)]
public sealed class SignInModel(SignInDesk desk, Passkeys passkeys, IOptions<OpenIdSettings> openId) : FormPage
{
    private const int LongestForm = 32 * 1024;

    public string Email { get; private set; } = "";

    /// <summary>This page with where to go on to.</summary>
    public string Here => $"{SignInAddress.SignIn}?{SignInAddress.Parameter}={Uri.EscapeDataString(Target)}";

    /// <summary>The organisation through which one may sign in too; null if there is none.</summary>
    public string? Organisation => openId.Value.IsOn ? openId.Value.ShownName : null;

    public string OrganisationAddress => OpenIdEndpoints.AskFor(Target, IsAgain);

    public override string? Notice => Request.Query["notice"].ToString() switch
    {
        "signed-out" => "You have signed out.",
        "renewed" => "Your new password has been saved. Sign in with it.",
        "fresh" => "Sign in once more. Then you can change how you sign in.",
        "kept" => "Your session had run out. Your text has been kept: sign in, and it is there again.",
        _ => null,
    };

    private bool IsAgain => Request.Query["notice"] == "fresh";

    /// <summary>Why nobody was let in who came back from the organisation.</summary>
    private AccountProblem? ProblemThere => Request.Query["notice"].ToString() switch
    {
        OpenIdEndpoints.Failed => new("", "You were not signed in there, or it took too long. Try again."),
        OpenIdEndpoints.Unknown => new("", "There is no open account here with the e-mail address that your organisation confirmed. Ask an administrator."),
        OpenIdEndpoints.Away => new("", "Your organisation does not answer. Try again in a minute, or sign in here."),
        OpenIdEndpoints.Later => FormRefusal.TryLater.Problems[0],
        _ => null,
    };

    private string Target => SignInAddress.TargetOf(Request.Query[SignInAddress.Parameter]);

    public IActionResult OnGet()
    {
        if (Organisation is not null && ProblemThere is { } problem)
        {
            return Refuse(new FormRefusal(StatusCodes.Status200OK, [problem]));
        }

        return SignedIn.Find(HttpContext) is not null && !IsAgain ? Redirect(Target) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await RefusalAsync() is { } refusal)
        {
            return refusal;
        }

        Email = Request.Form[nameof(Email)].ToString().Trim();
        var password = Request.Form["Password"].ToString();

        if (Missing(password).ToArray() is { Length: > 0 } missing)
        {
            return Refuse(missing);
        }

        var result = await desk.PasswordAsync(Email, password, Visit, ct);

        return Finish(result, SignInAddress.NextStep(result.HasSecondFactor, Target));
    }

    /// <summary>What the script asks the browser.</summary>
    public async Task<IActionResult> OnPostQuestionAsync()
    {
        if (!await IsGenuineAsync())
        {
            return BadRequest();
        }

        return new JsonResult(await passkeys.AskAsync(HttpContext));
    }

    public async Task<IActionResult> OnPostPasskeyAsync(CancellationToken ct)
    {
        if (await RefusalAsync() is { } refusal)
        {
            return refusal;
        }

        var account = await passkeys.AnswerAsync(HttpContext, Request.Form["Credential"].ToString(), Request.Form["State"].ToString(), ct);

        return Finish(await desk.PasskeyAsync(account, Visit, ct), Target);
    }

    private async Task<IActionResult?> RefusalAsync()
    {
        if (await IsGenuineAsync())
        {
            return null;
        }

        return SignedIn.Find(HttpContext) is not null ? Redirect(Target) : Refuse(FormRefusal.NoCookie);
    }

    private IActionResult Finish(SignInStep result, string next)
    {
        if (result.Key is { } key)
        {
            SessionCookie.Write(HttpContext, key);

            return Redirect(next);
        }

        return result.Problem is { } problem ? Refuse(problem) : Page();
    }

    private IEnumerable<AccountProblem> Missing(string password)
    {
        if (Email.Length == 0)
        {
            yield return new(nameof(Email), "Enter an e-mail address.");
        }

        if (password.Length == 0)
        {
            yield return new("Password", "Enter a password.");
        }
    }
}
