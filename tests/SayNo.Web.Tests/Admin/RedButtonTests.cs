using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Web.Tests.Accounts;

namespace SayNo.Web.Tests.Admin;

/// <summary>The red button: two people, all languages, an end, and one person to take it down.</summary>
public sealed partial class RedButtonTests : IAsyncLifetime
{
    private AdminSite _site = null!;

    public async Task InitializeAsync()
    {
        _site = await AdminSite.StartAsync(DatabaseKind.Sqlite);
        await _site.CatchUpAsync();
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Two_people_show_it_in_two_countries_and_not_a_byte_changes_elsewhere_and_one_person_takes_it_down()
    {
        using var first = await _site.SignInAsync("Lea", AdminSite.Grant(Role.CampaignLead, "EU"));
        using var second = await _site.SignInAsync("Lars", AdminSite.Grant(Role.CampaignLead, "EU"));
        var before = await PagesAsync();

        var looked = await LookAsync(first, "some", ("Country", "DE"), ("Country", "AT"));
        Assert.Contains("Eine Hilfenummer ist gerade nicht erreichbar", looked.Html, StringComparison.Ordinal);
        Assert.Contains("Germany", looked.Page.QuerySelector(".sn-look .sn-facts")!.TextContent, StringComparison.Ordinal);
        var asked = await first.SubmitAsync(looked, "Ask a second person");
        Assert.Contains("Another person must confirm it here", asked.Html, StringComparison.Ordinal);
        Assert.Contains("It may be confirmed by: Lars", asked.Html, StringComparison.Ordinal);
        Assert.Equal(before, await PagesAsync());

        var here = asked.Path.Split('?')[0];
        var own = await first.PostAsync($"{here}?handler=confirm", ("form-token", asked.FormToken!));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, own.Status);
        Assert.Equal(before, await PagesAsync());

        var shown = await second.SubmitAsync(await second.GetPageAsync(here), "Confirm: show it to everybody now");
        Assert.Contains("Visitors see it now", shown.Html, StringComparison.Ordinal);
        var during = await PagesAsync();
        var changed = during.Where(page => page.Value != before[page.Key]).Select(page => page.Key).ToList();
        Assert.Equal(during.Keys.Where(path => path.StartsWith("/de/", StringComparison.Ordinal) || path.StartsWith("/at/", StringComparison.Ordinal)), changed);

        // Besides the alert, its pages say that they changed today.
        Assert.All(changed, path => Assert.Equal(Even(before[path]), Even(Alarm().Replace(during[path], ""))));

        var over = await first.SubmitAsync(await first.GetPageAsync(here), "Take it down now");
        Assert.Contains("It is over.", over.Html, StringComparison.Ordinal);
        Assert.Equal(before, await PagesAsync());
        Assert.Equal(["alert.ask", "alert.show", "alert.end"], await _site.ReadAsync(db => db.AuditEntries.Where(entry => !entry.IsRefused && entry.Act.StartsWith("alert."))
            .OrderBy(entry => entry.Sequence).Select(entry => entry.Act).ToListAsync()));
    }

