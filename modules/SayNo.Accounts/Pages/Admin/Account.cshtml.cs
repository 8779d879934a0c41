using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using SayNo.Accounts.Sessions;
using SayNo.Accounts.SignIn;

namespace SayNo.Accounts.Pages.Admin;

/// <summary>The page of one's own account: name, password, second factors and where one is signed in.</summary>
[RequestSizeLimit(LongestForm)]
public sealed class AccountModel(OwnAccount account, SecondFactors factors, Passkeys passkeys, SessionBook sessions) : FormPage
{
    private const int LongestForm = 32 * 1024;

    private string? _typedName;

    public CurrentSession Current => HttpContext.Features.GetRequiredFeature<CurrentSession>();

    public string Name => _typedName ?? Current.Name;

    public bool MayChange => factors.MayChange(Current);

    public IReadOnlyList<KnownPasskey> Passkeys { get; private set; } = [];

    public bool HasApp { get; private set; }

    public int CodesLeft { get; private set; }

    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    /// <summary>New recovery codes, shown once.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public override string? Notice => Request.Query["notice"].ToString() switch
    {
        "name" => "Your name has been saved.",
        "password" => "Your password has been changed. In every other browser you have been signed out.",
        "passkey" => "The passkey has been added.",
        "app" => "The app has been set up. An older one no longer works.",
        "removed" => "It has been removed.",
        "ended" => "You have been signed out there.",
        "unsent" => "It has been changed, but the letter about it could not be sent.",
        _ => null,
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);

        return Page();
    }

    public async Task<IActionResult> OnPostNameAsync(CancellationToken ct)
    {
        _typedName = Request.Form["Name"].ToString().Trim();

        return await FinishAsync(await account.RenameAsync(Current, _typedName, ct), "name", ct);
    }

    public async Task<IActionResult> OnPostPasswordAsync(CancellationToken ct)
    {
        var form = Request.Form;
        var result = await account.ChangePasswordAsync(
            Current, form["OldPassword"].ToString(), form["Password"].ToString(), form["PasswordAgain"].ToString(), ct);

        return await FinishAsync(result, "password", ct);
    }

    public async Task<IActionResult> OnPostRemovePasskeyAsync(CancellationToken ct) =>
        HexId() is { } id ? await FinishAsync(await factors.RemovePasskeyAsync(Current, id, ct), "removed", ct) : NotFound();

    public async Task<IActionResult> OnPostRemoveAppAsync(CancellationToken ct) =>
        await FinishAsync(await factors.RemoveTotpAsync(Current, ct), "removed", ct);

    public async Task<IActionResult> OnPostCodesAsync(CancellationToken ct) =>
        await FinishAsync(await factors.RenewCodesAsync(Current, ct), "", ct);

    public async Task<IActionResult> OnPostEndSessionAsync(CancellationToken ct)
    {
        if (HexId() is not { } id)
        {
            return NotFound();
        }

        await sessions.EndAsync(id, Current.Editor, ct);

        return Redirect("/admin/account?notice=ended");
    }

    public async Task<IActionResult> OnPostEndAllAsync(CancellationToken ct)
    {
        await sessions.EndAllAsync(Current.Editor, ct);
        SessionCookie.Forget(HttpContext);

        return Redirect("/admin/sign-in?notice=signed-out");
    }

    private async Task<IActionResult> FinishAsync(FactorResult result, string notice, CancellationToken ct)
    {
        if (result.MustSignIn)
        {
            return Redirect(SignInAddress.Again("/admin/account"));
        }

        Codes = result.RecoveryCodes;

        if (result.IsDone && Codes.Count == 0)
        {
            return Redirect($"/admin/account?notice={(result.IsUnsent ? "unsent" : notice)}");
        }

        await LoadAsync(ct);

        return result.Problem is { } problem ? Refuse(problem) : Page();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var id = Current.Session.AccountId;
        Passkeys = await passkeys.OfAsync(id, ct);
        (HasApp, CodesLeft) = await factors.OfAsync(id, ct);
        Sessions = await sessions.OfAsync(id, ct);
    }

    private byte[]? HexId()
    {
        var text = Request.Form["Id"].ToString();

        return text.Length > 0 && text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit) ? Convert.FromHexString(text) : null;
    }
}
