using SayNo.Content.Fields;
using SayNo.Web.Localization;

namespace SayNo.Admin.Reviewing;

/// <summary>The inputs of a moment to come, in one of the forms of a screen. The view <c>_Moment</c> shows them.</summary>
/// <param name="L">The texts in the editor's language.</param>
/// <param name="Scope">Whose clocks are meant.</param>
/// <param name="Name">The form; ids begin with it.</param>
/// <param name="Typed">What was typed before.</param>
/// <param name="Twice">In the night when clocks are put back: both moments of the name that was typed.</param>
/// <param name="Problems">Why it was refused.</param>
public sealed record MomentForm(
    PoLocalizer L, string Scope, string Name, TypedMoment Typed, IReadOnlyList<DateTime> Twice, IReadOnlyList<Problem> Problems)
{
    public string IdOf(string input) => $"{Name}-{input}";

    public Problem? ProblemOf(string input) => Problems.FirstOrDefault(problem => problem.Field == IdOf(input));

    public string DescribedBy(string input) => ProblemOf(input) is null ? IdOf("hint") : $"{IdOf(input)}-problem {IdOf("hint")}";
}
