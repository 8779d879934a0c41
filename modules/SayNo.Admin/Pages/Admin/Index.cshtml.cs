using SayNo.Admin.Work;
using SayNo.Content.Publishing;
using SayNo.Web.Admin;

namespace SayNo.Admin.Pages.Admin;

/// <summary>The first screen: what is to be done in the editor's country, or how all countries are.</summary>
public sealed class IndexModel(FirstScreen first) : AdminPage
{
    /// <summary>The scopes that can be chosen.</summary>
    public IReadOnlyList<string> Scopes { get; private set; } = [];

    /// <summary>The scope that is shown; none for the overview of all.</summary>
    public string? Scope { get; private set; }

    public ScopeWork? Work { get; private set; }

    public IReadOnlyList<TaskColumn> Columns { get; private set; } = [];

    public bool HasOverview => FirstScreen.SeesAll(Editor);

    public bool MayCreate => Scope is { } scope && Rights.Reach(Editor, Right.Edit).Holds(scope);

    public string Name(string scope) => ScopeNames.Of(scope, L);

    public async Task OnGetAsync(string? scope, CancellationToken ct)
    {
        Scopes = await first.ScopesAsync(Editor, ct);
        Scope = SayNo.Content.Scopes.IsValid(scope) ? scope : HasOverview || Scopes.Count == 0 ? null : Scopes[0];

        if (Scope is { } chosen)
        {
            Work = await first.OfAsync(new(Editor, chosen, L), ct);
        }
        else if (HasOverview)
        {
            Columns = await first.CountsAsync(Editor, L, ct);
        }
    }
}
