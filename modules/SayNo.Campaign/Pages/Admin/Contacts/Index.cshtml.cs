using Microsoft.AspNetCore.Mvc;
using SayNo.Campaign.Contacts;
using SayNo.Content;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Web.Admin;

namespace SayNo.Campaign.Pages.Admin.Contacts;

/// <summary>A country's contacts: how fresh they are, what was found out about them, and the forms to record a check.</summary>
public sealed class IndexModel(ContactBoard board, TimeProvider time) : AdminPage
{
    public string Scope { get; private set; } = "";

    public IReadOnlyList<string> ScopesToChoose { get; private set; } = [];

    public IReadOnlyList<ContactEntry> Entries { get; private set; } = [];

    public bool MayCheck => Rights.May(Editor, Right.Verify, Scope, Variant.Neutral);

    public bool MayEdit => Rights.May(Editor, Right.Edit, Scope, Variant.Neutral);

    /// <summary>The day that it is in the country.</summary>
    public DateOnly Today => ContactChecks.Today(Scope, time);

    public async Task<IActionResult> OnGetAsync(string? scope, CancellationToken ct)
    {
        ScopesToChoose = await board.ScopesAsync(Editor, ct);
        Scope = scope ?? Home();

        if (!Scopes.IsValid(Scope))
        {
            return NotFound();
        }

        Entries = await board.OfAsync(Scope, Editor, ct);

        return Page();
    }

    public EntryView View(ContactEntry entry) => new(entry, Today, MayCheck, MayEdit);

    /// <summary>How many contacts have a need, by need, the most urgent first.</summary>
    public IEnumerable<(ContactNeed Need, int Count)> Counts =>
        Entries.SelectMany(entry => entry.Needs).GroupBy(need => need).OrderBy(group => group.Key).Select(group => (group.Key, group.Count()));

    // A country that one was granted by name comes before what everybody may read.
    private string Home() => Editor.Grants.SelectMany(grant => grant.Scopes).FirstOrDefault(one => Scopes.IsCountry(one)) ?? Scopes.Campaign;
}

/// <summary>One contact on the screen.</summary>
/// <param name="Entry">The contact.</param>
/// <param name="Today">The day that it is in the country.</param>
/// <param name="MayCheck">Whether the form is shown.</param>
/// <param name="MayEdit">Whether the link to the contact's own form is shown.</param>
public sealed record EntryView(ContactEntry Entry, DateOnly Today, bool MayCheck, bool MayEdit);
