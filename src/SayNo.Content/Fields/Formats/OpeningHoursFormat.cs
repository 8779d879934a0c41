using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SayNo.Content.Fields.Formats;

/// <summary>
/// Opening hours in the country's own time, in the short form of schema.org's <c>openingHours</c>: <c>24/7</c>, or rules such as
/// <c>Mo-Fr 08:00-22:00; Sa,Su 11:00-19:00</c>. A rule that ends at 24:00 ends at midnight.
/// </summary>
public sealed partial record OpeningHoursFormat : Format
{
    public const string Always = "24/7";

    private static readonly string[] Days = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

    public override string Name => "openingHours";

    public override Control Control => Control.OpeningHours;

    public override Sentence? Problem(string label, string text, string scope) =>
        TryRead(text, out _) ? null : (Sentence)$"{label} must look like 24/7 or Mo-Fr 08:00-22:00; Sa,Su 11:00-19:00. \"{text}\" does not.";

    public override void Describe(JsonObject schema) => schema["examples"] = new JsonArray(Always, "Mo-Fr 08:00-22:00; Sa,Su 11:00-19:00");

    /// <summary>Reads opening hours into rules; <see cref="Always"/> becomes one rule for all seven days.</summary>
    public static bool TryRead(string text, out IReadOnlyList<OpeningRule> rules)
    {
        rules = [];

        if (text == Always)
        {
            rules = [new([.. Enumerable.Range(0, 7)], 0, 24 * 60)];

            return true;
        }

        var read = text.Split("; ").Select(ReadRule).ToList();

        if (read.Contains(null))
        {
            return false;
        }

        rules = [.. read.OfType<OpeningRule>()];

        return true;
    }

    private static OpeningRule? ReadRule(string text)
    {
        var match = Rule().Match(text);

        if (!match.Success)
        {
            return null;
        }

        var days = match.Groups["days"].Value.Split(',').SelectMany(DaysOf).ToList();
        var opens = MinutesOf(match.Groups["opens"].Value);
        var closes = MinutesOf(match.Groups["closes"].Value);

        return opens < closes && closes <= 24 * 60 && days.Distinct().Count() == days.Count ? new(days, opens, closes) : null;
    }

    private static IEnumerable<int> DaysOf(string text)
    {
        var from = Array.IndexOf(Days, text[..2]);
        var to = text.Length > 2 ? Array.IndexOf(Days, text[3..]) : from;

        return Enumerable.Range(0, ((to - from + 7) % 7) + 1).Select(step => (from + step) % 7);
    }

    private static int MinutesOf(string time) =>
        (int.Parse(time.AsSpan(0, 2), CultureInfo.InvariantCulture) * 60) + int.Parse(time.AsSpan(3), CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?<days>(Mo|Tu|We|Th|Fr|Sa|Su)(-(Mo|Tu|We|Th|Fr|Sa|Su))?(,(Mo|Tu|We|Th|Fr|Sa|Su)(-(Mo|Tu|We|Th|Fr|Sa|Su))?)*) "
        + "(?<opens>[01][0-9]:[0-5][0-9]|2[0-3]:[0-5][0-9])-(?<closes>[01][0-9]:[0-5][0-9]|2[0-3]:[0-5][0-9]|24:00)$")]
    private static partial Regex Rule();
}

/// <summary>On which days a service is open from when to when.</summary>
/// <param name="Days">0 for Monday to 6 for Sunday.</param>
/// <param name="Opens">Minutes after midnight.</param>
/// <param name="Closes">Minutes after midnight, at most 1440.</param>
public sealed record OpeningRule(IReadOnlyList<int> Days, int Opens, int Closes);
