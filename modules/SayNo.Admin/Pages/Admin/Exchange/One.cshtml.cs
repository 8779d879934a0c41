using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SayNo.Admin.Exchange;
using SayNo.Content.Exchanging;
using SayNo.Content.Fields;
using SayNo.Content.Published;
using SayNo.Content.Publishing;

namespace SayNo.Admin.Pages.Admin.Exchange;

/// <summary>What a file would change, item by item, and the button that brings it in.</summary>
public sealed class OneModel(Rights rights, ImportFiles files, ContentImport import, PublishedContent published) : ExchangeScreen(rights)
{
    private const int PageSize = 25;

    private KeptImport? _kept;
    private ImportReport? _report;

    public KeptImport Kept => _kept ?? throw new InvalidOperationException("The file has not been found yet.");

    public ImportReport Report => _report ?? throw new InvalidOperationException("The file has not been read yet.");

    public string Here => $"{Path}/{RouteData.Values["id"]}";

    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    public int Pages => Math.Max(1, (Report.Items.Count + PageSize - 1) / PageSize);

    public int PageNumber => int.TryParse(Request.Query["page"], out var page) ? Math.Clamp(page, 1, Pages) : 1;

    /// <summary>The items of this page.</summary>
    public IEnumerable<ImportedItem> Items => Report.Items.Skip((PageNumber - 1) * PageSize).Take(PageSize);

    public IReadOnlyList<ShownImport> TextsOf(ImportedItem item) => ShownImport.Of(item, published.Public, L);

    public string TypeName(ImportedItem item) => L[published.Public.Types.TryGetValue(item.Type, out var type) ? type.DisplayName : item.Type];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!Find())
        {
            return NotFound();
        }

        _report = await import.CheckAsync(Kept.File, Kept.Scope, Editor, null, ct);

        return Page();
    }

    /// <summary>Until it is done, whoever leaves the page or stops it leaves everything as it was.</summary>
    public async Task<IActionResult> OnPostApplyAsync(string? fingerprint, CancellationToken ct)
    {
        if (!Find())
        {
            return NotFound();
        }

        var done = await import.ApplyAsync(Kept.File, Kept.Scope, fingerprint ?? "", Editor, null, ct);

        if (done.IsApplied)
        {
            ImportFiles.Drop(Kept);

            return Redirect($"{Path}?notice=imported&texts={done.Texts}");
        }

        if (done.IsStale)
        {
            Problems = [new("", "Somebody has saved something since you looked at it. Nothing was changed; look at it once more.")];
        }

        _report = await import.CheckAsync(Kept.File, Kept.Scope, Editor, null, ct);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;

        return Page();
    }

    public IActionResult OnPostDrop()
    {
        if (!Find())
        {
            return NotFound();
        }

        ImportFiles.Drop(Kept);

        return Redirect($"{Path}?notice=dropped");
    }

    private bool Find()
    {
        Demand();
        _kept = files.Find(RouteData.Values["id"] as string ?? "");

        if (_kept is not null)
        {
            Demand(_kept.Scope);
        }

        return _kept is not null;
    }
}
