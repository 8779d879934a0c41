using System.Buffers.Text;
using System.Security.Cryptography;

namespace SayNo.Accounts;

/// <summary>A secret that lets in whoever holds it, such as that of a link or a session: 256 random bits. Only its hash is stored.</summary>
public static class SecretToken
{
    private const int Bytes = 32;

    /// <summary>A new token as it is handed out, and the hash that is stored.</summary>
    public static (string Text, byte[] Hash) New()
    {
        var token = RandomNumberGenerator.GetBytes(Bytes);

        return (Base64Url.EncodeToString(token), SHA256.HashData(token));
    }

    /// <summary>What a token from an address or a cookie is stored as; none if it cannot be one, so that nonsense costs no look into the database.</summary>
    public static byte[]? Hash(string text)
    {
        Span<byte> token = stackalloc byte[Bytes];

        // 43 characters hold two bits more than a token: only the spelling that was given out counts.
        return Base64Url.IsValid(text, out var length) && length == Bytes
            && Base64Url.TryDecodeFromChars(text, token, out _) && Base64Url.EncodeToString(token) == text
            ? SHA256.HashData(token)
            : null;
    }
}