    [Fact]
    public async Task It_speaks_all_languages_own_words_first_ends_by_itself_and_can_be_extended()
    {
        using var first = await _site.SignInAsync(AdminSite.Grant(Role.CampaignLead));
        using var second = await _site.SignInAsync(AdminSite.Grant(Role.CampaignLead));
        var looked = await LookAsync(first, "all", ("Hours", "2"), ("OwnLocale", "de"), ("OwnTitle", "Heute Nacht kein 116 111"), ("OwnBody", "Schreib im Chat."));
        var asked = await first.SubmitAsync(looked, "Ask a second person");
        var shown = await second.SubmitAsync(await second.GetPageAsync(asked.Path), "Confirm: show it to everybody now");

        Assert.Contains("Heute Nacht kein 116 111", await HtmlAsync("/at/de"), StringComparison.Ordinal);
        Assert.Contains("Μια γραμμή βοήθειας δεν απαντά", await HtmlAsync("/gr/el"), StringComparison.Ordinal);
        Assert.Contains("Níl teacht ar líne chabhrach", await HtmlAsync("/ie/ga"), StringComparison.Ordinal);
        Assert.Contains("class=\"sn-alarm\"", await HtmlAsync("/?lang=pl"), StringComparison.Ordinal);

        var extended = await second.SubmitAsync(shown, "Extend", ("Hours", "6"));
        Assert.Contains("It stands longer now.", extended.Html, StringComparison.Ordinal);
        _site.Clock.Wait(TimeSpan.FromHours(3));
        Assert.Contains("class=\"sn-alarm\"", await HtmlAsync("/gr/el"), StringComparison.Ordinal);
        _site.Clock.Wait(TimeSpan.FromHours(4));
        Assert.DoesNotContain("class=\"sn-alarm\"", await HtmlAsync("/gr/el"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_drill_goes_the_whole_way_and_reaches_previews_alone()
    {
        using var first = await _site.SignInAsync(AdminSite.Grant(Role.NationalEditor, "AT"));
        using var second = await _site.SignInAsync(AdminSite.Grant(Role.NationalApprover, "AT"));
        var before = await HtmlAsync("/at/de");
        var asked = await first.SubmitAsync(await LookAsync(first, "some", ("Country", "AT"), ("Drill", "yes")), "Ask a second person");
        var here = asked.Path.Split('?')[0];

        var shown = await second.SubmitAsync(await second.GetPageAsync(here), "Confirm the drill");

        Assert.Contains("A drill is on", shown.Html, StringComparison.Ordinal);
        Assert.Contains("DRILL", shown.Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before, await HtmlAsync("/at/de"));
        Assert.Contains("DRILL · Eine Hilfenummer", (await second.GetAsync($"{here}/page/at/de")).Html, StringComparison.Ordinal);
        Assert.False(await _site.ReadAsync(db => db.Items.AnyAsync(item => item.Type == "Alert")));
        Assert.Equal(2, await _site.ReadAsync(db => db.AuditEntries.CountAsync(entry => entry.Act.StartsWith("alert.") && entry.Note!.StartsWith("DRILL"))));
        await first.SubmitAsync(await first.GetPageAsync(here), "Take it down now");
        Assert.Equal(HttpStatusCode.NotFound, (await second.GetAsync($"{here}/page/at/de")).Status);
    }

    [Fact]
    public async Task Whoever_may_not_publish_everywhere_concerned_cannot_confirm_and_what_is_missing_is_said()
    {
        using var lead = await _site.SignInAsync(AdminSite.Grant(Role.CampaignLead, "EU"));
        using var austrian = await _site.SignInAsync(AdminSite.Grant(Role.NationalEditor, "AT"), AdminSite.Grant(Role.NationalApprover, "AT"));
        var asked = await lead.SubmitAsync(await LookAsync(lead, "some", ("Country", "AT"), ("Country", "DE")), "Ask a second person");

        var refused = await austrian.PostAsync($"{asked.Path.Split('?')[0]}?handler=confirm", ("form-token", (await austrian.GetPageAsync("/admin/alert")).FormToken!));
        var empty = await austrian.SubmitAsync(await austrian.GetPageAsync("/admin/alert"), "See what visitors will see", ("Country", null));

        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        Assert.Contains("Choose at least one country.", empty.Html, StringComparison.Ordinal);
    }

    private static async Task<Answer> LookAsync(Browser browser, string where, params (string, string?)[] changes)
    {
        var page = await browser.GetPageAsync("/admin/alert");
        var template = page.Page.QuerySelector("input[name=Template]")!.GetAttribute("value");

        return await browser.SubmitAsync(page, "See what visitors will see", [("Template", template), ("Where", where), .. changes]);
    }

    /// <summary>Every country page in every language, and some pages of the campaign.</summary>
    private async Task<SortedDictionary<string, string>> PagesAsync()
    {
        var picture = _site.Published.Public;
        var pages = new SortedDictionary<string, string>(StringComparer.Ordinal);

        foreach (var path in picture.OfType("CountryPage").SelectMany(item => item.Locales.Keys.Select(locale => $"/{item.Scope.ToLowerInvariant()}/{locale}"))
            .Concat(["/?lang=de", "/safety/de", "/partners/fr", "/de/de/film", "/at/de/safety"]))
        {
            pages[path] = await HtmlAsync(path);
        }

        return pages;
    }

    private async Task<string> HtmlAsync(string path)
    {
        using var visitor = _site.Open();

        return (await visitor.GetAsync(path)).Html;
    }

    private static string Even(string html) => Blanks().Replace(Changed().Replace(html, ""), "");

    [GeneratedRegex("""<section class="sn-(alarm|alert)".*?</section>""", RegexOptions.Singleline)]
    private static partial Regex Alarm();

    [GeneratedRegex("""<p class="sn-small">[^<]*</p>|"dateModified":"[^"]*.""")]
    private static partial Regex Changed();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
