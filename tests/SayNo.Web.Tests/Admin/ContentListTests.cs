using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SayNo.Accounts.Storage;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Testing;
using SayNo.Web.Tests.Accounts;

namespace SayNo.Web.Tests.Admin;

public sealed class ContentListTests : IAsyncLifetime
{
    private readonly SqlCount _sql = new();
    private AdminSite _site = null!;

    public Task InitializeAsync() => StartAsync(DatabaseKind.Sqlite);

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_list_holds_what_the_editor_may_read_and_nothing_of_another_country(DatabaseKind kind)
    {
        await UseAsync(kind);
        using var editor = await _site.SignInAsync(AdminSite.Grant(Role.NationalEditor, "DE"));

        var page = await editor.GetPageAsync("/admin/content?sort=scope&dir=asc");
        var scopes = await ScopesOfAllPagesAsync(editor, page);

        Assert.Equal(["Germany", "The whole campaign"], scopes.Distinct().Order());
        Assert.Equal(["", "EU", "DE"], page.Page.QuerySelectorAll("#scope option").Select(option => option.GetAttribute("value")));
    }

    [Fact]
    public async Task Another_countrys_name_in_the_address_finds_nothing()
    {
        using var editor = await _site.SignInAsync(AdminSite.Grant(Role.NationalEditor, "DE"));

        var page = await editor.GetPageAsync("/admin/content?scope=FR");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("0 items", page.Page.QuerySelector("main [role=status]")!.TextContent.Trim());
        Assert.Contains("Nothing matches", page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("q=Osterreich", "Österreich")]
    [InlineData("q=OSTERREICH&type=CountryPage", "Österreich")]
    [InlineData("q=austria", "Österreich")]
    [InlineData("q=ελλαδα", "Ελλάδα")]
    public async Task A_search_finds_titles_whatever_their_case_and_accents(string query, string title)
    {
        using var auditor = await _site.SignInAsync(AdminSite.Grant(Role.Auditor));

        var page = await auditor.GetPageAsync($"/admin/content?{query}");

        Assert.Contains(title, Titles(page));
    }

    [Fact]
    public async Task Each_filter_narrows_the_list_and_the_form_shows_what_was_chosen()
    {
        using var auditor = await _site.SignInAsync(AdminSite.Grant(Role.Auditor));

        var page = await auditor.GetPageAsync("/admin/content?type=Step&scope=EU&locale=de&state=published&sort=title&dir=asc");
        var titles = Titles(page);

        Assert.NotEmpty(titles);
        Assert.Equal(titles.Order(StringComparer.Create(new("en"), ignoreCase: true)), titles);
        Assert.All(page.Page.QuerySelectorAll("[data-label=State]"), state => Assert.Contains("Published German", state.TextContent.ReplaceLineEndings(" "), StringComparison.Ordinal));
        Assert.Equal("Step", page.Value("type") ?? page.Page.QuerySelector("#type option[selected]")!.GetAttribute("value"));
        Assert.Equal("ascending", page.Page.QuerySelector("th[aria-sort]")!.GetAttribute("aria-sort"));
        Assert.Contains("dir=desc", page.Page.QuerySelector("th[aria-sort] a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task What_is_missing_in_a_language_can_be_listed(DatabaseKind kind)
    {
        await UseAsync(kind);
        using var lead = await _site.SignInAsync(AdminSite.Grant(Role.CampaignLead, "EU"));
        var all = await lead.GetPageAsync("/admin/content?type=Step&scope=EU");
        var step = IdOf(all);
        await _site.WithAsync<ContentPublisher, PublishResult>(publisher => publisher.UnpublishAsync(step, "sv", Editor.System, default));
        await _site.CatchUpAsync();

        var missing = await lead.GetPageAsync("/admin/content?type=Step&scope=EU&locale=sv&state=missing");

        Assert.Equal([step], Ids(missing));
    }

    [Fact]
    public async Task Pages_of_a_list_hold_every_item_once()
    {
        using var auditor = await _site.SignInAsync(AdminSite.Grant(Role.Auditor));
        var page = await auditor.GetPageAsync("/admin/content?sort=title&dir=asc");
        var ids = Ids(page).ToList();

        while (page.Page.QuerySelector("a[rel=next]") is { } next)
        {
            page = await auditor.GetPageAsync(next.GetAttribute("href")!);
            ids.AddRange(Ids(page));
        }

        Assert.Equal(await _site.ReadAsync(db => Task.FromResult(db.Items.Count())), ids.Count);
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_list_costs_the_same_number_of_commands_for_one_country_and_for_all(DatabaseKind kind)
    {
        await UseAsync(kind);
        using var editor = await _site.SignInAsync(AdminSite.Grant(Role.NationalEditor, "DE"));
        using var auditor = await _site.SignInAsync(AdminSite.Grant(Role.Auditor));
        await editor.GetPageAsync("/admin/content");

        var one = await _sql.OfAsync(() => editor.GetPageAsync("/admin/content"));
        var all = await _sql.OfAsync(() => auditor.GetPageAsync("/admin/content?q=a&sort=title"));

        Assert.Equal(one, all);
        Assert.InRange(one, 4, 7);
    }

    [Fact]
    public async Task The_picker_answers_with_what_the_editor_may_read()
    {
        using var editor = await _site.SignInAsync(AdminSite.Grant(Role.NationalEditor, "DE"));

        var json = (await editor.GetPageAsync("/admin/content/picker?type=CountryPage&format=json")).Html;
        var page = await editor.GetPageAsync("/admin/content/picker?type=CountryPage");

        Assert.Contains("\"scope\":\"DE\"", json, StringComparison.Ordinal);
        Assert.DoesNotContain("\"scope\":\"FR\"", json, StringComparison.Ordinal);
        Assert.Contains("Deutschland", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("France", page.Html, StringComparison.Ordinal);
    }

    private async Task StartAsync(DatabaseKind kind)
    {
        _site = await AdminSite.StartAsync(kind, configure: builder => builder.Services.ConfigureDbContext<CmsDb>(_sql.AddTo).ConfigureDbContext<AccountsDb>(_sql.AddTo));
        await _site.CatchUpAsync();
    }

    private async Task UseAsync(DatabaseKind kind)
    {
        if (kind != DatabaseKind.Sqlite)
        {
            await _site.DisposeAsync();
            await StartAsync(kind);
        }
    }

    private static async Task<List<string>> ScopesOfAllPagesAsync(Browser browser, Answer page)
    {
        var scopes = Cells(page, "Belongs to").ToList();

        while (page.Page.QuerySelector("a[rel=next]") is { } next)
        {
            page = await browser.GetPageAsync(next.GetAttribute("href")!);
            scopes.AddRange(Cells(page, "Belongs to"));
        }

        return scopes;
    }

    private static IEnumerable<string> Cells(Answer page, string label) =>
        page.Page.QuerySelectorAll($"[data-label='{label}']").Select(cell => cell.TextContent.Trim());

    private static List<string> Titles(Answer page) => [.. page.Page.QuerySelectorAll("tbody th a").Select(link => link.TextContent.Trim())];

    private static IEnumerable<string> Ids(Answer page) => page.Page.QuerySelectorAll("tbody th a").Select(link => link.GetAttribute("href")!.Split('/')[^1]);

    private static string IdOf(Answer page) => Ids(page).First();
}
