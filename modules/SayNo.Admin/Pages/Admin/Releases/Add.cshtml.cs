using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SayNo.Admin.Bulk;
using SayNo.Admin.Lists;
using SayNo.Admin.Releases;
using SayNo.Content.Fields;
using SayNo.Web.Admin;

namespace SayNo.Admin.Pages.Admin.Releases;

/// <summary>Puts texts that were chosen in a list, or on the screen of a text, into a release.</summary>
public sealed class AddModel(ReleaseAdding adding) : AdminPage
{
    public AddingPlan Plan { get; private set; } = new([], [], []);

    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    public string Name { get; private set; } = "";

    /// <summary>The release that was chosen.</summary>
    public string? Chosen { get; private set; }

    /// <summary>The texts that stay ticked; all of them the first time.</summary>
    public IReadOnlySet<string>? Ticked { get; private set; }

    public Problem? NameProblem => Problems.FirstOrDefault(problem => problem.Field == "Name");

    public IActionResult OnGet() => Redirect(ItemFilter.Path);

    public async Task<IActionResult> OnPostAsync(string[]? item, string? locale, CancellationToken ct)
    {
        Plan = await adding.PlanAsync(item ?? [], locale is null ? null : LocaleInAddress.Read(locale), L.Culture.Name, Editor, ct);

        return Page();
    }

    public async Task<IActionResult> OnPostDoAsync(string[]? item, string[]? text, string? release, string? name, string? scope, CancellationToken ct)
    {
        var texts = (text ?? []).Select(BulkEntry.Read).OfType<BulkEntry>().ToList();
        var result = await adding.AddAsync(release, name, scope, texts, Editor, ct);

        if (result.Release is { } done)
        {
            return Redirect($"{ReleaseScreen.Path}/{done.Id}?notice={ReleaseWords.Added}");
        }

        (Problems, Name, Chosen, Ticked) = (result.Problems, name ?? "", release, (text ?? []).ToHashSet());
        Plan = await adding.PlanAsync(item ?? [], null, L.Culture.Name, Editor, ct);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;

        return Page();
    }
}
