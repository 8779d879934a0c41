using System.Globalization;
using System.Text;

namespace SayNo.Content;

/// <summary>Makes texts alike that differ in case, accents or letters that people type without their strokes.</summary>
public static class Folded
{
    public static string Of(string text)
    {
        var result = new StringBuilder(text.Length);

        // A broken pair of surrogates, as a cut text may have at its end, cannot be normalised.
        var whole = string.Concat(text.Trim().EnumerateRunes());

        // Small letters come last: the Turkish capital with a dot is none that has a small one before it is taken apart.
        foreach (var sign in whole.Normalize(NormalizationForm.FormD))
        {
            if (char.GetUnicodeCategory(sign) is not UnicodeCategory.NonSpacingMark)
            {
                Append(result, char.ToLowerInvariant(sign));
            }
        }

        return result.ToString().Normalize(NormalizationForm.FormC);
    }

    private static StringBuilder Append(StringBuilder result, char sign) =>
        char.IsAscii(sign) || sign is >= 'α' and <= 'ω' and not 'ς' or >= 'а' and <= 'я' ? result.Append(sign)
        : char.IsDigit(sign) ? result.Append((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(sign)))
        : result.Append(Plain(sign));

    // Unicode does not take these apart.
    private static string Plain(char sign) => sign switch
    {
        'ł' => "l",
        'ø' => "o",
        'đ' or 'ð' => "d",
        'ħ' => "h",
        'ı' => "i",
        'ŧ' => "t",
        'ŋ' => "n",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ς' => "σ",
        'ґ' => "г",
        _ => Arabic(sign),
    };

    // Which of these is written is a matter of habit, of the keyboard, or of the wish to stretch a line.
    private static string Arabic(char sign) => sign switch
    {
        'ٱ' => "ا",
        'ة' or 'ە' => "ه",
        'ى' or 'ی' => "ي",
        'ک' => "ك",
        'ـ' => "",
        _ => sign.ToString(),
    };
}
