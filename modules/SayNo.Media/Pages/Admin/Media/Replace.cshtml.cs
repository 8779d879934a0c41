using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SayNo.Content.Fields;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Media.Library;
using SayNo.Media.Storage;
using SayNo.Web.Admin;

namespace SayNo.Media.Pages.Admin.Media;

/// <summary>Shows every text that uses a file, and puts another one in its place in all of them.</summary>
public sealed class ReplaceModel(MediaList list, MediaUses uses, Replacement replacement, Rights rights) : AdminPage
{
    private MediaItem? _item;

    public MediaItem Item => _item ?? throw new InvalidOperationException("The page is shown without a file.");

    public IReadOnlyList<MediaUse> Uses { get; private set; } = [];

    /// <summary>The path that was typed.</summary>
    public string Typed { get; private set; } = "";

    public IReadOnlyList<Sentence> Refusals { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct) => await ReadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, string? path, CancellationToken ct)
    {
        if (!await ReadAsync(id, ct))
        {
            return NotFound();
        }

        var result = await replacement.ReplaceAsync(Item, path ?? "", L["New file for {0}", Item.Name].Value, Editor, ct);

        if (result.Sentences.Count == 0)
        {
            return Redirect(result.ReleaseId is { } release ? $"/admin/releases/{release}" : $"{MediaFilter.Path}/{id}?notice=replaced");
        }

        (Refusals, Typed) = (result.Sentences, path ?? "");
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;

        return await ReadAsync(id, ct) ? Page() : NotFound();
    }

    private async Task<bool> ReadAsync(string id, CancellationToken ct)
    {
        if (await list.FindAsync(id, Editor, ct) is not { } item)
        {
            return false;
        }

        rights.Demand(Editor, Right.Edit, item.Scope, Variant.Neutral);
        _item = item;
        Uses = await uses.OfAsync(item, L.Culture.Name, Editor, ct);

        return true;
    }
}
