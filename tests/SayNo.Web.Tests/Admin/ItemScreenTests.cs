using System.Net;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Web.Tests.Accounts;

namespace SayNo.Web.Tests.Admin;

public sealed class ItemScreenTests : IAsyncLifetime
{
    private AdminSite _site = null!;

    public async Task InitializeAsync()
    {
        _site = await AdminSite.StartAsync(DatabaseKind.Sqlite);
        await _site.CatchUpAsync();
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task An_overview_shows_each_text_with_its_state_and_where_to_go_on()
    {
        using var editor = await _site.SignInAsync(AdminSite.Grant(Role.NationalEditor, "DE"));
        var id = await ItemAsync("CountryPage", "DE");

        var page = await editor.GetPageAsync($"/admin/content/{id}");

        Assert.Equal("Deutschland", page.Heading);
        Assert.Equal(["Shared fields", "Arabic", "German"], page.Page.QuerySelectorAll("tbody th").Select(cell => cell.TextContent.Trim()));
        Assert.NotNull(page.Page.QuerySelector($"a[href='/admin/content/{id}/neutral']"));
        Assert.NotNull(page.Page.QuerySelector($"a[href='/admin/content/{id}/de/history']"));
        Assert.Null(page.Page.QuerySelector($"a[href='/admin/content/{id}/delete']"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/delete")]
    public async Task Another_countrys_item_is_refused_by_its_id(string screen)
    {
        using var editor = await _site.SignInAsync(AdminSite.Grant(Role.NationalApprover, "DE"));
        var id = await ItemAsync("CountryPage", "FR");

        var page = await editor.GetPageAsync($"/admin/content/{id}{screen}");

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.True(await _site.ReadAsync(db => Task.FromResult(db.AuditEntries.Any(entry => entry.IsRefused && entry.Target == id))));
    }

    [Fact]
    public async Task An_id_that_nobody_has_is_not_found()
    {
        using var editor = await _site.SignInAsync(AdminSite.Grant(Role.NationalEditor, "DE"));

        Assert.Equal(HttpStatusCode.NotFound, (await editor.GetPageAsync("/admin/content/00000000000000000000000000")).Status);
    }

    [Fact]
    public async Task Something_new_begins_with_its_title_and_an_address_made_of_it()
    {
        using var editor = await _site.SignInAsync(AdminSite.Grant(Role.NationalEditor, "DE"));
        var choice = await editor.GetPageAsync("/admin/content/new");

        var form = await editor.SubmitAsync(choice, "Go on", ("type", "Alert"), ("scope", "DE"));
        var saved = await editor.SendFormAsync(form, "Create it and go on writing", ("Title", "Erpresser geben sich als Schüler aus"));

        Assert.Equal(["DE"], choice.Page.QuerySelectorAll("#scope option").Select(option => option.GetAttribute("value")));
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        var item = await _site.ReadAsync(db => Task.FromResult(db.Items.Single(one => one.Type == "Alert" && one.Scope == "DE")));
        Assert.Equal($"/admin/content/{item.Id}/de?notice=created", saved.Header("Location"));
        Assert.Equal("erpresser-geben-sich-als-schueler-aus".Replace("ue", "u", StringComparison.Ordinal), item.Slug);
        Assert.Equal("Erpresser geben sich als Schüler aus", (await editor.GetPageAsync($"/admin/content/{item.Id}")).Heading);
    }

    [Fact]
    public async Task What_is_wrong_with_something_new_is_said_beside_the_field_and_on_top()
    {
        using var editor = await _site.SignInAsync(AdminSite.Grant(Role.NationalEditor, "DE"));
        var form = await editor.GetPageAsync("/admin/content/new?type=CountryPage&scope=DE");

        var empty = await editor.SubmitAsync(form, "Create it and go on writing");
        var taken = await editor.SubmitAsync(form, "Create it and go on writing", ("Title", "Deutschland"), ("Slug", "de"));
        var unusable = await editor.SubmitAsync(form, "Create it and go on writing", ("Title", "Deutschland"), ("Slug", "Das da"));

        Assert.Equal([("Name of the country is missing. Please fill it in.", "#Title")], empty.Problems);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.Status);
        Assert.Contains("has the address \"de\" already", Assert.Single(taken.Problems).Sentence, StringComparison.Ordinal);
        Assert.Equal("Deutschland", taken.Value("Title"));
        Assert.Equal("#Slug", Assert.Single(unusable.Problems).Field);
    }

    [Theory]
    [InlineData("FR")]
    [InlineData("EU")]
    public async Task Nothing_new_begins_in_another_scope(string scope)
    {
        using var editor = await _site.SignInAsync(AdminSite.Grant(Role.NationalEditor, "DE"));
        var form = await editor.GetPageAsync("/admin/content/new?type=Alert&scope=DE");

        var posted = await editor.PostAsync($"/admin/content/new?type=Alert&scope={scope}", ("form-token", form.FormToken!), ("Title", "Hello"), ("Slug", ""));

        Assert.Equal(HttpStatusCode.Forbidden, (await editor.GetPageAsync($"/admin/content/new?type=Alert&scope={scope}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, posted.Status);
        Assert.False(await _site.ReadAsync(db => Task.FromResult(db.Items.Any(item => item.Type == "Alert"))));
    }

    [Fact]
    public async Task A_country_begins_its_own_wording_of_a_campaign_text()
    {
        using var editor = await _site.SignInAsync(AdminSite.Grant(Role.NationalEditor, "DE"));
        var step = await ItemAsync("Step", "EU");

        var own = await editor.SubmitAsync(await editor.GetPageAsync($"/admin/content/{step}"), "Write an own wording for Germany");
        var again = await editor.GetPageAsync($"/admin/content/{step}");

        Assert.Contains("own wording was created", own.Page.QuerySelector(".sn-notice")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(own.Page.QuerySelector($"a[href='/admin/content/{step}']"));
        Assert.Contains("Countries with their own wording", again.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Write an own wording for Germany", again.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deletion_says_what_disappears_before_it_does()
    {
        using var approver = await _site.SignInAsync(AdminSite.Grant(Role.NationalApprover, "DE"));
        var id = await ItemAsync("CountryContact", "DE");

        var question = await approver.GetPageAsync($"/admin/content/{id}/delete");
        var list = await approver.SubmitAsync(question, "Delete for good");

        Assert.Contains("what visitors see of it now: Shared fields", question.Html, StringComparison.Ordinal);
        Assert.Contains("saved version", question.Html, StringComparison.Ordinal);
        Assert.Equal("It was deleted.", list.Page.QuerySelector(".sn-notice")!.TextContent.Trim());
        Assert.False(await _site.ReadAsync(db => Task.FromResult(db.Items.Any(item => item.Id == id))));
    }

    [Fact]
    public async Task The_order_changes_by_buttons_without_script()
    {
        using var lead = await _site.SignInAsync(AdminSite.Grant(Role.CampaignLead, "EU"));
        var page = await lead.GetPageAsync("/admin/content/order?type=Step&scope=EU");
        var before = Ids(page);
        var second = page.Page.QuerySelectorAll("ol li")[1].QuerySelector("button[name=up]")!;

        var after = await lead.PostAsync("/admin/content/order?type=Step&scope=EU", ("form-token", page.FormToken!), ("up", second.GetAttribute("value")!));
        page = await lead.GetPageAsync(after.Header("Location").Split('#')[0]);

        Assert.Equal([before[1], before[0], .. before[2..]], Ids(page));
        Assert.Equal(before[1], page.Page.QuerySelector("button[autofocus]")!.GetAttribute("value"));
        Assert.Contains("The order was changed", page.Page.QuerySelector(".sn-notice")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_order_of_another_scope_can_be_read_only_where_it_may_be_and_never_changed()
    {
        using var editor = await _site.SignInAsync(AdminSite.Grant(Role.NationalApprover, "DE"));
        var page = await editor.GetPageAsync("/admin/content/order?type=Step&scope=EU");
        var ids = Ids(page);

        var posted = await editor.PostAsync(
            "/admin/content/order?type=Step&scope=EU", [("form-token", page.FormToken!), .. ids.Reverse().Select(id => ("item", id))]);

        Assert.Empty(page.Page.QuerySelectorAll("ol button"));
        Assert.Equal(HttpStatusCode.Forbidden, posted.Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await editor.GetPageAsync("/admin/content/order?type=CountryContact&scope=FR")).Status);
        Assert.Equal(ids, Ids(await editor.GetPageAsync("/admin/content/order?type=Step&scope=EU")));
    }

    private Task<string> ItemAsync(string type, string scope) => _site.ReadAsync(db => Task.FromResult(
        db.Items.Where(item => item.Type == type && item.Scope == scope).OrderBy(item => item.Order).Select(item => item.Id).First()));

    private static string[] Ids(Answer page) => [.. page.Page.QuerySelectorAll("ol.sn-order > li").Select(row => row.Id!)];
}
