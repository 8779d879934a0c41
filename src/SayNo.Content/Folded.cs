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

        foreach (var sign in whole.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (char.GetUnicodeCategory(sign) is not UnicodeCategory.NonSpacingMark)
            {
                Append(result, sign);
            }
        }

        return result.ToString().Normalize(NormalizationForm.FormC);
    }

    // Unicode does not take these apart.
    private static StringBuilder Append(StringBuilder result, char sign) => sign switch
    {
        'ł' => result.Append('l'),
        'ø' => result.Append('o'),
        'đ' or 'ð' => result.Append('d'),
        'ħ' => result.Append('h'),
        'ı' => result.Append('i'),
        'ß' => result.Append("ss"),
        'æ' => result.Append("ae"),
        'œ' => result.Append("oe"),
        'þ' => result.Append("th"),
        'ς' => result.Append('σ'),
        _ => result.Append(sign),
    };
}
