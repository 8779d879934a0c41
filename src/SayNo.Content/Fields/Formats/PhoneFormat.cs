using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SayNo.Content.Fields.Formats;

/// <summary>
/// A telephone number: E.164 (ITU-T), which works from everywhere, or a number that is dialled so inside the item's country only.
/// Stored as digits, with a leading + for E.164.
/// </summary>
public sealed partial record PhoneFormat : Format
{
    public override string Name => "phone";

    public override Control Control => Control.Phone;

    public override Sentence? Problem(string label, string text, string scope)
    {
        if (!Digits().IsMatch(text))
        {
            return $"{label} must be a telephone number: digits, with a + in front if it starts with a country code. \"{text}\" is none.";
        }

        return text[0] == '+' ? ProblemOfInternational(label, text) : ProblemOfNational(label, text, scope);
    }

    public override string Normalize(string text) => Ornaments().Replace(text.Trim(), "");

    public override void Describe(JsonObject schema) => schema["pattern"] = @"^\+?[0-9]{2,15}$";

    private static Sentence? ProblemOfInternational(string label, string text)
    {
        if (!International().IsMatch(text))
        {
            return $"{label} must have 8 to 15 digits after the +, of which the first is not 0. \"{text}\" does not.";
        }

        return NumberingPlan.OfInternational(text) is { } plan && !plan.AcceptsInternational(text)
            ? (Sentence)$"{label} has the wrong number of digits for {plan.Scope}: \"{text}\". Please compare it with the source."
            : null;
    }

    private static Sentence? ProblemOfNational(string label, string text, string scope)
    {
        if (NumberingPlan.Of(scope) is not { } plan)
        {
            return $"{label} is shown in every country, so it must start with + and the country code. \"{text}\" works in one country only.";
        }

        return plan.AcceptsNational(text)
            ? null
            : (Sentence)$"{label} cannot be dialled in {scope}: \"{text}\" is neither a short number there nor a whole national number.";
    }

    [GeneratedRegex(@"^\+?[0-9]{2,20}$")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^\+[1-9][0-9]{7,14}$")]
    private static partial Regex International();

    [GeneratedRegex(@"[\s\u00A0\u202F().\-/\u2010-\u2015\u200E\u200F\u202A-\u202E\u2066-\u2069]")]
    private static partial Regex Ornaments();
}
