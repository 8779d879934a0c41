using Microsoft.AspNetCore.Mvc;
using SayNo.Admin.Reviewing;
using SayNo.Content.Reviewing;

namespace SayNo.Admin.Pages.Admin.Content;

/// <summary>All versions of a text, the newest first.</summary>
public sealed class HistoryModel(ReviewDesk desk, ContentHistory history) : VariantScreen(desk)
{
    private const int PageSize = 50;

    public override string Here => Workflow.HistoryScreen;

    public IReadOnlyList<PastVersion> Versions { get; private set; } = [];

    public int PageNumber { get; private set; }

    public int PageCount { get; private set; }

    /// <summary>The two that are proposed for comparing: what visitors see, or the one before, against the newest.</summary>
    public (int From, int To) Proposed { get; private set; }

    /// <param name="page">The first is 1.</param>
    /// <param name="ct">Ends the attempt.</param>
    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] int? page, CancellationToken ct)
    {
        if (!await OpenAsync(ct))
        {
            return NotFound();
        }

        var all = await history.OfAsync(ItemId, Locale, Editor, ct);
        PageCount = Math.Max(1, (all.Count + PageSize - 1) / PageSize);
        PageNumber = Math.Clamp(page ?? 1, 1, PageCount);
        Versions = [.. all.Skip((PageNumber - 1) * PageSize).Take(PageSize)];
        Proposed = Propose();

        return Page();
    }

    private (int From, int To) Propose()
    {
        if (Versions.Count < 2)
        {
            return (0, 0);
        }

        var shown = Versions.Skip(1).FirstOrDefault(version => version.IsPublished) ?? Versions[1];

        return (shown.Number, Versions[0].Number);
    }
}
