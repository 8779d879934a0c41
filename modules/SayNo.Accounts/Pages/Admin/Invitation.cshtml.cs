using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Logging;
using SayNo.Accounts.Invitations;
using SayNo.Accounts.Storage;

namespace SayNo.Accounts.Pages.Admin;

/// <summary>The page behind an invitation's link: a form that makes the account, or why there is none any more.</summary>
/// <remarks>It checks the form's token itself: whoever's browser keeps no cookies gets a sentence, not an empty page.</remarks>
[IgnoreAntiforgeryToken]
[RequestSizeLimit(LongestForm)]
public sealed class InvitationModel(InvitationDesk desk, GuessLimit guesses, IAntiforgery antiforgery, ILogger<InvitationModel> logger) : PageModel
{
    private const int LongestForm = 32 * 1024;

    public InvitationScreen Screen { get; private set; } = InvitationScreen.Form;

    public IReadOnlyList<AccountProblem> Problems { get; private set; } = [];

    /// <summary>The address that the invitation is for, if it names one.</summary>
    public string? InvitedEmail { get; private set; }

    public DateTime ExpiresAt { get; private set; }

    public string Email { get; private set; } = "";

    public string Name { get; private set; } = "";

    public AccountProblem? ProblemOf(string field) => Problems.FirstOrDefault(problem => problem.Field == field);

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        try
        {
            await OpenAsync(token, ct);
        }
        catch (Exception fault) when (DatabaseFault.Is(fault))
        {
            Log(fault);
            Show(InvitationScreen.OutOfOrder);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct)
    {
        try
        {
            // The form is read before the database is asked, so that nothing a person typed depends on it.
            var entered = await EnteredAsync(ct);
            await OpenAsync(token, ct);

            if (Screen == InvitationScreen.Form)
            {
                await AcceptAsync(token, entered, ct);
            }
        }
        catch (Exception fault) when (DatabaseFault.Is(fault))
        {
            Log(fault);
            Refuse(StatusCodes.Status503ServiceUnavailable, new AccountProblem(
                "", "Something is wrong on our side and nothing was saved. Your link is not lost: enter a password and send the form again in a minute."));
        }

        return Page();
    }

    private async Task<NewAccount?> EnteredAsync(CancellationToken ct)
    {
        if (!await antiforgery.IsRequestValidAsync(HttpContext))
        {
            return null;
        }

        var form = await Request.ReadFormAsync(ct);
        Email = form[nameof(Email)].ToString().Trim();
        Name = form[nameof(Name)].ToString().Trim();

        return new(Email, Name, form[nameof(NewAccount.Password)].ToString(), form[nameof(NewAccount.PasswordAgain)].ToString());
    }

    private async Task OpenAsync(string token, CancellationToken ct)
    {
        if (guesses.Wait() is var wait && wait > TimeSpan.Zero)
        {
            Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            Show(InvitationScreen.TooManyGuesses);

            return;
        }

        var (state, invitation) = await desk.FindAsync(token, ct);

        if (state == InvitationState.Unknown)
        {
            guesses.Count();
        }

        InvitedEmail = invitation?.Email;
        Email = InvitedEmail ?? Email;
        ExpiresAt = invitation?.ExpiresAt ?? default;
        Show(InvitationScreen.Of(state));
    }

    private async Task AcceptAsync(string token, NewAccount? entered, CancellationToken ct)
    {
        if (entered is null)
        {
            Refuse(StatusCodes.Status400BadRequest, new AccountProblem(
                "", "The form came back without its cookie and nothing was saved. Allow cookies for this website, fill in the form and send it again."));

            return;
        }

        var acceptance = await desk.AcceptAsync(token, entered, ct);

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
            Refuse(StatusCodes.Status422UnprocessableEntity, [.. acceptance.Problems]);
        }
    }

    private void Show(InvitationScreen screen)
    {
        Screen = screen;
        Response.StatusCode = screen.Status;
    }

    private void Refuse(int status, params AccountProblem[] problems)
    {
        Problems = problems;
        Response.StatusCode = status;
    }

    // The message alone: an exception's data can hold what was to be saved.
    private void Log(Exception fault) =>
        logger.LogError("An invitation could not be opened, because the database failed: {Reason}", fault.GetBaseException().Message);
}
