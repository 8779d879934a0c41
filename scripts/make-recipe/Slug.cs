using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace MakeRecipe;

/// <summary>Makes the readable last part of an address out of a name in any European script.</summary>
internal static class Slug
{
    private const int MaxLength = 60;

    // What Unicode does not decompose. One table for five Cyrillic alphabets: an address has to be readable, not reversible.
    private static readonly FrozenDictionary<char, string> Latin = Table(
        "ß=ss æ=ae œ=oe ø=o đ=d ð=d þ=th ł=l ħ=h ı=i",
        "а=a б=b в=v г=g д=d ђ=dj е=e є=ie ж=zh з=z и=i і=i ї=i ј=j к=k л=l љ=lj м=m н=n њ=nj о=o п=p р=r с=s т=t ћ=c",
        "у=u ф=f х=h ц=c ч=ch џ=dzh ш=sh щ=sht ъ=a ь= ю=yu я=ya й=i");

    public static string From(string name)
    {
        var slug = new StringBuilder();

        foreach (var letter in name.ToLowerInvariant().SelectMany(Plain))
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                slug.Append(letter);
            }
            else if (letter is not ('\'' or '’' or '(' or ')') && slug is not [] && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return Cut(slug.ToString().TrimEnd('-'));
    }

    private static string Plain(char letter) => Latin.TryGetValue(letter, out var latin)
        ? latin
        : string.Concat(letter.ToString().Normalize(NormalizationForm.FormD)
            .Where(part => CharUnicodeInfo.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark));

    private static string Cut(string slug) => slug.Length <= MaxLength ? slug : slug[..slug.LastIndexOf('-', MaxLength)];

    private static FrozenDictionary<char, string> Table(params IEnumerable<string> rows) =>
        rows.SelectMany(row => row.Split(' ')).ToFrozenDictionary(pair => pair[0], pair => pair[2..]);
}
