using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SayNo.Accounts.SignIn;

/// <summary>
/// Codes that change every half minute (RFC 6238), as authenticator apps make them. The framework's own accept a code for five minutes and
/// as often as it is sent; here it works once, and for a minute and a half.
/// </summary>
public static class Totp
{
    public const int Digits = 6;

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int KeyBytes = 20;
    private const int StepSeconds = 30;
    private const int BitsPerSign = 5;
    private const int Modulus = 1_000_000;

    /// <summary>A new secret as people type it into an app: Base32.</summary>
    public static string NewKey() => string.Concat(RandomNumberGenerator.GetItems<char>(Alphabet, KeyBytes * 8 / BitsPerSign));

    /// <summary>The step of time at a moment.</summary>
    public static long StepAt(DateTimeOffset moment) => moment.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The step whose code this is; null if it is none of these moments, or was used.</summary>
    /// <param name="key">The secret.</param>
    /// <param name="code">What was typed.</param>
    /// <param name="now">The moment; clocks may be half a minute apart.</param>
    /// <param name="lastStep">The newest step whose code was used.</param>
    public static long? Match(string key, string code, DateTimeOffset now, long lastStep)
    {
        var typed = Encoding.UTF8.GetBytes(code);
        var current = StepAt(now);

        for (var step = current - 1; step <= current + 1; step++)
        {
            if (step > lastStep && CryptographicOperations.FixedTimeEquals(typed, Encoding.UTF8.GetBytes(CodeAt(key, step))))
            {
                return step;
            }
        }

        return null;
    }

    public static string CodeAt(string key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);

        // Authenticator apps know no other hash; as a keyed one it is sound.
        var hash = HMAC(key, counter);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & int.MaxValue;

        return (number % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The address in the QR code that apps read.</summary>
    public static string AddressOf(string key, string site, string email) =>
        $"otpauth://totp/{Uri.EscapeDataString(site)}:{Uri.EscapeDataString(email)}?secret={key}&issuer={Uri.EscapeDataString(site)}";

    private static byte[] HMAC(string key, ReadOnlySpan<byte> counter)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA1, Bytes(key));
        hmac.AppendData(counter);

        return hmac.GetHashAndReset();
    }

    private static byte[] Bytes(string key)
    {
        var bytes = new byte[key.Length * BitsPerSign / 8];
        var (buffer, bits, next) = (0, 0, 0);

        foreach (var sign in key)
        {
            buffer = (buffer << BitsPerSign) | Alphabet.IndexOf(sign, StringComparison.Ordinal);
            bits += BitsPerSign;

            if (bits >= 8)
            {
                bits -= 8;
                bytes[next++] = (byte)(buffer >> bits);
                buffer &= (1 << bits) - 1;
            }
        }

        return bytes;
    }
}
