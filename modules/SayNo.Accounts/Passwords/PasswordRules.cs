using Microsoft.AspNetCore.Identity;

namespace SayNo.Accounts.Passwords;

/// <summary>What a password must be: long, not a common one, and not made of what is known about its owner.</summary>
public sealed class PasswordRules : IPasswordValidator<Account>
{
    public const int MinimumLength = 12;

    public const int MaximumLength = 256;

    private const string Field = nameof(Invitations.NewAccount.Password);

    private const int ShortestTellingPart = 4;

    private static readonly char[] Separators = ['@', '.', '-', '_', '+', ' ', '\''];

    /// <summary>The rules as sentences, in the order in which a form shows them; {0} is the least length.</summary>
    public static IReadOnlyList<string> Sentences { get; } =
    [
        "At least {0} characters. Several words that do not belong together make a good password.",
        "Not a password that many people use, such as a common word with a number at its end.",
        "Without your name and without your e-mail address.",
    ];

    /// <summary>What is wrong with a password, if anything.</summary>
    public static AccountProblem? Problem(string password, string name, string email)
    {
        var length = password.EnumerateRunes().Count();

        return length switch
        {
            0 => new(Field, "Enter a password."),
            < MinimumLength => new(Field, "The password has {0} characters. It needs at least {1}.", length, MinimumLength),
            > MaximumLength => new(Field, "The password is longer than {0} characters. Choose a shorter one.", MaximumLength),
            _ when TellsOf(password, name, email) => new(Field, "The password contains your name or your e-mail address. Choose another one."),
            _ when CommonPasswords.Contain(password) => new(Field, "Many people use a password like this one. Choose another one."),
            _ => null,
        };
    }

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(Problem(password ?? "", user.Name, user.Email ?? "") is { } problem
            ? IdentityResult.Failed(new IdentityError
            {
                Code = "Password",
                Description = string.Format(null, problem.Sentence, problem.Values),
            })
            : IdentityResult.Success);

    private static bool TellsOf(string password, string name, string email)
    {
        var plain = CommonPasswords.Plain(password);

        return $"{name} {email}".Split(Separators, StringSplitOptions.RemoveEmptyEntries)
            .Append(name)
            .Select(CommonPasswords.Plain)
            .Any(part => part.Length >= ShortestTellingPart && plain.Contains(part, StringComparison.Ordinal));
    }
}
