using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SayNo.Accounts.Sessions;
using SayNo.Accounts.SignIn;
using SayNo.Web.Pages;

namespace SayNo.Accounts.Pages.Admin;

/// <summary>Where a passkey or an app is set up: the only screen for whoever has neither, and later one of the account.</summary>
[BeforeSecondFactor]
[RequestSizeLimit(LongestForm)]
public sealed class SecondFactorModel(SecondFactors factors, Passkeys passkeys, SignInDesk desk, Sealed seals) : FormPage
{
    private const int LongestForm = 32 * 1024;

    private const string Site = "SayNo";

    private string _key = "";

    public string Title => IsOnTheWayIn ? "Protect your account" : "Add a passkey or an app";

    public IReadOnlyList<string> Codes { get; private set; } = [];

    /// <summary>The key as the form brings it back.</summary>
    public string SealedKey { get; private set; } = "";

    /// <summary>In groups of four, for typing.</summary>
    public string ShownKey => string.Join(' ', _key.Chunk(4).Select(part => new string(part)));

    public int QrSize { get; private set; }

    public string QrPath { get; private set; } = "";

    public bool IsOnTheWayIn => Current.Session.Factor == Factor.None;

    public string Device => Current.Session.Device;

    public string Target => IsOnTheWayIn || Request.Query.ContainsKey(SignInAddress.Parameter)
        ? SignInAddress.TargetOf(Request.Query[SignInAddress.Parameter])
        : "/admin/account";

    public string Here => $"{SignInAddress.SetUp}?{SignInAddress.Parameter}={Uri.EscapeDataString(Target)}";

    private CurrentSession Current => HttpContext.Features.GetRequiredFeature<CurrentSession>();

    private string Purpose => $"new authenticator {Current.Editor.Id}";

    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!factors.MayChange(Current))
        {
            context.Result = Redirect(IsOnTheWayIn ? SignInAddress.NextStep(true, Target) : SignInAddress.Again(Request.Path));

            return;
        }

        await base.OnPageHandlerExecutionAsync(context, next);
    }

    public void OnGet() => Show(Totp.NewKey());

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!seals.TryOpenFromForm(Request.Form["Key"].ToString(), Purpose, out var key))
        {
            Show(Totp.NewKey());

            return Refuse(new AccountProblem("", "The key on this page has run out. Remove it from your app, and scan the new one."));
        }

        Show(key);

        return await FinishAsync(await factors.SetUpTotpAsync(Current, key, Request.Form["Code"].ToString(), ct), Factor.Totp, "app", ct);
    }

    /// <summary>What the script asks the browser.</summary>
    public async Task<IActionResult> OnPostQuestionAsync() => new JsonResult(await passkeys.AskForNewAsync(Current, HttpContext));

    public async Task<IActionResult> OnPostPasskeyAsync(CancellationToken ct)
    {
        Show(Totp.NewKey());
        var form = Request.Form;

        if (await passkeys.NewAsync(Current, HttpContext, form["Credential"].ToString(), form["State"].ToString()) is not { } passkey)
        {
            return Refuse(new AccountProblem("", "The passkey was not accepted. Try again."));
        }

        return await FinishAsync(await factors.AddPasskeyAsync(Current, form["PasskeyName"].ToString(), passkey, ct), Factor.Passkey, "passkey", ct);
    }

    private async Task<IActionResult> FinishAsync(FactorResult result, Factor factor, string notice, CancellationToken ct)
    {
        if (result.MustSignIn)
        {
            return Redirect(SignInAddress.Again(Request.Path));
        }

        if (result.Problem is { } problem)
        {
            return Refuse(problem);
        }

        var next = IsOnTheWayIn ? Target : $"/admin/account?notice={notice}";

        if (IsOnTheWayIn && await desk.FinishAsync(Current, factor, Visit, ct) is { Key: { } key })
        {
            SessionCookie.Write(HttpContext, key);
        }

        Codes = result.RecoveryCodes;

        return Codes.Count > 0 ? Page() : Redirect(next);
    }

    private void Show(string key)
    {
        _key = key;
        SealedKey = seals.KeepForForm(key, Purpose);
        QrSize = QrPicture.Draw(Totp.AddressOf(key, Site, Current.Email), out var path);
        QrPath = path;
    }
}
