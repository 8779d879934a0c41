using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SayNo.Admin.Items;
using SayNo.Admin.Reviewing;
using SayNo.Content.Fields;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Web.Admin;

namespace SayNo.Admin.Pages.Admin.Content;

/// <summary>Asks once more before an item goes for good, and says what goes with it.</summary>
public sealed class DeleteModel(ItemOverviews overviews, ContentPublisher publisher, ServedSoon served, Rights rights) : AdminPage
{
    private ItemOverview? _item;
    private Disappearing? _disappearing;

    public ItemOverview Item => _item ?? throw new InvalidOperationException("The item has not been read yet.");

    public Disappearing Disappearing => _disappearing ?? throw new InvalidOperationException("The item has not been read yet.");

    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct) => await ReadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken ct)
    {
        if (!await ReadAsync(id, ct))
        {
            return NotFound();
        }

        var result = await publisher.DeleteAsync(id, Editor, ct);

        if (result.IsDone)
        {
            await served.WaitAsync(result.Sequence, ct);

            return Redirect("/admin/content?notice=deleted");
        }

        Problems = result.Problems;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;

        return Page();
    }

    private async Task<bool> ReadAsync(string id, CancellationToken ct)
    {
        _item = await overviews.FindAsync(id, L.Culture.Name, Editor, ct);

        if (_item is not { } item)
        {
            return false;
        }

        rights.Demand(Editor, Right.Delete, item.Row.Scope, Variant.Neutral);
        _disappearing = await overviews.DisappearingAsync(item.Row, ct);

        return true;
    }
}
