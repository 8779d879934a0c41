using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SayNo.Accounts.Sessions;
using SayNo.Content.Storage;
using SayNo.Web.Admin;
using SayNo.Web.Localization;

namespace SayNo.Accounts.Pages.Admin;

/// <summary>A screen about an account: a form that comes back with sentences on top and beside its fields, also when the database is away.</summary>
public abstract class FormPage : PageModel
{
    private PoLocalizer? _texts;

    public IReadOnlyList<AccountProblem> Problems { get; private set; } = [];

    public PoLocalizer L => _texts ??= Texts.For(HttpContext);

    /// <summary>What has been done, for the box on top; a fixed sentence, whatever the address says.</summary>
    public virtual string? Notice => null;

    protected AdminTexts Texts => HttpContext.RequestServices.GetRequiredService<AdminTexts>();

    protected Visit Visit => Visit.Of(HttpContext, Texts);

    public AccountProblem? ProblemOf(string field) => Problems.FirstOrDefault(problem => problem.Field == field);

    /// <summary>For <c>aria-invalid</c>.</summary>
    public string? Invalid(string field) => ProblemOf(field) is null ? null : "true";

    /// <summary>For <c>aria-describedby</c>.</summary>
    public string? DescribedBy(string field, string? hint = null) => ProblemOf(field) is null ? hint : $"{field}-problem {hint}".TrimEnd();

    /// <summary>For pages that anybody may open: whether the form comes from this browser's own copy of the page.</summary>
    protected Task<bool> IsGenuineAsync() => HttpContext.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(HttpContext);

    // By its name it would be the act "HandlerExecution" of a form.
    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var executed = await next();

        if (executed.Exception is { } fault && !executed.ExceptionHandled && DatabaseFault.Is(fault))
        {
            // The message alone: an exception's data can hold what was to be saved.
            var logger = HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(GetType());
            logger.LogError("A form could not be answered, because the database failed: {Reason}", fault.GetBaseException().Message);
            executed.ExceptionHandled = true;
            executed.Result = Refuse(FormRefusal.TryLater);
        }
    }

    protected PageResult Refuse(FormRefusal refusal)
    {
        Problems = refusal.Problems;
        Response.StatusCode = refusal.Status;

        return Page();
    }

    protected PageResult Refuse(params IReadOnlyList<AccountProblem> problems) => Refuse(new FormRefusal(StatusCodes.Status422UnprocessableEntity, problems));
}
