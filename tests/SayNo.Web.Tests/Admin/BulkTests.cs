using System.Net;
using SayNo.Content;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Web.Tests.Accounts;

namespace SayNo.Web.Tests.Admin;

public sealed class BulkTests : IAsyncLifetime
{
    private AdminSite _site = null!;

    public async Task InitializeAsync()
    {
        _site = await AdminSite.StartAsync(DatabaseKind.Sqlite);
        await _site.CatchUpAsync();
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Several_texts_go_to_review_and_are_published_and_each_says_what_became_of_it()
    {
        var good = await AlertAsync("Gut", """{ "Title": "Gut" }""");
        var bad = await AlertAsync("Leer", "{}");
        using var editor = await _site.SignInAsync(AdminSite.Grant(Role.NationalEditor, "DE"));
        using var approver = await _site.SignInAsync(AdminSite.Grant(Role.NationalApprover, "DE"));

        var sent = await ActAsync(editor, "Send to review", "Send to review", good, bad);
        var published = await ActAsync(approver, "Publish", "Publish", good, bad);

        Assert.Contains("Done: 1. Refused: 1.", sent.Html, StringComparison.Ordinal);
        Assert.Contains("Title is missing", sent.Html, StringComparison.Ordinal);
        Assert.Contains("Done: 1. Refused: 1.", published.Html, StringComparison.Ordinal);
        Assert.NotNull((await VariantAsync(good)).PublishedId);
        Assert.Null((await VariantAsync(bad)).PublishedId);
    }

    [Fact]
    public async Task What_was_written_after_the_last_look_is_not_published_with_the_rest()
    {
        var id = await AlertAsync("Alt", """{ "Title": "Alt" }""");
        using var approver = await _site.SignInAsync(AdminSite.Grant(Role.NationalApprover, "DE"));
        var plan = await PlanAsync(approver, "Publish", id);
        await SaveAsync(id, """{ "Title": "Neu" }""", (await VariantAsync(id)).DraftId);

        var result = await approver.SubmitAsync(plan, "Publish");

        Assert.Contains("Done: 0. Refused: 1.", result.Html, StringComparison.Ordinal);
        Assert.Null((await VariantAsync(id)).PublishedId);
    }

    [Fact]
    public async Task Putting_away_what_is_public_warns_of_what_would_be_empty()
    {
        using var approver = await _site.SignInAsync(AdminSite.Grant(Role.NationalApprover, "DE"));
        var page = await _site.ReadAsync(db => Task.FromResult(db.Items.Single(item => item.Type == "CountryPage" && item.Scope == "DE").Id));

        var plan = await PlanAsync(approver, "Archive", page);

        Assert.NotEmpty(plan.Page.QuerySelectorAll("form .sn-problem"));
    }

    [Fact]
    public async Task A_text_in_the_wrong_state_is_named_and_left_out()
    {
        using var approver = await _site.SignInAsync(AdminSite.Grant(Role.NationalApprover, "DE"));
        var contact = await _site.ReadAsync(db => Task.FromResult(db.Items.First(item => item.Type == "CountryContact" && item.Scope == "DE").Id));

        var plan = await PlanAsync(approver, "Publish", contact);

        Assert.Contains("There is nothing to do", plan.Html, StringComparison.Ordinal);
        Assert.Contains("there is nothing new to publish", plan.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("publish", "FR")]
    [InlineData("archive", "FR")]
    [InlineData("submit", "FR")]
    [InlineData("publish", "EU")]
    public async Task Another_scopes_items_are_refused_and_nothing_is_done_with_the_rest(string act, string scope)
    {
        var own = await AlertAsync("Gut", """{ "Title": "Gut" }""");
        var foreign = await _site.ReadAsync(db => Task.FromResult(db.Variants.First(one => one.Item!.Scope == scope && one.PublishedId != null)));
        using var editor = await _site.SignInAsync(AdminSite.Grant(Role.NationalEditor, "DE"), AdminSite.Grant(Role.NationalApprover, "DE"));
        var token = (await editor.GetPageAsync("/admin/content")).FormToken!;
        var variant = await VariantAsync(own);

        var plan = await editor.PostAsync("/admin/content/bulk", ("form-token", token), ("act", act), ("item", own), ("item", foreign.ItemId));
        var done = await editor.PostAsync("/admin/content/bulk?handler=Do", ("form-token", token), ("act", act),
            ("text", $"{own}|de|{variant.DraftId}"), ("text", $"{foreign.ItemId}|{foreign.Locale}|{foreign.PublishedId}"));

        Assert.Equal(HttpStatusCode.Forbidden, plan.Status);
        Assert.Equal(HttpStatusCode.Forbidden, done.Status);
        Assert.Equal(VariantState.Draft, (await VariantAsync(own)).State);
        Assert.True(await _site.ReadAsync(db => Task.FromResult(db.AuditEntries.Any(entry => entry.IsRefused && entry.Scope == scope))));
    }

    [Fact]
    public async Task Whoever_may_only_read_is_offered_nothing_to_do()
    {
        using var auditor = await _site.SignInAsync(AdminSite.Grant(Role.Auditor));

        var page = await auditor.GetPageAsync("/admin/content");

        Assert.Empty(page.Page.QuerySelectorAll("main [name=act], main [name=item]"));
        Assert.DoesNotContain("/admin/content/new", page.Html, StringComparison.Ordinal);
    }

    private static async Task<Answer> PlanAsync(Browser browser, string act, params string[] ids)
    {
        var list = await browser.GetPageAsync("/admin/content?scope=DE");

        return await browser.SubmitAsync(list, act, [.. ids.Select(id => ("item", (string?)id))]);
    }

    private static async Task<Answer> ActAsync(Browser browser, string act, string button, params string[] ids) =>
        await browser.SubmitAsync(await PlanAsync(browser, act, ids), button);

    private async Task<string> AlertAsync(string slug, string values)
    {
        var created = await _site.WithAsync<ContentDrafts, CreateResult>(drafts =>
            drafts.CreateAsync(new() { Type = "Alert", Scope = "DE", Slug = Slugs.Propose(slug) }, Editor.System, default));
        await SaveAsync(created.Item!.Id, values, null);

        return created.Item.Id;
    }

    private Task<SaveResult> SaveAsync(string id, string values, string? basedOn) => _site.WithAsync<ContentDrafts, SaveResult>(drafts =>
        drafts.SaveAsync(new() { ItemId = id, Locale = "de", Values = ContentValues.Parse(values), BasedOn = basedOn }, Editor.System, default));

    private Task<Variant> VariantAsync(string id) => _site.ReadAsync(db => Task.FromResult(db.Variants.Single(one => one.ItemId == id && one.Locale == "de")));
}
