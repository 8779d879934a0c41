using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SayNo.Accounts.Storage;
using SayNo.Content;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Testing;
using SayNo.Web.Tests.Accounts;

namespace SayNo.Web.Tests.Admin.Translating;

public sealed class MatrixTests : IAsyncLifetime
{
    private readonly SqlCount _sql = new();
    private AdminSite _site = null!;

    public async Task InitializeAsync()
    {
        _site = await AdminSite.StartAsync(DatabaseKind.Sqlite, configure: builder => builder.Services.ConfigureDbContext<CmsDb>(_sql.AddTo).ConfigureDbContext<AccountsDb>(_sql.AddTo));
        await _site.CatchUpAsync();
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task A_changed_source_counts_in_the_row_of_its_translations_with_the_hours_since_it_was_published()
    {
        var (page, source, translation) = await PageWithTranslationAsync();
        await ChangeAsync(page, source, "Rede mit uns.");
        _site.Clock.Wait(TimeSpan.FromHours(53.5));
        using var lead = await _site.SignInAsync(AdminSite.Grant(Role.CampaignLead));

        var matrix = await lead.GetPageAsync("/admin/translation");
        var narrowed = await lead.GetPageAsync($"/admin/translation?scope=BE&locale={translation}&state=outdated");
        var other = await lead.GetPageAsync("/admin/translation?scope=BE&type=Alert");

        Assert.Equal(["1", "53 hours"], Row(matrix, "BE", translation)[^2..]);
        Assert.Equal($"/admin/content/{page}/{translation}/translate", matrix.Page.QuerySelector(".sn-first a")!.GetAttribute("href"));
        Assert.Equal($"/admin/content/{page}/{translation}/translate", Assert.Single(narrowed.Page.QuerySelectorAll("[aria-labelledby=texts] tbody a")).GetAttribute("href"));
        Assert.Equal("0", Row(other, "BE", translation)[^2]);
    }

    [Fact]
    public async Task Whoever_translates_sees_their_own_countries_and_takes_up_what_is_in_their_language()
    {
        var (page, source, translation) = await PageWithTranslationAsync();
        await ChangeAsync(page, source, "Rede mit uns.");
        using var translator = await _site.SignInAsync(AdminSite.Grant(Role.Translator, "BE", translation));
        using var other = await _site.SignInAsync(AdminSite.Grant(Role.Translator, "BE", source));

        var theirs = await translator.GetPageAsync("/admin/translation");
        var others = await other.GetPageAsync("/admin/translation");

        Assert.All(theirs.Page.QuerySelectorAll("tbody th"), row => Assert.StartsWith("Belgium, ", row.TextContent, StringComparison.Ordinal));
        Assert.Equal($"/admin/content/{page}/{translation}/translate", theirs.Page.QuerySelector(".sn-first a")!.GetAttribute("href"));
        Assert.Null(others.Page.QuerySelector(".sn-first a"));
        Assert.Equal(HttpStatusCode.Forbidden, (await translator.GetPageAsync("/admin/translation?scope=FR")).Status);
    }

    [Fact]
    public async Task A_draft_and_a_missing_text_are_counted_and_all_countries_cost_as_many_commands_as_one()
    {
        using var lead = await _site.SignInAsync(AdminSite.Grant(Role.CampaignLead));
        var step = await _site.ReadAsync(db => db.Items.Where(item => item.Type == "Step" && item.Scope == "EU").OrderBy(item => item.Order).FirstAsync());
        await _site.WithAsync<ContentPublisher, PublishResult>(publisher => publisher.UnpublishAsync(step.Id, "mt", Editor.System, default));
        await _site.WithAsync<ContentDrafts, CreateResult>(async drafts =>
        {
            var created = await drafts.CreateAsync(new() { Type = "Alert", Scope = "MT", Slug = "new" }, Editor.System, default);
            await drafts.SaveAsync(new() { ItemId = created.Item!.Id, Locale = "mt", Values = ContentValues.Parse("""{ "Title": "Attenti" }""") }, Editor.System, default);

            return created;
        });
        await _site.CatchUpAsync();
        var compared = await _sql.OfAsync(() => lead.GetPageAsync("/admin/translation?scope=MT"));

        var matrix = await lead.GetPageAsync("/admin/translation?locale=mt&state=draft");
        var all = await _sql.OfAsync(() => lead.GetPageAsync("/admin/translation"));
        var one = await _sql.OfAsync(() => lead.GetPageAsync("/admin/translation?scope=MT"));

        Assert.Equal("1", Row(matrix, "EU", "mt")[2]);
        Assert.Equal("1", Row(matrix, "MT", "mt")[2]);
        Assert.Equal(["Attenti"], matrix.Page.QuerySelectorAll("[aria-labelledby=texts] tbody a[href*='/mt/']").Select(link => link.TextContent).Where(text => text == "Attenti"));
        Assert.Equal((one, true), (all, compared > one));
    }

    private static List<string> Row(Answer page, string scope, string locale) =>
        [.. page.Page.QuerySelectorAll("table.sn-matrix tbody tr").Single(row => row.QuerySelector($"th a[href*='scope={scope}'][href*='locale={locale}']") is not null)
            .QuerySelectorAll("td").Select(cell => (cell.QuerySelector("time") ?? cell.QuerySelector("a") ?? cell).ChildNodes[0].TextContent.Trim())];

    /// <summary>Belgium's page with its first language, and another one in which it is public too.</summary>
    private async Task<(string Id, string Source, string Translation)> PageWithTranslationAsync()
    {
        var picture = _site.Published.Public;
        var languages = CountryLanguages.Of(picture, "BE");
        var page = picture.OfType("CountryPage", "BE").First();

        return (page.Id, languages[0], languages.Skip(1).First(page.Locales.ContainsKey));
    }

    private async Task ChangeAsync(string id, string locale, string intro)
    {
        var text = await _site.ReadAsync(db => db.Variants.AsNoTracking().Include(one => one.Published).SingleAsync(one => one.ItemId == id && one.Locale == locale));
        var values = System.Text.Json.Nodes.JsonNode.Parse(text.Published!.Data)!;
        values["Intro"] = intro;
        await _site.WithAsync<ContentDrafts, SaveResult>(drafts => drafts.SaveAsync(
            new() { ItemId = id, Locale = locale, Values = ContentValues.Parse(values.ToJsonString()), BasedOn = text.PublishedId }, Editor.System, default));
        await _site.WithAsync<ContentPublisher, PublishResult>(publisher => publisher.PublishAsync(id, locale, Editor.System, default));
        await _site.CatchUpAsync();
    }
}
