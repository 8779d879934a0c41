using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SayNo.Content.Translating.Files;

/// <summary>Finds what must be the same in every language and got lost in a translation: addresses, and numbers that somebody may call.</summary>
internal static partial class LostSigns
{
    // Shorter ones may be written as words.
    private const int ShortestNumber = 3;

    /// <summary>What the source has and the translation lacks.</summary>
    public static IReadOnlyList<string> Between(string source, string target)
    {
        var addresses = AddressesIn(target).ToHashSet(StringComparer.Ordinal);
        var numbers = NumbersIn(target).Select(number => number.Digits).ToHashSet(StringComparer.Ordinal);

        return
        [
            .. AddressesIn(source).Where(address => !addresses.Contains(address))
                .Concat(NumbersIn(source).Where(number => !numbers.Contains(number.Digits)).Select(number => number.Text))
                .Distinct(StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<string> AddressesIn(string text) =>
        Address().Matches(text).Select(match => match.Groups["address"].Value.TrimEnd('.', ',', ';', ':', '!', '?'));

    private static IEnumerable<(string Text, string Digits)> NumbersIn(string text) =>
        from match in Number().Matches(Address().Replace(text, " "))
        let digits = Digits(match.Value)
        where digits.Length >= ShortestNumber
        select (match.Value.Trim(), digits);

    /// <summary>The digits alone, as 0 to 9: each script has its own, and each language parts them in its own way.</summary>
    private static string Digits(string text) => string.Concat(text.EnumerateRunes().Where(Rune.IsDigit)
        .Select(rune => ((int)Rune.GetNumericValue(rune)).ToString(CultureInfo.InvariantCulture)));

    [GeneratedRegex(@"\]\((?<address>[^)\s]+)|(?<address>(https?://|mailto:|tel:|www\.)[^\s)>\]""]+)|(?<address>[\w.+-]+@[\w-]+\.[\w.-]+)")]
    private static partial Regex Address();

    [GeneratedRegex(@"\d([\s\u00A0\u202F.,/()–-]?\d)*")]
    private static partial Regex Number();
}
