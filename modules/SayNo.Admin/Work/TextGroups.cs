using SayNo.Admin.Lists;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Web.Admin;
using SayNo.Web.Localization;

namespace SayNo.Admin.Work;

/// <summary>Puts the texts of a scope that are on their way to the public into groups of tasks.</summary>
internal sealed class TextGroups(TasksAsked asked, IReadOnlyList<ItemRow> rows, Waiting waiting, ItemTitles titles)
{
    private readonly List<(ItemRow Row, VariantRow Variant)> _all = [.. rows.SelectMany(row => row.Variants.Select(variant => (row, variant)))];

    private PoLocalizer L => asked.L;

    private bool MayPublish => Rights.Reach(asked.By, Right.Publish).Holds(asked.Scope);

    public TaskGroup SentBack()
    {
        // Their own first; a colleague's all the same, who may be ill.
        var texts = Texts(Wait.SentBack).OrderByDescending(text => text.Variant.ById == asked.By.Id).ThenBy(text => text.Variant.ChangedAt).ToList();

        return new()
        {
            Key = "sent-back",
            Title = L["Sent back: please write it anew"].Value,
            Urgency = Urgency.SentBack,
            Total = texts.Count,
            MorePath = List(new() { IsWaiting = true }),
            Tasks = [.. texts.Take(TaskLinks.Shown).Select(SentBack)],
        };
    }

    public TaskGroup InReview()
    {
        var theirs = Texts(Wait.Review);
        var all = theirs.Count > 0 ? theirs : _all.FindAll(text => text.Variant.State == VariantState.InReview);

        return new()
        {
            Key = "in-review",
            Title = theirs.Count > 0 || MayPublish ? L["Waits for your review"].Value : L["In review by your colleagues"].Value,
            Urgency = Urgency.Waiting,
            Total = all.Count,
            MorePath = List(new() { State = StateFilter.InReview }),
            WhenEmpty = MayPublish ? L["Nothing waits for your review. When a colleague sends a text to review, it stands here."].Value : null,
            Tasks = [.. Oldest(all).Select(text => Link(text, "/review") with { IsTheirs = theirs.Count > 0 })],
        };
    }

    public TaskGroup Approved()
    {
        var texts = Texts(Wait.Publishing);

        return new()
        {
            Key = "approved",
            Title = L["Approved, and not published yet"].Value,
            Urgency = Urgency.Ready,
            Total = texts.Count,
            MorePath = List(new() { State = StateFilter.Approved }),
            Tasks = [.. Oldest(texts).Select(text => Link(text, "/review"))],
        };
    }

    public TaskGroup Begun()
    {
        var texts = _all.FindAll(text => text.Variant.State == VariantState.Draft && text.Variant.ById == asked.By.Id
            && waiting.RejectionOf(text.Row, text.Variant) is null && Rights.May(asked.By, Right.Edit, asked.Scope, text.Variant.Locale));

        return new()
        {
            Key = "begun",
            Title = L["Drafts that you have begun"].Value,
            Urgency = Urgency.Begun,
            Total = texts.Count,
            MorePath = List(new() { State = StateFilter.Draft }),
            Tasks = [.. texts.OrderByDescending(text => text.Variant.ChangedAt).Take(TaskLinks.Shown).Select(text => Link(text, ""))],
        };
    }

    private EditorTask SentBack((ItemRow Row, VariantRow Variant) text) => waiting.RejectionOf(text.Row, text.Variant) is { } rejection
        ? Link(text, "") with { Note = L["{0}: sent back by {1}", StateWords.Locale(text.Variant.Locale, L), rejection.By].Value, Quote = rejection.Reason }
        : Link(text, "");

    private List<(ItemRow Row, VariantRow Variant)> Texts(Wait wait) => _all.FindAll(text => waiting.Of(text.Row, text.Variant) == wait);

    // Who has waited longest comes first.
    private static IEnumerable<(ItemRow Row, VariantRow Variant)> Oldest(IEnumerable<(ItemRow Row, VariantRow Variant)> texts) =>
        texts.OrderBy(text => text.Variant.ChangedAt).Take(TaskLinks.Shown);

    private string List(ItemFilter filter) => (filter with { Scope = asked.Scope }).ToString();

    private EditorTask Link((ItemRow Row, VariantRow Variant) text, string screen) => TaskLinks.Of(
        titles.Of(text.Row.Named, L.Culture.Name),
        text.Row.Id,
        text.Variant.Locale,
        screen,
        L["{0}, written by {1}, {2}", StateWords.Locale(text.Variant.Locale, L), text.Variant.By ?? "", Moments.Text(text.Variant.ChangedAt ?? text.Row.CreatedAt, asked.Scope, L)].Value);
}
