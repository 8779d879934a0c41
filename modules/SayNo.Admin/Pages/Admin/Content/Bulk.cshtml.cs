using Microsoft.AspNetCore.Mvc;
using SayNo.Admin.Bulk;
using SayNo.Admin.Lists;
using SayNo.Admin.Reviewing;
using SayNo.Web.Admin;

namespace SayNo.Admin.Pages.Admin.Content;

/// <summary>Does one act with many texts: first it says what would be done, then what became of each.</summary>
public sealed class BulkModel(BulkWork work, ServedSoon served) : AdminPage
{
    public BulkAct Act { get; private set; } = BulkAct.Submit;

    /// <summary>What would be done; none once it was tried.</summary>
    public BulkPlan? Plan { get; private set; }

    public IReadOnlyList<BulkOutcome> Outcomes { get; private set; } = [];

    /// <summary>The list to go back to.</summary>
    public string Back { get; private set; } = ItemFilter.Path;

    public IActionResult OnGet() => Redirect(ItemFilter.Path);

    public async Task<IActionResult> OnPostAsync(string[]? item, string? locale, CancellationToken ct)
    {
        if (!Read(out var act))
        {
            return Redirect(Back);
        }

        Act = act;
        Plan = await work.PlanAsync(act, item ?? [], locale is null ? null : LocaleInAddress.Read(locale), L.Culture.Name, Editor, ct);

        return Page();
    }

    public async Task<IActionResult> OnPostDoAsync(string[]? text, CancellationToken ct)
    {
        if (!Read(out var act))
        {
            return Redirect(Back);
        }

        Act = act;
        Outcomes = await work.DoAsync(act, [.. (text ?? []).Select(BulkEntry.Read).OfType<BulkEntry>()], L.Culture.Name, Editor, ct);
        await served.WaitAsync(Outcomes.Select(outcome => outcome.Sequence).DefaultIfEmpty().Max(), ct);

        return Page();
    }

    private bool Read(out BulkAct act)
    {
        var back = Request.Form["return"].ToString();
        Back = back.StartsWith(ItemFilter.Path + "?", StringComparison.Ordinal) && back.All(sign => sign is > ' ' and <= '~') ? back : ItemFilter.Path;
        act = BulkActs.Read(Request.Form["act"]).GetValueOrDefault();

        return act != default;
    }
}
