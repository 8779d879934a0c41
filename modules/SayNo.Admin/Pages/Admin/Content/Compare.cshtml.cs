using Microsoft.AspNetCore.Mvc;
using SayNo.Admin.Comparing;
using SayNo.Admin.Reviewing;
using SayNo.Content;
using SayNo.Content.Reviewing;
using SayNo.Content.Storage;

namespace SayNo.Admin.Pages.Admin.Content;

/// <summary>Two versions of a text, word by word.</summary>
public sealed class CompareModel(ReviewDesk desk, ContentHistory history) : VariantScreen(desk)
{
    private ContentVersion? _from;
    private ContentVersion? _to;

    public override string Here => Workflow.HistoryScreen;

    public ContentVersion From => _from ?? throw new InvalidOperationException("The versions have not been read yet.");

    public ContentVersion To => _to ?? throw new InvalidOperationException("The versions have not been read yet.");

    public Differences Differences => new()
    {
        Fields = FieldDifference.Between(Opened.Type, Opened.Variant.IsNeutral, ContentValues.Parse(From.Data), ContentValues.Parse(To.Data), L),
        Lang = Opened.Lang,
    };

    /// <param name="from">Number of the one version.</param>
    /// <param name="to">Number of the other; the lower one is shown as the older.</param>
    /// <param name="ct">Ends the attempt.</param>
    public async Task<IActionResult> OnGetAsync(int? from, int? to, CancellationToken ct)
    {
        if (from is not { } one || to is not { } other)
        {
            return Redirect($"{Workflow.PathOf(ItemId, Locale)}/{Here}");
        }

        if (!await OpenAsync(ct))
        {
            return NotFound();
        }

        _from = await history.VersionAsync(ItemId, Locale, Math.Min(one, other), Editor, ct);
        _to = await history.VersionAsync(ItemId, Locale, Math.Max(one, other), Editor, ct);

        return _from is null || _to is null ? NotFound() : Page();
    }
}
