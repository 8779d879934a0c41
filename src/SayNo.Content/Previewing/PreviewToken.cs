using System.Buffers.Text;
using System.Security.Cryptography;

namespace SayNo.Content.Previewing;

/// <summary>The secret of a preview's address: 256 random bits, of which only the hash is stored.</summary>
internal static class PreviewToken
{
    private const int Bytes = 32;

    public static (string Text, string Hash) New()
    {
        var token = RandomNumberGenerator.GetBytes(Bytes);

        return (Base64Url.EncodeToString(token), HashOf(token));
    }

    /// <summary>What a token from an address is stored as; none if it cannot be one, so that nonsense costs no look into the database.</summary>
    public static string? Hash(string text)
    {
        Span<byte> token = stackalloc byte[Bytes];

        // 43 characters hold two bits more than a token: only the spelling that was given out counts.
        return Base64Url.IsValid(text, out var length) && length == Bytes
            && Base64Url.TryDecodeFromChars(text, token, out _) && Base64Url.EncodeToString(token) == text
            ? HashOf(token)
            : null;
    }

    private static string HashOf(ReadOnlySpan<byte> token) => Convert.ToHexStringLower(SHA256.HashData(token));
}
