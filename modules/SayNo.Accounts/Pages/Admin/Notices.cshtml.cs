using Microsoft.AspNetCore.Mvc;
using SayNo.Accounts.Notices;
using SayNo.Web.Admin;

namespace SayNo.Accounts.Pages.Admin;

/// <summary>What somebody was told, the newest and unread first.</summary>
public sealed class NoticesModel(NoticeDesk desk) : AdminPage
{
    public IReadOnlyList<Notice> Notices { get; private set; } = [];

    public int Unread => Notices.Count(notice => notice.ReadAt is null);

    public bool WasRead => Request.Query["notice"] == "read";

    public async Task OnGetAsync(CancellationToken ct) => Notices = await desk.OfAsync(Editor, ct);

    public async Task<IActionResult> OnPostReadAsync(CancellationToken ct) =>
        Guid.TryParse(Request.Form["Id"], out var id) ? await ReadAsync(id, ct) : NotFound();

    public Task<IActionResult> OnPostReadAllAsync(CancellationToken ct) => ReadAsync(null, ct);

    private async Task<IActionResult> ReadAsync(Guid? id, CancellationToken ct)
    {
        await desk.ReadAsync(id, Editor, ct);

        return Redirect($"{NoticeTasks.Path}?notice=read");
    }
}
