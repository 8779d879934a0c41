using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SayNo.Campaign.RedButton;
using SayNo.Content;
using SayNo.Content.Fields;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Web.Admin;

namespace SayNo.Campaign.Pages.Admin.Alerts;

/// <summary>The red button: what has happened, where, until when; then a look at what visitors will see, and a second person.</summary>
public sealed class IndexModel(RedButtonDesk desk, RedAlertTemplates templates, PublishedContent published, Rights rights) : AdminPage
{
    public const string Path = "/admin/alert";

    /// <summary>How many languages can get own words.</summary>
    public const int OwnPlaces = 3;

    /// <summary>How long an alert can stand.</summary>
    public static readonly IReadOnlyList<int> Hours = [2, 6, 24, 72, 168];

    public RedAlertInput Input { get; private set; } = new(null, null, null, 24, null, null, null, null);

    public IReadOnlyList<RedAlert> Recent { get; private set; } = [];

    /// <summary>What would be asked for; none before it was looked at.</summary>
    public RedAlert? Looked { get; private set; }

    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    public IReadOnlyList<PublishedItem> Templates => templates.All;

    /// <summary>The countries that the person may press the button for.</summary>
    public IReadOnlyList<string> Countries { get; private set; } = [];

    public bool MayAll { get; private set; }

    public bool MayAsk => MayAll || Countries.Count > 0;

    public IEnumerable<string> Locales => published.Public.Locales.Supported.OrderBy(locale => RedAlertWords.Language(locale, L), StringComparer.Create(L.Culture, ignoreCase: true));

    public DateTime Now => desk.Now;

    public RedAlertText TextOf(PublishedItem template) => templates.TextOf(template, L.Culture.Name);

    public Task OnGetAsync(CancellationToken ct) => ReadAsync(ct);

    /// <summary>Shows what visitors would see. Nothing is kept.</summary>
    public async Task<IActionResult> OnPostLookAsync(RedAlertInput input, CancellationToken ct)
    {
        Input = input;
        await ReadAsync(ct);

        if (Wanted() is not { } wanted)
        {
            return Refuse([new("Where", "Choose at least one country.")]);
        }

        var looked = desk.Look(wanted, Editor);
        Looked = looked.Alert;

        return looked.IsDone ? Page() : Refuse(looked.Problems);
    }

    public async Task<IActionResult> OnPostAskAsync(RedAlertInput input, CancellationToken ct)
    {
        Input = input;

        if (Wanted() is { } wanted)
        {
            var asked = await desk.AskAsync(wanted, Editor, ct);

            if (asked.Alert is { } alert)
            {
                return Redirect($"{Path}/{alert.Id}?notice={RedAlertWords.Asked}");
            }

            Problems = asked.Problems;
        }

        await ReadAsync(ct);

        return Refuse(Problems.Count > 0 ? Problems : [new("Where", "Choose at least one country.")]);
    }

    public bool Has(string field) => Problems.Any(problem => problem.Field == field);

    private async Task ReadAsync(CancellationToken ct)
    {
        var picture = published.Public;
        MayAll = RedAlertPlaces.MayAsk(picture, Editor, []);
        Countries = [.. RedAlertPlaces.CountriesOf(picture).Where(country => RedAlertPlaces.MayAsk(picture, Editor, [country]))
            .OrderBy(country => ScopeNames.Of(country, L), StringComparer.Create(L.Culture, ignoreCase: true))];
        Recent = await desk.ListAsync(Editor, ct);
    }

    // A form without a place asks for nothing; whoever may press for no place at all is told so by the right that is missing.
    private NewRedAlert? Wanted()
    {
        IReadOnlyList<string> countries = [.. (Input.Country ?? []).Where(Scopes.IsCountry).Distinct()];

        if (Input.Where != RedAlertInput.Everywhere && countries.Count == 0)
        {
            rights.Demand(Editor, Right.Read, Scopes.Campaign, Variant.Neutral);

            return null;
        }

        return new()
        {
            TemplateId = Input.Template ?? "",
            Countries = Input.Where == RedAlertInput.Everywhere ? [] : countries,
            Lasts = TimeSpan.FromHours(Math.Clamp(Input.Hours ?? 0, 0, 1000)),
            IsDrill = Input.Drill == "yes",
            Own = [.. Input.Words(published.Public.Locales)],
        };
    }

    private PageResult Refuse(IReadOnlyList<Problem> problems)
    {
        Problems = [.. problems.Distinct()];
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;

        return Page();
    }
}

/// <summary>The fields of the form as they were sent.</summary>
public sealed record RedAlertInput(
    string? Template, string? Where, string[]? Country, int? Hours, string? Drill, string[]? OwnLocale, string[]? OwnTitle, string[]? OwnBody)
{
    public const string Everywhere = "all";

    public static string At(string[]? values, int place) => values is not null && place < values.Length ? values[place] ?? "" : "";

    internal IEnumerable<OwnWords> Words(Locales locales)
    {
        for (var place = 0; place < IndexModel.OwnPlaces; place++)
        {
            var (title, body) = (Clean(At(OwnTitle, place)), Clean(At(OwnBody, place)));

            if (title.Length + body.Length > 0)
            {
                yield return new(locales.Find(At(OwnLocale, place)) ?? "", title, body);
            }
        }
    }

    private static string Clean(string text) => TextSigns.Clean(text).Trim();
}
