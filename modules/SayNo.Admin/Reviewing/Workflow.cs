using SayNo.Admin.Lists;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Web.Localization;

namespace SayNo.Admin.Reviewing;

/// <summary>How far a text has come, what may be done with it next, and where. The view <c>_Workflow</c> shows it.</summary>
public sealed record Workflow
{
    public const string TranslateScreen = "translate";
    public const string ReviewScreen = "review";
    public const string PreviewScreen = "preview";
    public const string CommentsScreen = "comments";
    public const string HistoryScreen = "history";
    public const string ScheduleScreen = "schedule";
    public const string UnpublishScreen = "unpublish";

    public required string ItemId { get; init; }

    public required string Scope { get; init; }

    /// <summary>BCP 47 tag, or empty for the neutral variant.</summary>
    public required string Locale { get; init; }

    public required VariantState State { get; init; }

    public required bool IsPublic { get; init; }

    public required bool MayEdit { get; init; }

    public required bool MayPublish { get; init; }

    public required bool MayComment { get; init; }

    /// <summary>What colleagues say about it, the oldest first.</summary>
    public IReadOnlyList<Comment> Comments { get; init; } = [];

    /// <summary>What will happen by itself, and what should have and did not.</summary>
    public IReadOnlyList<ScheduledAct> Schedule { get; init; } = [];

    /// <summary>Why the text was sent back, if nobody has written it anew since.</summary>
    public Comment? Rejection { get; init; }

    /// <summary>The screen that shows it, as addresses call it; empty for the form.</summary>
    public string Here { get; init; } = "";

    /// <summary>The address of the form; the other screens stand below it.</summary>
    public string Path => PathOf(ItemId, Locale);

    public bool HasDraft => State is VariantState.Draft or VariantState.InReview or VariantState.Approved;

    // Before a text is found, its id is whatever an address said.
    public static string PathOf(string itemId, string locale) =>
        $"/admin/content/{Uri.EscapeDataString(itemId)}/{Uri.EscapeDataString(LocaleInAddress.Of(locale))}";

    /// <param name="item">The item with its variants.</param>
    /// <param name="locale">BCP 47 tag, or empty; nothing need be written in it yet.</param>
    /// <param name="by">Who looks.</param>
    public static Workflow Of(ContentItem item, string locale, Editor by)
    {
        var variant = item.Variants.Find(one => one.Locale == locale);

        return new()
        {
            ItemId = item.Id,
            Scope = item.Scope,
            Locale = locale,
            State = variant?.State ?? VariantState.Empty,
            IsPublic = variant?.PublishedId is not null,
            MayEdit = Rights.May(by, Right.Edit, item.Scope, locale),
            MayPublish = Rights.May(by, Right.Publish, item.Scope, locale),
            MayComment = Rights.May(by, Right.Comment, item.Scope, locale),
        };
    }

    /// <summary>What colleagues say about one field.</summary>
    /// <param name="field">Name of the field.</param>
    /// <param name="label">What it is called, in the editor's language.</param>
    public FieldComments CommentsOn(string field, string label) => new()
    {
        Field = field,
        Label = label,
        Open = Comments.Count(comment => comment.Field == field && comment.ResolvedAt is null),
        CommentsPath = $"{Path}/{CommentsScreen}",
        MayComment = MayComment && State != VariantState.Empty,
    };

    /// <summary>What may be done next, in a sentence to whoever looks.</summary>
    public string Next(PoLocalizer l) => (State, MayEdit, MayPublish) switch
    {
        (VariantState.Archived, _, true) => l["It is in the archive: visitors do not see it, and it is in nobody's way. You may take it out again."],
        (VariantState.Archived, _, _) => l["It is in the archive: visitors do not see it. Somebody who may publish it can take it out again."],
        (VariantState.Draft, true, true) => l["When the text is ready, send it to review or publish it."],
        (VariantState.Draft, true, false) => l["When the text is ready, send it to review."],
        (VariantState.Draft, _, true) => l["Its author has not sent it to review yet. You may publish it nevertheless."],
        (VariantState.Draft, _, _) => l["Somebody is writing it."],
        (VariantState.InReview, _, true) => l["It waits for a decision: read what has changed, then publish it, approve it or send it back."],
        (VariantState.InReview, _, _) => l["It waits for somebody who may publish it."],
        (VariantState.Approved, _, true) => l["It is agreed on. Publish it now, or plan when."],
        (VariantState.Approved, _, _) => l["It is agreed on, and waits for somebody who may publish it."],
        (VariantState.Published, true, _) => l["Visitors see this text. To change it, write a new draft; they see that one when it is published."],
        (VariantState.Published, _, _) => l["Visitors see this text, and nothing newer waits."],
        _ => l["Nothing is written yet."],
    };

    /// <summary>The screens of this text that are of use to whoever looks, in order.</summary>
    public IEnumerable<WorkflowLink> Links(PoLocalizer l)
    {
        yield return Link("", State == VariantState.Empty || !MayEdit ? l[MayEdit ? "Write" : "Read"] : l["Edit"]);

        if (State == VariantState.Empty)
        {
            yield break;
        }

        if (HasDraft)
        {
            yield return Link(ReviewScreen, MayPublish ? l["Decide"] : l["What has changed"]);
        }

        yield return Link(PreviewScreen, l["Preview"]);
        yield return Link(
            CommentsScreen, Comments.Count(comment => comment.ResolvedAt is null) is > 0 and var open ? l.Plural(open, "Comments ({0} open)", "Comments ({0} open)") : l["Comments"]);
        yield return Link(HistoryScreen, l["History"]);

        if (State != VariantState.Archived && (MayPublish || Schedule.Count > 0))
        {
            yield return Link(ScheduleScreen, l["Plan"]);
        }

        if (MayPublish)
        {
            yield return Link(UnpublishScreen, State == VariantState.Archived ? l["Archive"] : l["Take away or archive"]);
        }
    }

    private WorkflowLink Link(string screen, string text) => new(text, screen.Length == 0 ? Path : $"{Path}/{screen}", screen == Here);
}

/// <summary>One screen of a text.</summary>
/// <param name="Text">In the editor's language.</param>
/// <param name="Path">Its address.</param>
/// <param name="IsHere">True for the screen that shows the link.</param>
public sealed record WorkflowLink(string Text, string Path, bool IsHere);
