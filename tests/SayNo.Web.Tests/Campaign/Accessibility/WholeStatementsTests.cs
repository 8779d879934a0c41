using System.Text.Json.Nodes;
using SayNo.Campaign.Accessibility;
using SayNo.Content.Fields;
using SayNo.Content.Published;

namespace SayNo.Web.Tests.Campaign.Accessibility;

/// <summary>No country decides how accessible its pages are without the rest of the model statement.</summary>
public sealed class WholeStatementsTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("AccessibilityPreparedOn", "on which day it was prepared")]
    [InlineData("AccessibilityMethod", "how the pages were assessed")]
    [InlineData("FeedbackEmail", "where people tell you")]
    [InlineData("EnforcementBody", "to which people can complain")]
    public async Task No_status_is_published_without_the_rest_of_the_model(string? missing, string? sentence)
    {
        var item = missing is null ? Decided(AccessibilityStatement.Partially) : Decided(AccessibilityStatement.Partially).With(missing, null);

        var problems = await ProblemsAsync(item);

        Assert.Equal(missing is null ? [] : [missing], problems.Select(problem => problem.Field));
        Assert.All(problems, problem => Assert.Contains(sentence!, problem.Sentence.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_says_in_part_without_saying_what_is_missing()
    {
        var item = Decided(AccessibilityStatement.Partially).With("en", "AccessibilityGaps", null);

        Assert.Equal("AccessibilityStatus", Assert.Single(await ProblemsAsync(item)).Field);
        Assert.Empty(await ProblemsAsync(Decided(AccessibilityStatement.Fully).With("en", "AccessibilityGaps", null)));
        Assert.Empty(await ProblemsAsync(RecipePicture.Campaign.Country("IE")));
    }

    private static Task<IReadOnlyList<Problem>> ProblemsAsync(PublishedItem item)
    {
        var after = RecipePicture.Campaign.Publish(item);

        return new WholeStatements().ProblemsAsync(after, after.Find(item.Id)!, "", default);
    }

    /// <summary>Ireland with a whole statement.</summary>
    internal static PublishedItem Decided(string status) => RecipePicture.Campaign.Country("IE")
        .With("AccessibilityStatus", status)
        .With("AccessibilityPreparedOn", "2026-11-20")
        .With("AccessibilityReviewedOn", "2026-11-21")
        .With("AccessibilityMethod", AccessibilityStatement.SelfAssessment)
        .With("FeedbackEmail", "access@police.example")
        .With("EnforcementBody", new JsonObject { ["Url"] = "https://watch.example/complain", ["Text"] = "The watch" })
        .With("en", "ResponsibleBody", "An Garda Síochána")
        .With("en", "AccessibilityLaw", "Disability Act 2005")
        .With("en", "AccessibilityGaps", "- A film has no captions: it breaks a rule.");
}
