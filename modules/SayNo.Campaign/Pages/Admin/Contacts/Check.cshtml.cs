using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SayNo.Campaign.Contacts;
using SayNo.Web.Admin;

namespace SayNo.Campaign.Pages.Admin.Contacts;

/// <summary>Records that somebody called, opened or wrote to one contact.</summary>
public sealed class CheckModel(ContactBoard board, ContactChecks checks, TimeProvider time) : AdminPage
{
    private CheckForm? _form;

    public CheckForm Form
    {
        get => _form ?? throw new InvalidOperationException("The page is shown without a contact.");
        private set => _form = value;
    }

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct)
    {
        if (await board.FindAsync(id, Editor, ct) is not { } entry)
        {
            return NotFound();
        }

        Form = CheckForm.Of(entry, ContactChecks.Today(entry.Scope, time));

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, CheckInput input, CancellationToken ct)
    {
        if (await board.FindAsync(id, Editor, ct) is not { } entry)
        {
            return NotFound();
        }

        Form = new()
        {
            Entry = entry,
            Today = ContactChecks.Today(entry.Scope, time),
            Tried = input.Tried ?? "",
            On = input.On ?? "",
            Works = input.Works ?? "",
            Note = input.Note ?? "",
        };

        if (Form.Read(out var missing) is not { } wanted)
        {
            return Refuse(new(missing, []));
        }

        var result = await checks.RecordAsync(wanted, Editor, ct);

        return result.IsDone
            ? Redirect($"/admin/contacts?scope={entry.Scope}&notice={(wanted.Works ? "works" : "reported")}#contact-{entry.ItemId}")
            : Refuse(result);
    }

    private PageResult Refuse(CheckResult result)
    {
        Form = Form with { Refusals = result.Refusals, Problems = result.Problems };
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;

        return Page();
    }
}

/// <summary>The fields of the form as they were sent.</summary>
public sealed record CheckInput(string? Tried, string? On, string? Works, string? Note);
