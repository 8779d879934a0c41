using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SayNo.Admin.Lists;
using SayNo.Content.Fields;
using SayNo.Web.Admin;

namespace SayNo.Admin.Reviewing;

/// <summary>A screen about one text, below the address of its form.</summary>
public abstract class VariantScreen(ReviewDesk desk) : AdminPage
{
    private OpenedVariant? _opened;

    /// <summary>The screen as addresses call it.</summary>
    public abstract string Here { get; }

    public OpenedVariant Opened => _opened ?? throw new InvalidOperationException("The text has not been read yet.");

    public Workflow Workflow => Opened.Workflow;

    public string ItemId => RouteData.Values["id"] as string ?? "";

    /// <summary>BCP 47 tag, or empty for the neutral variant.</summary>
    public string Locale => LocaleInAddress.Read(RouteData.Values["locale"] as string ?? "");

    /// <summary>Why the last attempt was not done.</summary>
    public IReadOnlyList<Problem> Problems { get; protected set; } = [];

    /// <summary>The sentence about what was done last; empty if nothing was.</summary>
    public string Notice => ReviewNotices.Of(Request.Query["notice"], L) ?? "";

    public string Moment(DateTime utc) => Moments.Text(utc, Opened.Scope, L);

    public Problem? ProblemOf(string field) => Problems.FirstOrDefault(problem => problem.Field == field);

    /// <returns>False if there is no such text.</returns>
    protected async Task<bool> OpenAsync(CancellationToken ct)
    {
        _opened = await desk.OpenAsync(ItemId, Locale, Editor, L.Culture.Name, Here, ct);

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
    protected RedirectResult Done(string notice, string? screen = null) =>
        Redirect($"{Workflow.PathOf(ItemId, Locale)}/{screen ?? Here}?notice={notice}");
}
