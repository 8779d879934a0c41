using System.Globalization;
using System.Text;

namespace SayNo.Accounts.Passwords;

/// <summary>Tells passwords that are put together from what everybody tries first.</summary>
public static class CommonPasswords
{
    // With fewer letters and digits than this of its own, a password is guessed by trying the list with endings.
    private const int FewestOwnSigns = 6;

    private static readonly string[] Words = Read();

    /// <summary>Whether little is left of a password after its common words, sequences and repetitions are taken out.</summary>
    public static bool Contain(string password)
    {
        var plain = Plain(password);

        return Math.Min(OwnSigns(plain), OwnSigns(Undisguised(plain))) < FewestOwnSigns;
    }

    /// <summary>Small letters without accents, and digits and signs as they are, so that two spellings of one word are equal.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);

        foreach (var sign in text.Normalize(NormalizationForm.FormKD))
        {
            if (!char.IsWhiteSpace(sign) && CharUnicodeInfo.GetUnicodeCategory(sign) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(char.ToLowerInvariant(sign));
            }
        }

        return plain.ToString();
    }

    private static int OwnSigns(string text)
    {
        foreach (var word in Words)
        {
            text = text.Replace(word, " ", StringComparison.Ordinal);
        }

        var own = 0;

        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsLetterOrDigit(text[at]) && !Continues(text, at))
            {
                own++;
            }
        }

        return own;
    }

    // The third sign of 123, cba or aaa follows from the two before it. So does a block that repeats: "xyxyxy".
    private static bool Continues(string text, int at)
    {
        if (at >= 2 && text[at] - text[at - 1] == text[at - 1] - text[at - 2] && Math.Abs(text[at] - text[at - 1]) <= 1)
        {
            return true;
        }

        for (var period = 1; period <= at / 2; period++)
        {
            if (text.AsSpan(at - period + 1, period).SequenceEqual(text.AsSpan(at - (2 * period) + 1, period)))
            {
                return true;
            }
        }

        return false;
    }

    private static string Undisguised(string plain) => string.Create(plain.Length, plain, (signs, text) =>
    {
        for (var at = 0; at < text.Length; at++)
        {
            signs[at] = text[at] switch
            {
                '0' => 'o',
                '1' or '!' or '|' => 'i',
                '3' or '€' => 'e',
                '4' or '@' => 'a',
                '5' or '$' => 's',
                '7' or '+' => 't',
                '8' => 'b',
                var other => other,
            };
        }
    });

    private static string[] Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream("common-passwords.txt")
            ?? throw new InvalidOperationException("The list of common passwords is missing from the program.");
        using var reader = new StreamReader(stream);

        // Longest first, so that "password" is not cut out of "mypassword" before the longer word is seen.
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith('#'))
            .OrderByDescending(line => line.Length)];
    }
}
