using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace SayNo.Content.Fields.Formats;

/// <summary>
/// Which telephone numbers can be dialled in a country: a small rule table of the 39 countries of the campaign.
/// It refuses what cannot work; whether somebody answers, only a call can tell.
/// </summary>
public sealed class NumberingPlan
{
    // Harmonised in Europe (Decision 2007/116/EC) beside the emergency number 112.
    private static readonly string[] Harmonised = ["116000", "116006", "116111", "116117", "116123"];

    private static readonly FrozenDictionary<string, NumberingPlan> All = new NumberingPlan[]
    {
        new("AL", "355", 6, 9, "0[0-9]{7,9}", "112 127 128 129"),
        new("AT", "43", 4, 13, "0[0-9]{4,13}", "112 122 133 140 141 142 144 147"),
        new("BA", "387", 8, 9, "0[0-9]{8,9}", "122 123 124"),
        new("BE", "32", 8, 9, "0[0-9]{8,9}", "100 101 102 103 105 106 107 110 112 1712 1722"),
        new("BG", "359", 7, 9, "0[0-9]{7,9}", "112 150 160 166 124123"),
        new("CH", "41", 9, 9, "0[0-9]{9}", "112 117 118 143 144 147"),
        new("CY", "357", 8, 8, "[2-9][0-9]{7}", "112 199 1440 1460 1480 1498"),
        new("CZ", "420", 9, 9, "[2-9][0-9]{8}", "112 150 155 156 158"),
        new("DE", "49", 5, 13, "0[0-9]{5,13}", "110 112 115"),
        new("DK", "45", 8, 8, "[2-9][0-9]{7}", "112 114 1813"),
        new("EE", "372", 7, 10, "[3-9][0-9]{6,9}", "110 112 1220 1247 1345"),
        new("ES", "34", 9, 9, "[5-9][0-9]{8}", "016 017 061 062 080 085 091 092 112"),
        new("FI", "358", 5, 12, "0[0-9]{4,12}", "112"),
        new("FR", "33", 9, 9, "0[0-9]{9}", "15 17 18 112 114 115 119 191 196 197 3018 3020 3114 3919"),
        new("GB", "44", 7, 10, "0[0-9]{7,10}", "101 105 111 112 116 119 999"),
        new("GR", "30", 10, 10, "[2-9][0-9]{9}", "100 112 166 197 199 1056 1107 11188 15900"),
        new("HR", "385", 7, 9, "0[0-9]{7,9}", "112 192 193 194 195 1987"),
        new("HU", "36", 8, 9, "06[0-9]{8,9}", "104 105 107 112"),
        new("IE", "353", 7, 10, "0[0-9]{7,10}|1[58][0-9]{8}", "112 999 50808"),
        new("IS", "354", 7, 9, "[3-9][0-9]{6,8}", "112 1700 1717 1770"),
        new("IT", "39", 6, 11, "0[0-9]{5,10}|3[0-9]{8,9}|8[0-9]{5,9}", "112 113 114 115 117 118 1500 1522 19696"),
        new("LT", "370", 8, 8, "[08][0-9]{8}", "112 1809 1815 1830"),
        new("LU", "352", 5, 11, "[2-9][0-9]{4,10}", "112 113 12321"),
        new("LV", "371", 8, 8, "[2-9][0-9]{7}", "110 112 113 115"),
        new("MD", "373", 8, 8, "0[0-9]{8}", "112 902"),
        new("ME", "382", 7, 9, "0[0-9]{7,9}", "112 122 123 124"),
        new("MK", "389", 8, 8, "0[0-9]{8}", "112 192 193 194"),
        new("MT", "356", 8, 8, "[2-9][0-9]{7}", "112 179 1579 1770"),
        new("NL", "31", 7, 11, "0[0-9]{9}|0[89]00[0-9]{4,7}", "112 113 144 14014"),
        new("NO", "47", 5, 8, "[2-9][0-9]{7}|0[0-9]{4}", "110 112 113"),
        new("PL", "48", 9, 9, "[1-9][0-9]{8}", "112 986 997 998 999"),
        new("PT", "351", 9, 9, "[2-9][0-9]{8}", "112 144 1411 1414 1415"),
        new("RO", "40", 9, 9, "0[0-9]{9}", "112 119"),
        new("RS", "381", 6, 10, "0[0-9]{6,10}", "192 193 194 19833"),
        new("SE", "46", 7, 10, "0[0-9]{6,9}", "112 1177 11313 11414"),
        new("SI", "386", 8, 8, "0[0-9]{8}|080[0-9]{4}", "112 113"),
        new("SK", "421", 9, 9, "0[0-9]{9}", "112 150 155 158 159"),
        new("UA", "380", 9, 9, "0[0-9]{9}", "101 102 103 104 112 1545 1547"),
        new("XK", "383", 8, 8, "0[0-9]{8}", "112 192 193 194"),
    }.ToFrozenDictionary(plan => plan.Scope, StringComparer.Ordinal);

    private readonly string _prefix;
    private readonly int _fewest;
    private readonly int _most;
    private readonly Regex _national;
    private readonly FrozenSet<string> _short;

    private NumberingPlan(string scope, string callingCode, int fewest, int most, string national, string shortNumbers)
    {
        Scope = scope;
        _prefix = "+" + callingCode;
        _fewest = fewest;
        _most = most;
        _national = new($"^(?:{national})$", RegexOptions.CultureInvariant);
        _short = shortNumbers.Split(' ').Concat(Harmonised).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The country, as an ISO 3166-1 alpha-2 code.</summary>
    public string Scope { get; }

    public static NumberingPlan? Of(string scope) => All.GetValueOrDefault(scope);

    /// <summary>The plan whose country code an E.164 number starts with; none for the rest of the world.</summary>
    public static NumberingPlan? OfInternational(string number) =>
        All.Values.Where(plan => number.StartsWith(plan._prefix, StringComparison.Ordinal)).MaxBy(plan => plan._prefix.Length);

    /// <summary>Whether an E.164 number of this country can have that many digits.</summary>
    public bool AcceptsInternational(string number)
    {
        var digits = number.Length - _prefix.Length;

        return digits >= _fewest && digits <= _most;
    }

    /// <summary>Whether the digits can be dialled inside the country as they stand.</summary>
    public bool AcceptsNational(string digits) => _short.Contains(digits) || _national.IsMatch(digits);
}
