using Microsoft.AspNetCore.Mvc;
using SayNo.Accounts.Invitations;
using SayNo.Accounts.People;
using SayNo.Content.Publishing;
using SayNo.Web.Admin;
using Owner = SayNo.Content.Scopes;

namespace SayNo.Accounts.Pages.Admin.Accounts;

/// <summary>Who can sign in, and who is invited.</summary>
public sealed class IndexModel(AccountList list, OpenInvitations invitations, GrantChoices choices, TimeProvider time) : FormPage
{
    public AccountFilter Filter { get; private set; } = new();

    public FoundAccounts Found { get; private set; } = new([], 0, 1, 1);

    public IReadOnlyList<Invitation> Invitations { get; private set; } = [];

    /// <summary>A link that could not be sent, shown this once.</summary>
    public string? Link { get; private set; }

    public DateTime Now => time.GetUtcNow().UtcDateTime;

    public IEnumerable<string> Scopes => choices.Countries.OrderBy(scope => ScopeNames.Of(scope, L), StringComparer.Create(L.Culture, ignoreCase: true))
        .Prepend(Owner.Campaign);

    public override string? Notice => Request.Query["notice"].ToString() switch
    {
        "invited" => "The invitation was sent. The link in it works once, for 24 hours.",
        "revoked" => "The invitation was taken back. Its link opens nothing any more.",
        "deleted" => "The account was deleted. What the person wrote stays.",
        _ => null,
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await ReadAsync(ct);

        return Page();
    }

    public async Task<IActionResult> OnPostRenewAsync(Guid invitation, CancellationToken ct)
    {
        var sent = await invitations.RenewAsync(invitation, L, Editor, ct);

        if (sent is { Problem: null, Link: null })
        {
            return Redirect($"{AccountFilter.Path}?notice=invited");
        }

        Link = sent.Link;
        await ReadAsync(ct);

        return sent.Problem is { } problem ? Refuse(problem) : Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid invitation, CancellationToken ct)
    {
        await invitations.RevokeAsync(invitation, Editor, ct);

        return Redirect($"{AccountFilter.Path}?notice=revoked");
    }

    private Editor Editor => SignedIn.Get(HttpContext);

    private async Task ReadAsync(CancellationToken ct)
    {
        Filter = AccountFilter.Read(Request.Query);
        Found = await list.FindAsync(Filter, L.Culture, Editor, ct);
        Invitations = await invitations.AllAsync(Editor, ct);
    }
}
