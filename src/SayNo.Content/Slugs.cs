using System.Text;
using System.Text.RegularExpressions;

namespace SayNo.Content;

/// <summary>Names of items in addresses: small letters and digits, in words joined by hyphens.</summary>
public static partial class Slugs
{
    public const int MaxLength = 100;

    // Greek and Cyrillic as passports write them; the letters that Ukrainian writes otherwise are close enough for an address.
    private static readonly Dictionary<char, string> Latin = Pairs(
        "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s τ t υ y φ f χ ch ψ ps ω o "
        + "а a б b в v г g д d е e ж zh з z и i к k л l м m н n о o п p р r с s т t у u ф f х h ц ts ч ch ш sh щ sht ъ a ь - ю yu я ya "
        + "ђ dj ѓ gj є ye ѕ dz і i ј j љ lj њ nj ћ c ќ kj џ dz ы y э e ґ g");

    public static bool IsValid(string? slug) => slug is { Length: > 0 and <= MaxLength } && Form().IsMatch(slug);

    /// <summary>A name in addresses that is made of a title; empty if it has no letter that could be in one.</summary>
    public static string Propose(string title)
    {
        var slug = new StringBuilder();

        foreach (var sign in Folded.Of(title))
        {
            slug.Append(char.IsAsciiLetterOrDigit(sign) ? sign.ToString() : Latin.GetValueOrDefault(sign) ?? (sign is '\'' or '’' ? "" : " "));
        }

        var words = string.Join('-', slug.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));

        return words.Length <= MaxLength ? words : words[..MaxLength].TrimEnd('-');
    }

    private static Dictionary<char, string> Pairs(string table) =>
        table.Split(' ').Chunk(2).ToDictionary(pair => pair[0][0], pair => pair[1] == "-" ? "" : pair[1]);

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex Form();
}
