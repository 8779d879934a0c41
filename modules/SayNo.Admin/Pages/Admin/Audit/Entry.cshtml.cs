using Microsoft.AspNetCore.Mvc;
using SayNo.Admin.Auditing;
using SayNo.Web.Admin;

namespace SayNo.Admin.Pages.Admin.Audit;

/// <summary>One entry of the audit log, with what changed word by word.</summary>
public sealed class EntryModel(AuditView view) : AdminPage
{
    private ShownEntry? _shown;

    public ShownEntry Shown => _shown ?? throw new InvalidOperationException("The entry has not been read yet.");

    public async Task<IActionResult> OnGetAsync(long number, CancellationToken ct)
    {
        _shown = await view.FindAsync(number, L, Editor, ct);

        return _shown is null ? NotFound() : Page();
    }
}
