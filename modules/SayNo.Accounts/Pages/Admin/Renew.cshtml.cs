using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SayNo.Accounts.Invitations;
using SayNo.Accounts.SignIn;

namespace SayNo.Accounts.Pages.Admin;

/// <summary>The page behind a link that renews an account: a form for a new password, or why there is none any more.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[RequestSizeLimit(LongestForm)]
public sealed class RenewModel(AccountLinks links, OwnAccount account, GuessLimit guesses) : FormPage
{
    private const int LongestForm = 32 * 1024;

    public bool IsOpen { get; private set; }

    /// <summary>Whether second factors go too.</summary>
    public bool IsEverything { get; private set; }

    public string Title => IsOpen ? "Choose a new password" : "This link no longer works";

    private string Token => RouteData.Values["token"] as string ?? "";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await OpenAsync(ct);

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await OpenAsync(ct);

        if (!IsOpen)
        {
            return Page();
        }

        if (!await IsGenuineAsync())
        {
            return Refuse(FormRefusal.NoCookie);
        }

        var (renewed, problem) = await account.RenewAsync(Token, Request.Form["Password"].ToString(), Request.Form["PasswordAgain"].ToString(), ct);

        if (problem is not null)
        {
            return Refuse(problem);
        }

        if (renewed is null)
        {
            Close();

            return Page();
        }

        return Redirect("/admin/sign-in?notice=renewed");
    }

    private async Task OpenAsync(CancellationToken ct)
    {
        if (guesses.Wait() > TimeSpan.Zero || await links.FindAsync(Token, ct) is not { } link)
        {
            guesses.Count();
            Close();

            return;
        }

        IsOpen = true;
        IsEverything = link.Purpose == LinkPurpose.Everything;
    }

    private void Close()
    {
        IsOpen = false;
        Response.StatusCode = StatusCodes.Status410Gone;
    }
}
