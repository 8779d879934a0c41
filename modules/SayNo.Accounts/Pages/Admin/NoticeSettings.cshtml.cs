using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SayNo.Accounts.Notices;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Web.Admin;
using SayNo.Web.Localization;

namespace SayNo.Accounts.Pages.Admin;

/// <summary>How somebody wants to hear of things: everywhere, and otherwise for one country or one language.</summary>
public sealed class NoticeSettingsModel(NoticeDesk desk, PublishedContent published) : AdminPage
{
    private IReadOnlyList<NoticeChoice> _choices = [];

    /// <summary>What is wrong with what was asked for; null if nothing.</summary>
    public string? Problem { get; private set; }

    public bool WasSaved => Request.Query["notice"] == "saved";

    /// <summary>The choices for one country or one language.</summary>
    public IEnumerable<NoticeChoice> Others => _choices.Where(choice => !IsEverywhere(choice));

    /// <summary>Whose texts the person may read.</summary>
    public IReadOnlyList<string> Scopes
    {
        get
        {
            var reach = Rights.Reach(Editor, Right.Read);

            return
            [
                .. published.Current.OfType("CountryPage").Select(item => item.Scope).Append(SayNo.Content.Scopes.Campaign).Distinct().Where(reach.Holds)
                    .OrderBy(scope => scope != SayNo.Content.Scopes.Campaign).ThenBy(scope => ScopeNames.Of(scope, L), StringComparer.Create(L.Culture, ignoreCase: true)),
            ];
        }
    }

    public IEnumerable<string> Locales => published.Current.Locales.Supported;

    public NoticeWay Everywhere(NoticeEvent what) => NoticeChoice.Of(_choices.Where(IsEverywhere), what, NoticeChoice.All, NoticeChoice.All);

    public string PlaceOf(NoticeChoice choice) => string.Join(", ",
        choice.Scope == NoticeChoice.All ? L["Every country"].Value : ScopeNames.Of(choice.Scope, L),
        choice.Locale == NoticeChoice.All ? L["Every language"].Value : LocaleNames.In(choice.Locale, L.Culture.Name));

    public async Task OnGetAsync(CancellationToken ct) => _choices = await desk.ChoicesAsync(Editor, ct);

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken ct)
    {
        var chosen = NoticeWords.Events.Select(what => (What: what, IsWay: TryWay(Request.Form[$"{what}"], out var way), Way: way)).ToList();

        return chosen.TrueForAll(one => one.IsWay)
            ? await KeepAsync([.. chosen.Select(one => new NoticeChoice { AccountId = default, Event = one.What, Way = one.Way })], ct)
            : await RefuseAsync(ct);
    }

    public async Task<IActionResult> OnPostAddAsync(CancellationToken ct) =>
        Asked() is { } choice && !IsEverywhere(choice) && TryWay(Request.Form["Way"], out var way)
            ? await KeepAsync([choice with { Way = way }], ct)
            : await RefuseAsync(ct);

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken ct)
    {
        if (Asked() is not { } choice)
        {
            return await RefuseAsync(ct);
        }

        await desk.ForgetAsync(choice, Editor, ct);

        return Saved();
    }

    private static bool IsEverywhere(NoticeChoice choice) => choice is { Scope: NoticeChoice.All, Locale: NoticeChoice.All };

    private static bool TryWay(string? text, out NoticeWay way) => Enum.TryParse(text, out way) && Enum.IsDefined(way);

    /// <summary>What a form names; null if there is no such event, country or language.</summary>
    private NoticeChoice? Asked()
    {
        var form = Request.Form;
        var (scope, locale) = (form["Scope"].ToString(), form["Locale"].ToString());

        return Enum.TryParse<NoticeEvent>(form["Event"], out var what) && Enum.IsDefined(what)
            && (scope == NoticeChoice.All || Scopes.Contains(scope)) && (locale == NoticeChoice.All || Locales.Contains(locale))
                ? new() { AccountId = default, Event = what, Scope = scope, Locale = locale, Way = NoticeWay.Here }
                : null;
    }

    private async Task<IActionResult> KeepAsync(IReadOnlyList<NoticeChoice> choices, CancellationToken ct)
    {
        await desk.ChooseAsync(choices, Editor, ct);

        return Saved();
    }

    private async Task<IActionResult> RefuseAsync(CancellationToken ct)
    {
        Problem = "Choose a country or a language of yours, and how you want to be told.";
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await OnGetAsync(ct);

        return Page();
    }

    private RedirectResult Saved() => Redirect($"{NoticeLetters.Settings}?notice=saved");
}
