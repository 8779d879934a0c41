using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace SayNo.Content;

/// <summary>Ids of items, variants and versions: 26 characters of base 32 without i, l, o and u, as Orchard Core writes them.</summary>
public static class ContentId
{
    public const int Length = 26;

    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    private static readonly SearchValues<char> Allowed = SearchValues.Create(Alphabet);

    /// <summary>A new random id of 130 bits.</summary>
    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>The id that belongs to a text: the same text has the same id on every site.</summary>
    public static string Of(string text)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));

        return string.Create(Length, hash, static (id, hash) =>
        {
            for (var i = 0; i < id.Length; i++)
            {
                id[i] = Alphabet[hash[i] % Alphabet.Length];
            }
        });
    }

    public static bool IsValid(string? id) => id is { Length: Length } && !id.AsSpan().ContainsAnyExcept(Allowed);
}
