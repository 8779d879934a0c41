using Microsoft.AspNetCore.Mvc;
using SayNo.Accounts.People;
using SayNo.Content.Publishing;
using SayNo.Web.Admin;

namespace SayNo.Accounts.Pages.Admin.Accounts;

/// <summary>Invites somebody by letter, with what they may do from the first day on.</summary>
public sealed class InviteModel(OpenInvitations invitations, Administrators administrators, GrantChoices choices) : FormPage
{
    public string Email { get; private set; } = "";

    public string? Link { get; private set; }

    public NewGrant Entered { get; private set; } = NewGrant.Empty;

    public GrantForm Form => new(this, choices, Entered);

    private Editor Editor => SignedIn.Get(HttpContext);

    public void OnGet() => administrators.Demand(Editor);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Email = Request.Form[nameof(Email)].ToString().Trim();
        Entered = NewGrant.Of(Request.Form);
        var sent = await invitations.InviteAsync(Email, Entered, L, Editor, ct);

        if (sent.Problem is { } problem)
        {
            return Refuse(problem);
        }

        Link = sent.Link;

        return Link is null ? Redirect($"{AccountFilter.Path}?notice=invited") : Page();
    }
}
