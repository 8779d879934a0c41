using SayNo.Content.Published;
using SayNo.Web.Pages;

namespace SayNo.Campaign.Accessibility;

/// <summary>
/// What a country says about how accessible its pages are, by the model of Commission Implementing Decision (EU) 2018/1523.
/// A person decides and signs it; until then the page says so.
/// </summary>
public sealed record AccessibilityStatement
{
    public const string Fully = "fully-compliant";
    public const string Partially = "partially-compliant";
    public const string Not = "not-compliant";

    public const string SelfAssessment = "self-assessment";

    /// <summary>What the directive measures a website by, and the guidelines behind it.</summary>
    public const string Standard = "EN 301 549, WCAG 2.2 AA";

    public const string Directive = "Directive (EU) 2016/2102";

    /// <summary><see cref="Fully"/>, <see cref="Partially"/> or <see cref="Not"/>; null if nobody has decided yet.</summary>
    public string? Status { get; init; }

    /// <summary>The authority that signs it.</summary>
    public LocalizedText? Body { get; init; }

    /// <summary>The national law that carries over the directive.</summary>
    public LocalizedText? Law { get; init; }

    /// <summary>What is not accessible, and why. Markdown.</summary>
    public LocalizedText? Gaps { get; init; }

    public DateOnly? PreparedOn { get; init; }

    public DateOnly? ReviewedOn { get; init; }

    /// <summary><see cref="SelfAssessment"/> or by a third party; null if nobody has said.</summary>
    public string? Method { get; init; }

    public string? FeedbackEmail { get; init; }

    public Link? FeedbackLink { get; init; }

    /// <summary>To whom people complain if the answer does not help.</summary>
    public Link? Enforcement { get; init; }

    public static AccessibilityStatement Of(ResolvedContent content) => new()
    {
        Status = content.Text("AccessibilityStatus"),
        Body = content.Localized("ResponsibleBody"),
        Law = content.Localized("AccessibilityLaw"),
        Gaps = content.Localized("AccessibilityGaps"),
        PreparedOn = content.Date("AccessibilityPreparedOn"),
        ReviewedOn = content.Date("AccessibilityReviewedOn"),
        Method = content.Text("AccessibilityMethod"),
        FeedbackEmail = content.Text("FeedbackEmail"),
        FeedbackLink = content.Link("FeedbackLink"),
        Enforcement = content.Link("EnforcementBody"),
    };
}
