using SayNo.Content.Publishing;
using SayNo.Content.Releases;
using SayNo.Content.Storage;
using SayNo.Web.Admin;
using SayNo.Web.Localization;

namespace SayNo.Admin.Releases;

/// <summary>The releases that somebody should look after: those that were stopped, and those that will be.</summary>
public sealed class ReleaseTasks(ReleaseList list) : EditorTasks
{
    public override async Task<IReadOnlyList<TaskGroup>> OfAsync(TasksAsked asked, CancellationToken ct)
    {
        var rows = await list.PendingAsync(asked.Scope, asked.By, ct);
        var isTheirs = Rights.May(asked.By, Right.Publish, asked.Scope, Variant.Neutral);

        return
        [
            Group("releases-stopped", asked.L["Releases that were stopped"].Value, Urgency.Failed,
                [.. rows.Where(row => row.State == ReleaseState.Stopped).Select(row => Task(row, isTheirs, asked.L[row.Problem ?? ""].Value, asked.L))]),
            Group("releases-changed", asked.L["Planned releases that will be stopped"].Value, Urgency.Waiting,
                [.. Planned(rows).Where(row => row.Changed > 0).Select(row => Task(row, isTheirs, asked.L.Plural(row.Changed, "{0} text has changed since", "{0} texts have changed since"), asked.L))]),
            Group("releases-planned", asked.L["Planned releases"].Value, Urgency.Notice,
                [.. Planned(rows).Where(row => row.Changed == 0).Select(row => Task(row, isTheirs, null, asked.L))]),
        ];
    }

    private static IEnumerable<ReleaseRow> Planned(IEnumerable<ReleaseRow> rows) => rows.Where(row => row.State == ReleaseState.Planned);

    private static TaskGroup Group(string key, string title, Urgency urgency, IReadOnlyList<EditorTask> tasks) =>
        new() { Key = key, Title = title, Urgency = urgency, Tasks = tasks, Total = tasks.Count, MorePath = tasks.Count > 0 ? ReleaseScreen.Path : null };

    private static EditorTask Task(ReleaseRow row, bool isTheirs, string? note, PoLocalizer l) => new()
    {
        Text = row.Name,
        Path = $"{ReleaseScreen.Path}/{row.Id}",
        Note = string.Join(". ", new[] { ReleaseWords.When(row, l), note }.Where(text => !string.IsNullOrEmpty(text))),
        IsTheirs = isTheirs,
    };
}
