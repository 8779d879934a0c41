using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace SayNo.Accounts.Passwords;

/// <summary>Hashes passwords in one Unicode form, so that the same keys give the same password on every device.</summary>
public sealed class PasswordHashes(IOptions<PasswordHasherOptions> options) : PasswordHasher<Account>(options)
{
    /// <summary>What OWASP advises for PBKDF2 with SHA-512.</summary>
    public const int Iterations = 210_000;

    public override string HashPassword(Account user, string password) => base.HashPassword(user, OneForm(password));

    public override PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword) =>
        base.VerifyHashedPassword(user, hashedPassword, OneForm(providedPassword));

    private static string OneForm(string password) => password.Normalize(NormalizationForm.FormKC);
}
