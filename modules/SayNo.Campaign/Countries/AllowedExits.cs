using SayNo.Content.Fields;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Web.Pages;

namespace SayNo.Campaign.Countries;

/// <summary>
/// Sees to it that no country's exit leads to a page that is not on the campaign's list (R7): one that greets by name, or that shows what was
/// looked for last, would tell on the visitor.
/// </summary>
public sealed class AllowedExits : PublishGate
{
    private const string Field = "ExitTarget";

    public override Task<IReadOnlyList<Problem>> ProblemsAsync(Picture after, PublishedItem item, string locale, CancellationToken ct)
    {
        var wanted = item.Type == CountryPage.Type && locale == Variant.Neutral ? item.Neutral?.Values.Link(Field)?.Url : null;
        var allowed = ExitTargets.Allowed(after.Settings).ToList();

        return Task.FromResult<IReadOnlyList<Problem>>(wanted is null || allowed.Contains(wanted) ? [] : [new(Field, NotAllowed(string.Join(", ", allowed)))]);
    }

    private static Sentence NotAllowed(string allowed) =>
        $"The exit button may lead to these pages only, which show everybody the same: {allowed}. Choose one of them, or leave the field empty.";
}
