using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace SayNo.Accounts.SignIn;

/// <summary>Seals secrets with the site's keys: for the database, or for a form to bring back within minutes.</summary>
public sealed class Sealed(IDataProtectionProvider protection)
{
    private static readonly TimeSpan FormLifetime = TimeSpan.FromMinutes(30);

    /// <param name="text">The secret.</param>
    /// <param name="purpose">What it is for and whose it is: it opens for the same purpose only.</param>
    public string Keep(string text, string purpose) => Protector(purpose).Protect(text);

    public bool TryOpen(string text, string purpose, [NotNullWhen(true)] out string? secret) => TryOpen(Protector(purpose).Unprotect, text, out secret);

    /// <summary>For half an hour.</summary>
    public string KeepForForm(string text, string purpose) => FormProtector(purpose).Protect(text, FormLifetime);

    public bool TryOpenFromForm(string text, string purpose, [NotNullWhen(true)] out string? secret) => TryOpen(FormProtector(purpose).Unprotect, text, out secret);

    private IDataProtector Protector(string purpose) => protection.CreateProtector("SayNo.Accounts", purpose);

    private ITimeLimitedDataProtector FormProtector(string purpose) => Protector(purpose).ToTimeLimitedDataProtector();

    private static bool TryOpen(Func<string, string> open, string text, [NotNullWhen(true)] out string? secret)
    {
        try
        {
            secret = open(text);
        }
        catch (CryptographicException)
        {
            secret = null;
        }

        return secret is not null;
    }
}
