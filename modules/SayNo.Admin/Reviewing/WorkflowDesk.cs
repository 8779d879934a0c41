using SayNo.Content.Publishing;
using SayNo.Content.Reviewing;
using SayNo.Content.Storage;

namespace SayNo.Admin.Reviewing;

/// <summary>Reads how far a text has come, what colleagues say about it and what is planned. It costs a fixed number of SQL commands.</summary>
public sealed class WorkflowDesk(Comments comments, ContentSchedule schedule)
{
    /// <param name="item">The item with its variants.</param>
    /// <param name="locale">BCP 47 tag, or empty; nothing need be written in it yet.</param>
    /// <param name="newest">The newest version; null if there is none.</param>
    /// <param name="by">Who looks.</param>
    /// <param name="here">The screen that shows it, as addresses call it; empty for the form.</param>
    /// <param name="ct">Ends the attempt.</param>
    /// <exception cref="RightDeniedException">They may not read it.</exception>
    public async Task<Workflow> OfAsync(ContentItem item, string locale, ContentVersion? newest, Editor by, string here, CancellationToken ct)
    {
        var workflow = Workflow.Of(item, locale, by);
        var said = await comments.OfAsync(item.Id, locale, by, ct);
        var planned = await schedule.OfAsync(item.Id, locale, by, ct);

        return workflow with
        {
            Here = here,
            Comments = said,
            Rejection = workflow.State == VariantState.Draft
                ? said.LastOrDefault(comment => comment is { IsRejection: true, ResolvedAt: null } && comment.CreatedAt >= newest?.CreatedAt)
                : null,
            Schedule = [.. planned.Where(act => act.State is ScheduledState.Waiting or ScheduledState.Failed)],
        };
    }
}
