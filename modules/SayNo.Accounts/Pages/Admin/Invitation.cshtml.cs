using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;
using SayNo.Accounts.Invitations;
using SayNo.Content.Storage;

namespace SayNo.Accounts.Pages.Admin;

/// <summary>The page behind an invitation's link: a form that makes the account, or why there is none any more.</summary>
/// <remarks>It checks the form's token itself: whoever's browser keeps no cookies gets a sentence, not an empty page.</remarks>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[RequestSizeLimit(LongestForm)]
public sealed class InvitationModel(InvitationDesk desk, GuessLimit guesses, IAntiforgery antiforgery, ILogger<InvitationModel> logger) : FormPage
{
    private const int LongestForm = 32 * 1024;

    public InvitationScreen Screen { get; private set; } = InvitationScreen.Form;

    /// <summary>The address that the invitation is for, if it names one.</summary>
    public string? InvitedEmail { get; private set; }

    /// <summary>When the link ends; unknown if the database did not say.</summary>
    public DateTime? ExpiresAt { get; private set; }

    public string Email { get; private set; } = "";

    public string Name { get; private set; } = "";

    // Not a parameter: those stay empty when a form is too large to be read.
    private string Token => RouteData.Values["token"] as string ?? "";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        try
        {
            await OpenAsync(ct);
        }
        catch (Exception fault) when (DatabaseFault.Is(fault))
        {
            Log(fault);
            Show(InvitationScreen.OutOfOrder);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        try
        {
            // The form is read before the database is asked, so that what a person typed does not depend on it.
            var (entered, refusal) = await ReadAsync(ct);
            await OpenAsync(ct);

            if (Screen == InvitationScreen.Form)
            {
                await AcceptAsync(entered, refusal, ct);
            }
        }
        catch (Exception fault) when (DatabaseFault.Is(fault))
        {
            Log(fault);
            Refuse(FormRefusal.DatabaseStopped);
        }

        return Page();
    }

    private async Task<(NewAccount? Entered, FormRefusal? Refusal)> ReadAsync(CancellationToken ct)
    {
        IFormCollection form;

        try
        {
            form = await Request.ReadFormAsync(ct);
        }
        catch (Exception exception) when (exception is BadHttpRequestException or InvalidDataException)
        {
            return (null, FormRefusal.TooLarge);
        }

        if (!await antiforgery.IsRequestValidAsync(HttpContext))
        {
            return (null, FormRefusal.NoCookie);
        }

        Email = form[nameof(Email)].ToString().Trim();
        Name = form[nameof(Name)].ToString().Trim();

        return (new(Email, Name, form[nameof(NewAccount.Password)].ToString(), form[nameof(NewAccount.PasswordAgain)].ToString()), null);
    }

    private async Task OpenAsync(CancellationToken ct)
    {
        if (guesses.Wait() is var wait && wait > TimeSpan.Zero)
        {
            Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            Show(InvitationScreen.TooManyGuesses);

            return;
        }

        var (state, invitation) = await desk.FindAsync(Token, ct);

        if (state == InvitationState.Unknown)
        {
            guesses.Count();
        }

        InvitedEmail = invitation?.Email;
        Email = InvitedEmail ?? Email;
        ExpiresAt = invitation?.ExpiresAt;
        Show(InvitationScreen.Of(state));
    }

    private async Task AcceptAsync(NewAccount? entered, FormRefusal? refusal, CancellationToken ct)
    {
        if (entered is null)
        {
            Refuse(refusal ?? FormRefusal.NoCookie);

            return;
        }

        var acceptance = await desk.AcceptAsync(Token, entered, ct);

        if (acceptance.Account is { } account)
        {
            logger.LogInformation("Account {AccountId} was made by invitation.", account.Id);
            Show(InvitationScreen.Created);
        }
        else if (acceptance.State != InvitationState.Open)
        {
            Show(InvitationScreen.Of(acceptance.State));
        }
        else
        {
            Refuse(new FormRefusal(StatusCodes.Status422UnprocessableEntity, acceptance.Problems));
        }
    }

    private void Show(InvitationScreen screen)
    {
        Screen = screen;
        Response.StatusCode = screen.Status;
    }

    // The message alone: an exception's data can hold what was to be saved.
    private void Log(Exception fault) =>
        logger.LogError("An invitation could not be opened, because the database failed: {Reason}", fault.GetBaseException().Message);
}
