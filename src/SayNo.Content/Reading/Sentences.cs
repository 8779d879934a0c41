using System.Text.RegularExpressions;

namespace SayNo.Content.Reading;

/// <summary>Finds the sentences of a text as its language writes them.</summary>
public static partial class Sentences
{
    // Where the day of a date is written with a full stop: "3. Oktober".
    private static readonly HashSet<string> WithOrdinals = new(
        ["bs", "cs", "da", "de", "et", "fi", "hr", "hu", "is", "lv", "nb", "sk", "sl", "sr"], StringComparer.Ordinal);

    private static readonly Dictionary<string, string[]> Abbreviations = new(StringComparer.Ordinal)
    {
        ["bg"] = ["напр", "г", "др", "ул", "тел"],
        ["bs"] = ["npr", "tj", "br", "tel", "sl"],
        ["cs"] = ["např", "tzv", "atd", "č", "tel", "resp"],
        ["da"] = ["f.eks", "bl.a", "nr", "tlf", "ca", "evt"],
        ["de"] = ["z.b", "d.h", "u.a", "nr", "tel", "bzw", "usw", "ca", "evtl", "ggf", "st"],
        ["el"] = ["π.χ", "κ.λπ", "κ.ά", "τηλ", "αρ"],
        ["en"] = ["e.g", "i.e", "etc", "no", "st", "mr", "ms", "mrs", "dr", "tel"],
        ["es"] = ["p.ej", "ej", "sr", "sra", "ud", "tel", "etc"],
        ["et"] = ["nt", "nr", "tel", "jne"],
        ["fi"] = ["esim", "ns", "puh", "nro", "jne"],
        ["fr"] = ["p.ex", "ex", "tél", "etc", "mme"],
        ["ga"] = ["m.sh", "uimh"],
        ["hr"] = ["npr", "tj", "br", "tel", "sl"],
        ["hu"] = ["pl", "stb", "kb", "ún", "tel"],
        ["is"] = ["t.d", "o.s.frv", "nr"],
        ["it"] = ["es", "ecc", "tel", "sig"],
        ["lt"] = ["pvz", "t.y", "nr", "tel", "kt"],
        ["lv"] = ["piem", "t.i", "nr", "tālr", "u.c"],
        ["mk"] = ["на.пр", "пр", "бр", "тел"],
        ["nb"] = ["f.eks", "bl.a", "nr", "tlf", "ca", "osv"],
        ["nl"] = ["bijv", "bv", "nr", "tel", "enz", "ca"],
        ["pl"] = ["np", "tzn", "itd", "nr", "tel", "ul"],
        ["pt"] = ["p.ex", "ex", "etc", "tel", "sr"],
        ["ro"] = ["de.ex", "ex", "etc", "nr", "tel"],
        ["sk"] = ["napr", "tzv", "atď", "č", "tel"],
        ["sl"] = ["npr", "t.i", "št", "tel", "itd"],
        ["sq"] = ["p.sh", "nr", "tel", "etj"],
        ["sr"] = ["нпр", "тј", "бр", "тел", "npr", "tj", "br", "tel"],
        ["sv"] = ["t.ex", "bl.a", "nr", "tel", "ca", "osv"],
        ["uk"] = ["напр", "тел", "вул", "ін"],
    };

    /// <param name="text">One paragraph without Markdown.</param>
    /// <param name="locale">BCP 47 tag.</param>
    public static IReadOnlyList<string> Of(string text, string locale)
    {
        var language = locale.Split('-')[0];
        var sentences = new List<string>();
        var start = 0;

        foreach (var stop in Stop().Matches(text).Where(stop => Ends(text, stop, language)))
        {
            sentences.Add(text[start..(stop.Index + stop.Length)].Trim());
            start = stop.Index + stop.Length;
        }

        return [.. sentences.Append(text[start..].Trim()).Where(sentence => Words(sentence).Any())];
    }

    /// <summary>The words of a sentence; a dash or a sign that stands alone is none.</summary>
    public static IEnumerable<string> Words(string sentence) =>
        sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => word.Any(char.IsLetterOrDigit));

    private static bool Ends(string text, Match stop, string language)
    {
        var sign = stop.Groups["sign"].Value;
        var next = text[(stop.Index + stop.Length)..].FirstOrDefault(char.IsLetterOrDigit);

        if (char.IsLower(next) || (sign == ";" && language != "el"))
        {
            return false;
        }

        var before = text[..stop.Index].Split((char[]?)null)[^1].TrimStart('(', '"', '„', '«', '“').ToLowerInvariant();

        return sign != "." || !IsShortened(before, language);
    }

    private static bool IsShortened(string word, string language) =>
        (word.Length == 1 && char.IsLetter(word[0]))
        || (word.Length is 1 or 2 && word.All(char.IsAsciiDigit) && WithOrdinals.Contains(language))
        || (Abbreviations.TryGetValue(language, out var known) && known.Contains(word, StringComparer.Ordinal));

    [GeneratedRegex(@"(?<sign>[.!?…؟۔;\u037E]+)[\p{Pf}\p{Pe}""'“]*\s+")]
    private static partial Regex Stop();
}
