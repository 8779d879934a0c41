using System.Security.Cryptography;
using System.Text;

namespace SayNo.Accounts.SignIn;

/// <summary>Makes recovery codes, and reads them as people type them.</summary>
public static class RecoveryCodes
{
    public const int Count = 10;

    // Without signs that look alike on paper. Sixteen of them are 79 bits, which nobody guesses, hash or not.
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int Length = 16;
    private const int Group = 4;

    /// <summary>New codes in groups of four.</summary>
    public static IReadOnlyList<string> New() =>
        [.. Enumerable.Range(0, Count).Select(_ => string.Join('-', RandomNumberGenerator.GetItems<char>(Alphabet, Length).Chunk(Group).Select(part => new string(part))))];

    /// <summary>What a code is stored as; null if it cannot be one.</summary>
    public static byte[]? Hash(string typed)
    {
        var signs = string.Concat(typed.Where(char.IsLetterOrDigit)).ToLowerInvariant();

        return signs.Length == Length ? SHA256.HashData(Encoding.UTF8.GetBytes(signs)) : null;
    }
}
