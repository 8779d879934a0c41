using SayNo.Campaign.Countries;
using SayNo.Content.Fields;
using SayNo.Content.Published;
using SayNo.Content.Publishing;

namespace SayNo.Campaign.Accessibility;

/// <summary>Lets no country decide how accessible its pages are without all that the model statement of the Union asks for.</summary>
public sealed class WholeStatements : PublishGate
{
    public override Task<IReadOnlyList<Problem>> ProblemsAsync(Picture after, PublishedItem item, string locale, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Problem>>(item.Type == CountryPage.Type ? [.. Missing(after, item)] : []);

    private static IEnumerable<Problem> Missing(Picture after, PublishedItem item)
    {
        var locale = item.Locales.Keys.FirstOrDefault() ?? after.Locales.Main;

        if (Resolver.Resolve(after, item, locale) is not { } content || AccessibilityStatement.Of(content) is not { Status: { } status } statement)
        {
            yield break;
        }

        if (status != AccessibilityStatement.Fully && item.Locales.Values.All(text => text.Values["AccessibilityGaps"] is null))
        {
            yield return new("AccessibilityStatus", "Write first what is not accessible, in a language of the country, and publish that. Then choose how accessible the pages are.");
        }

        if (statement.PreparedOn is null)
        {
            yield return new("AccessibilityPreparedOn", "An accessibility statement says on which day it was prepared.");
        }

        if (statement.Method is null)
        {
            yield return new("AccessibilityMethod", "An accessibility statement says how the pages were assessed.");
        }

        if (statement.FeedbackEmail is null && statement.FeedbackLink is null)
        {
            yield return new("FeedbackEmail", "An accessibility statement says where people tell you what does not work: give an e-mail address or a page.");
        }

        if (statement.Enforcement is null)
        {
            yield return new("EnforcementBody", "An accessibility statement names the body to which people can complain.");
        }
    }
}
