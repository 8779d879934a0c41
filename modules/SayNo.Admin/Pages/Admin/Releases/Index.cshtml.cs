using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SayNo.Admin.Lists;
using SayNo.Admin.Releases;
using SayNo.Content.Fields;
using SayNo.Content.Releases;
using SayNo.Web.Admin;

namespace SayNo.Admin.Pages.Admin.Releases;

/// <summary>All releases that somebody may read, and the form that begins one.</summary>
public sealed class IndexModel(ReleaseList list, ContentReleases releases, ItemList items) : AdminPage
{
    public IReadOnlyList<ReleaseRow> Rows { get; private set; } = [];

    /// <summary>The owners that a new release can have; empty for whoever may begin none.</summary>
    public IReadOnlyList<string> Scopes { get; private set; } = [];

    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    public string Name { get; private set; } = "";

    public string Scope { get; private set; } = "";

    public Problem? NameProblem => Problems.FirstOrDefault(problem => problem.Field == "Name");

    public Task OnGetAsync(CancellationToken ct) => ReadAsync(ct);

    public async Task<IActionResult> OnPostAsync(string? name, string? scope, CancellationToken ct)
    {
        var created = await releases.CreateAsync(name, SayNo.Content.Scopes.IsValid(scope) ? scope ?? "" : "", Editor, ct);

        if (created.Release is { } release)
        {
            return Redirect($"{ReleaseScreen.Path}/{release.Id}?notice={ReleaseWords.Created}");
        }

        (Name, Scope, Problems) = (name ?? "", scope ?? "", created.Problems);
        await ReadAsync(ct);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;

        return Page();
    }

    private async Task ReadAsync(CancellationToken ct)
    {
        Rows = await list.AllAsync(Editor, ct);
        Scopes = ReleaseDesk.ScopesOf(Editor, [SayNo.Content.Scopes.Campaign, .. await items.ScopesAsync(Editor, ct)]);
    }
}
