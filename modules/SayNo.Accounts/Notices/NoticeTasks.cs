using SayNo.Web.Admin;

namespace SayNo.Accounts.Notices;

/// <summary>What somebody was told and has not read yet, on the first screen.</summary>
public sealed class NoticeTasks(NoticeDesk desk) : EditorTasks
{
    public const string Path = "/admin/notices";

    private const int Shown = 5;

    public override async Task<IReadOnlyList<TaskGroup>> OfAsync(TasksAsked asked, CancellationToken ct)
    {
        var unread = (await desk.OfAsync(asked.By, ct)).Where(notice => notice.ReadAt is null && notice.Scope == asked.Scope).ToList();

        return
        [
            new()
            {
                Key = "notices",
                Title = asked.L["Unread notices"],
                Urgency = Urgency.Notice,
                Total = unread.Count,
                MorePath = Path,
                Tasks = [.. unread.Take(Shown).Select(notice => Task(notice, asked))],
            },
        ];
    }

    private static EditorTask Task(Notice notice, TasksAsked asked) => new()
    {
        Text = notice.Title,
        TextLocale = notice.TitleLocale,
        Path = notice.Path,
        Note = NoticeWords.Of(notice.Event, asked.L),
        Quote = notice.Note,
    };
}
