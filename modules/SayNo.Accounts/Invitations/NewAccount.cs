using System.Net.Mail;
using SayNo.Accounts.Passwords;
using SayNo.Content.Fields;

namespace SayNo.Accounts.Invitations;

/// <summary>What an invited person enters.</summary>
public sealed record NewAccount(string Email, string Name, string Password, string PasswordAgain)
{
    public const int LongestEmail = 254;

    public const int LongestName = 100;

    /// <summary>What is wrong with it, in the order of the form.</summary>
    public IEnumerable<AccountProblem> Problems()
    {
        if (EmailProblem(Email) is { } email)
        {
            yield return email;
        }

        if (NameProblem(Name) is { } name)
        {
            yield return name;
        }

        if (PasswordRules.Problem(Password, Name, Email) is { } password)
        {
            yield return password;
        }
        else if (Password != PasswordAgain)
        {
            yield return new(nameof(PasswordAgain), "The two passwords differ. Enter the same password twice.");
        }
    }

    /// <summary>What is wrong with an e-mail address, if anything.</summary>
    public static AccountProblem? EmailProblem(string email) =>
        email.Length == 0
            ? new(nameof(Email), "Enter an e-mail address.")
            : IsEmail(email) ? null : new(nameof(Email), "This is not an e-mail address. It should look like name@police.example.");

    /// <summary>What is wrong with a person's name, if anything.</summary>
    public static AccountProblem? NameProblem(string name) => name switch
    {
        "" => new(nameof(Name), "Enter your name."),
        { Length: > LongestName } => new(nameof(Name), "The name is longer than {0} characters. Enter a shorter one.", LongestName),
        _ when name.Contains('\n') || name.Contains('\t') || TextSigns.FirstForbidden(name) is not null =>
            new(nameof(Name), "The name has characters that cannot be shown. Type it again."),
        _ => null,
    };

    private static bool IsEmail(string email) =>
        email.Length <= LongestEmail
        && MailAddress.TryCreate(email, out var address) && address.Address == email && address.Host.Contains('.')
        && !email.Any(sign => char.IsWhiteSpace(sign) || char.IsControl(sign));
}
