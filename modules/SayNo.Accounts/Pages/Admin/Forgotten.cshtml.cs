using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using SayNo.Accounts.Invitations;
using SayNo.Accounts.SignIn;

namespace SayNo.Accounts.Pages.Admin;

/// <summary>Where people ask for a link to choose a new password. It says the same whether there is such an account or not.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[RequestSizeLimit(LongestForm)]
public sealed class ForgottenModel(Afterwards afterwards, SignInBrake brake) : FormPage
{
    private const int LongestForm = 32 * 1024;

    public string Email { get; private set; } = "";

    public bool IsAsked { get; private set; }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await IsGenuineAsync())
        {
            return Refuse(FormRefusal.NoCookie);
        }

        Email = Request.Form[nameof(Email)].ToString().Trim();

        if (NewAccount.EmailProblem(Email) is { } problem)
        {
            return Refuse(problem);
        }

        if (brake.Wait() > TimeSpan.Zero)
        {
            return Refuse(new AccountProblem("", "There are many tries at this moment. Wait a minute, then try again."));
        }

        brake.Count();
        afterwards.Do((services, ct) => services.GetRequiredService<ResetRequests>().AnswerAsync(Email, ct));
        IsAsked = true;

        return Page();
    }
}
