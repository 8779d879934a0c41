using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SayNo.Admin.Items;
using SayNo.Admin.Lists;
using SayNo.Admin.Reviewing;
using SayNo.Content.Fields;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Web.Admin;

namespace SayNo.Admin.Pages.Admin.Content;

/// <summary>The order of the items of one type and scope: by buttons, or by dragging.</summary>
public sealed class OrderModel(ItemOverviews overviews, ContentOrder order, PublishedContent published, ServedSoon served) : AdminPage
{
    [BindProperty(SupportsGet = true, Name = "type")]
    public string Type { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "scope")]
    public string Scope { get; set; } = "";

    /// <summary>The item that was moved last, whose button keeps the focus.</summary>
    [BindProperty(SupportsGet = true, Name = "moved")]
    public string? Moved { get; set; }

    [BindProperty(SupportsGet = true, Name = "way")]
    public string? Way { get; set; }

    public IReadOnlyList<(ItemRow Row, ItemTitle Title)> Items { get; private set; } = [];

    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    public bool MayArrange => Rights.May(Editor, Right.Publish, Scope, Variant.Neutral);

    public string TypeName => published.Current.Types.GetValueOrDefault(Type)?.DisplayName ?? Type;

    private string Address => $"/admin/content/order?type={Uri.EscapeDataString(Type)}&scope={Uri.EscapeDataString(Scope)}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await ReadAsync(ct);

        return Items.Count == 0 ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(string? up, string? down, string[]? item, string? from, CancellationToken ct)
    {
        await ReadAsync(ct);
        var moved = Items.Any(one => one.Row.Id == (up ?? down)) ? up ?? down : null;
        var result = await order.ArrangeAsync(Type, Scope, Wanted(item, moved, up is null ? 1 : -1), Editor, ct);

        if (result.IsDone)
        {
            await served.WaitAsync(result.Sequence, ct);

            return Redirect(from == "item" && moved is not null ? $"/admin/content/{moved}?notice=moved#place" : $"{Address}&notice=moved{Focus(moved, up is null ? "down" : "up")}");
        }

        Problems = result.Problems;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;

        return Page();
    }

    /// <summary>Whether a button has the focus after the move that it made; at the end of the list the other one has.</summary>
    public bool HasFocus(int place, string way) =>
        Items[place].Row.Id == Moved && (way == Way || (place == 0 && way == "down") || (place == Items.Count - 1 && way == "up"));

    // Without a fragment, which would take the focus from the button.
    private static string Focus(string? moved, string way) => moved is null ? "" : $"&moved={Uri.EscapeDataString(moved)}&way={way}";

    private async Task ReadAsync(CancellationToken ct) =>
        Items = await overviews.NeighboursAsync(Type, Scope, L.Culture.Name, Editor, ct);

    // What was dragged and not saved yet stays where it was dragged to.
    private List<string> Wanted(string[]? dragged, string? moved, int by)
    {
        List<string> ids = [.. dragged is { Length: > 0 } ? dragged : Items.Select(one => one.Row.Id)];

        if (moved is null)
        {
            return ids;
        }

        var (from, to) = (ids.IndexOf(moved), ids.IndexOf(moved) + by);

        if (from >= 0 && to >= 0 && to < ids.Count)
        {
            (ids[from], ids[to]) = (ids[to], ids[from]);
        }

        return ids;
    }
}
