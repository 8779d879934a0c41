using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SayNo.Content.Fields;
using SayNo.Web.Admin;

namespace SayNo.Admin.Releases;

/// <summary>A screen about one release.</summary>
public abstract class ReleaseScreen(ReleaseDesk desk) : AdminPage
{
    public const string Path = "/admin/releases";

    private OpenedRelease? _opened;

    public OpenedRelease Opened => _opened ?? throw new InvalidOperationException("The release has not been read yet.");

    public string ReleaseId => RouteData.Values["id"] as string ?? "";

    public string Here => $"{Path}/{ReleaseId}";

    /// <summary>Why the last attempt was not done.</summary>
    public IReadOnlyList<Problem> Problems { get; protected set; } = [];

    public string Notice => ReleaseWords.Notice(Request.Query["notice"], L);

    public string Moment(DateTime utc) => Moments.Text(utc, Opened.Release.Scope, L);

    public Problem? ProblemOf(string field) => Problems.FirstOrDefault(problem => problem.Field == field);

    /// <returns>False if there is no such release.</returns>
    protected async Task<bool> OpenAsync(CancellationToken ct)
    {
        _opened = await desk.OpenAsync(ReleaseId, Editor, L.Culture.Name, ct);

        return _opened is not null;
    }

    /// <summary>Shows the screen again, with the reasons on top.</summary>
    protected PageResult Refuse(IReadOnlyList<Problem> problems)
    {
        Problems = problems;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;

        return Page();
    }

    // After a post comes a redirect, so that loading the page again does nothing twice.
    protected RedirectResult Done(string notice, string? id = null) => Redirect($"{Path}/{id ?? ReleaseId}?notice={notice}");
}
