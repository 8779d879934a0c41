using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SayNo.Content.Fields;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Media.Library;
using SayNo.Media.Storage;
using SayNo.Web.Admin;

namespace SayNo.Media.Pages.Admin.Media;

/// <summary>One file: what it is, where it is used, and what can be done with it.</summary>
public sealed class OneModel(MediaList list, MediaDesk desk, MediaUses uses) : AdminPage
{
    private MediaItem? _item;

    public MediaItem Item => _item ?? throw new InvalidOperationException("The page is shown without a file.");

    public IReadOnlyList<MediaUse> Uses { get; private set; } = [];

    public bool MayEdit => Rights.May(Editor, Right.Edit, Item.Scope, Variant.Neutral);

    public Sentence? Refusal { get; private set; }

    public string? Notice => MediaWords.Notice(Request.Query["notice"], L);

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct) => await ReadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostChangeAsync(string id, string? name, int? focusX, int? focusY, CancellationToken ct)
    {
        if (await list.FindAsync(id, Editor, ct) is not { } item)
        {
            return NotFound();
        }

        return await AnswerAsync(id, await desk.ChangeAsync(id, name ?? "", new(focusX ?? item.FocusX, focusY ?? item.FocusY), Editor, ct), "changed", ct);
    }

    public async Task<IActionResult> OnPostDeleteAsync(string id, CancellationToken ct)
    {
        if (await list.FindAsync(id, Editor, ct) is null)
        {
            return NotFound();
        }

        return await desk.DeleteAsync(id, Editor, ct) is { } refusal
            ? await AnswerAsync(id, refusal, "", ct)
            : Redirect($"{MediaFilter.Path}?notice=deleted");
    }

    private async Task<IActionResult> AnswerAsync(string id, Sentence? refusal, string notice, CancellationToken ct)
    {
        if (refusal is null)
        {
            return Redirect($"{MediaFilter.Path}/{id}?notice={notice}");
        }

        Refusal = refusal;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;

        return await ReadAsync(id, ct) ? Page() : NotFound();
    }

    private async Task<bool> ReadAsync(string id, CancellationToken ct)
    {
        if (await list.FindAsync(id, Editor, ct) is not { } item)
        {
            return false;
        }

        _item = item;
        Uses = await uses.OfAsync(item, L.Culture.Name, Editor, ct);

        return true;
    }
}
