using Microsoft.AspNetCore.Http;

namespace SayNo.Accounts.Pages.Admin;

/// <summary>Why a form comes back.</summary>
public sealed record FormRefusal(int Status, IReadOnlyList<AccountProblem> Problems)
{
    public static readonly FormRefusal NoCookie = new(
        StatusCodes.Status400BadRequest,
        "The form came back without its cookie and nothing was saved. Allow cookies for this website, fill in the form and send it again.");

    public static readonly FormRefusal TooLarge = new(
        StatusCodes.Status413PayloadTooLarge,
        "The form is too large and nothing was saved. Fill it in again, with shorter texts.");

    public static readonly FormRefusal DatabaseStopped = new(
        StatusCodes.Status503ServiceUnavailable,
        "Something is wrong on our side and nothing was saved. Your link is not lost: enter a password and send the form again in a minute.");

    public static readonly FormRefusal TryLater = new(
        StatusCodes.Status503ServiceUnavailable,
        "Something is wrong on our side and nothing was saved. Try again in a minute.");

    private FormRefusal(int status, string sentence)
        : this(status, [new AccountProblem("", sentence)])
    {
    }
}
