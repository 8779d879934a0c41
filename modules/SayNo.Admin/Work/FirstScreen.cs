using Microsoft.EntityFrameworkCore;
using SayNo.Content;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Web.Admin;
using SayNo.Web.Localization;

namespace SayNo.Admin.Work;

/// <summary>Puts together what somebody sees first: one country with its tasks, or all of them with numbers.</summary>
public sealed class FirstScreen(CmsDb db, IEnumerable<EditorTasks> modules, PublishedContent published, Rights rights)
{
    /// <summary>The scopes that are somebody's own, countries first; all if their rights reach everywhere.</summary>
    public async Task<IReadOnlyList<string>> ScopesAsync(Editor by, CancellationToken ct)
    {
        var own = by.Grants.SelectMany(grant => grant.Scopes).Distinct().ToList();
        var scopes = own.Contains(Grant.All) ? [.. await db.Items.Select(item => item.Scope).Distinct().ToListAsync(ct), Scopes.Campaign] : own;

        return [.. scopes.Distinct().OrderBy(scope => scope == Scopes.Campaign).ThenBy(scope => scope, StringComparer.Ordinal)];
    }

    /// <summary>Whether somebody's rights reach everywhere, so that numbers of all countries say more than the tasks of one.</summary>
    public static bool SeesAll(Editor by) => Rights.Reach(by, Right.Read).IsEverywhere;

    /// <exception cref="RightDeniedException">They may not read the scope.</exception>
    public async Task<ScopeWork> OfAsync(TasksAsked asked, CancellationToken ct)
    {
        rights.Demand(asked.By, Right.Read, asked.Scope, Variant.Neutral);
        var all = new List<TaskGroup>();

        foreach (var module in modules)
        {
            all.AddRange(await module.OfAsync(asked, ct));
        }

        var groups = all.OrderBy(group => group.Urgency).ToList();

        return new(
            groups.Where(group => group.Urgency != Urgency.Notice).SelectMany(group => group.Tasks).FirstOrDefault(task => task.IsTheirs),
            groups.FindAll(group => group.Total > 0),
            [.. groups.Where(group => group.Total == 0).Select(group => group.WhenEmpty).OfType<string>()],
            MissingTexts.Of(published.Current, asked.Scope));
    }

    /// <summary>One column for each number that a module counts.</summary>
    public async Task<IReadOnlyList<TaskColumn>> CountsAsync(Editor by, PoLocalizer l, CancellationToken ct)
    {
        var columns = new List<TaskColumn>();

        foreach (var module in modules)
        {
            columns.AddRange(await module.CountsAsync(by, l, ct));
        }

        return columns;
    }
}

/// <summary>What there is to do in one scope.</summary>
/// <param name="First">The first thing to do; none if nothing waits.</param>
/// <param name="Groups">What there is, the most urgent first.</param>
/// <param name="Done">What there is not, in sentences.</param>
/// <param name="Languages">How far each language has come.</param>
public sealed record ScopeWork(EditorTask? First, IReadOnlyList<TaskGroup> Groups, IReadOnlyList<string> Done, IReadOnlyList<LanguageState> Languages);
