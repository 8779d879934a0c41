using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SayNo.Accounts.Storage;
using SayNo.Content;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Testing;
using SayNo.Web.Tests.Accounts;

namespace SayNo.Web.Tests.Admin;

public sealed class FirstScreenTests : IAsyncLifetime
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
    public async Task A_text_in_review_waits_for_the_approver_and_is_the_first_thing_to_do()
    {
        using var editor = await _site.SignInAsync("Ada", AdminSite.Grant(Role.NationalEditor, "DE"));
        using var approver = await _site.SignInAsync("Grace", AdminSite.Grant(Role.NationalApprover, "DE"));
        var alert = await AlertAsync(editor.Editor);
        await SubmitAsync(alert, editor.Editor);

        var page = await approver.GetPageAsync("/admin");
        var colleague = await editor.GetPageAsync("/admin");

        Assert.Equal("My work: Germany", page.Heading);
        Assert.Contains(Tasks(page, "in-review"), task => task.Text == "Vorsicht" && task.Path == $"/admin/content/{alert}/de/review");
        Assert.Contains("written by Ada", page.Page.QuerySelector("#in-review")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.NotEqual($"/admin/content/{alert}/de/review", colleague.Page.QuerySelector(".sn-first a")!.GetAttribute("href"));
        Assert.Equal("In review by your colleagues (1)", colleague.Page.GetElementById("in-review")!.TextContent);
    }

    [Fact]
    public async Task What_was_sent_back_comes_with_its_reason_until_it_is_written_anew()
    {
        using var editor = await _site.SignInAsync("Ada", AdminSite.Grant(Role.NationalEditor, "DE"));
        using var approver = await _site.SignInAsync("Grace", AdminSite.Grant(Role.NationalApprover, "DE"));
        var alert = await AlertAsync(editor.Editor);
        await SubmitAsync(alert, editor.Editor);
        var draft = await DraftAsync(alert);
        await _site.WithAsync<ContentReview, ReviewResult>(review => review.RejectAsync(alert, "de", draft, "Bitte kürzer", approver.Editor, default));

        var sentBack = await editor.GetPageAsync("/admin");
        var list = await editor.GetPageAsync("/admin/content?waiting=yes");
        _site.Clock.Wait(TimeSpan.FromMinutes(1));
        await SaveAsync(alert, "Kurz", draft, editor.Editor);
        var anew = await editor.GetPageAsync("/admin");

        Assert.Equal([("Vorsicht", $"/admin/content/{alert}/de")], Tasks(sentBack, "sent-back"));
        Assert.Equal("Bitte kürzer", sentBack.Page.QuerySelector("blockquote")!.TextContent);
        Assert.Contains("German: was sent back", list.Html, StringComparison.Ordinal);
        Assert.Null(anew.Page.GetElementById("sent-back"));
        Assert.Equal([("Kurz", $"/admin/content/{alert}/de")], Tasks(anew, "begun"));
    }

    [Fact]
    public async Task What_is_approved_waits_for_whoever_may_publish_it()
    {
        using var editor = await _site.SignInAsync(AdminSite.Grant(Role.NationalEditor, "DE"));
        using var approver = await _site.SignInAsync(AdminSite.Grant(Role.NationalApprover, "DE"));
        var alert = await AlertAsync(editor.Editor);
        await SubmitAsync(alert, editor.Editor);
        var draft = await DraftAsync(alert);
        await _site.WithAsync<ContentReview, ReviewResult>(review => review.ApproveAsync(alert, "de", draft, approver.Editor, default));

        Assert.Equal([("Vorsicht", $"/admin/content/{alert}/de/review")], Tasks(await approver.GetPageAsync("/admin"), "approved"));
        Assert.Null((await editor.GetPageAsync("/admin")).Page.GetElementById("approved"));
    }

    [Fact]
    public async Task A_missing_language_is_a_task_for_whoever_may_write_it_and_news_for_the_others()
    {
        using var editor = await _site.SignInAsync(AdminSite.Grant(Role.NationalEditor, "DE"));
        using var lead = await _site.SignInAsync(AdminSite.Grant(Role.CampaignLead, "EU"));
        var step = await _site.ReadAsync(db => Task.FromResult(db.Items.OrderBy(item => item.Order).First(item => item.Type == "Step" && item.Scope == "EU").Id));
        await _site.WithAsync<ContentPublisher, PublishResult>(publisher => publisher.UnpublishAsync(step, "de", Editor.System, default));
        await _site.CatchUpAsync();

        var country = await editor.GetPageAsync("/admin");
        var campaign = await lead.GetPageAsync("/admin");

        Assert.Equal([$"/admin/content/{step}"], Tasks(country, "missing").Select(task => task.Path));
        Assert.Contains("somebody else must write it", country.Page.GetElementById("missing")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"/admin/content/{step}/de/translate", Tasks(campaign, "missing").Select(task => task.Path));
        Assert.Equal("My work: The whole campaign", campaign.Heading);
    }

    [Fact]
    public async Task A_plan_is_shown_in_the_countrys_time()
    {
        using var editor = await _site.SignInAsync(AdminSite.Grant(Role.NationalEditor, "DE"));
        using var approver = await _site.SignInAsync(AdminSite.Grant(Role.NationalApprover, "DE"));
        var alert = await AlertAsync(editor.Editor);
        var due = new DateTime(2030, 1, 2, 11, 0, 0, DateTimeKind.Utc);
        var draft = await DraftAsync(alert);
        await _site.WithAsync<ContentSchedule, ScheduleResult>(schedule => schedule.PublishAtAsync(alert, "de", draft, due, approver.Editor, default));

        var page = await approver.GetPageAsync("/admin");

        Assert.Contains("It will be published on January 2, 2030, 12:00 (UTC+1:00)", page.Page.GetElementById("scheduled")!.ParentElement!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_waits_the_screen_says_what_to_do()
    {
        using var translator = await _site.SignInAsync(AdminSite.Grant(Role.Translator, "MT", "mt"));

        var page = await translator.GetPageAsync("/admin");

        Assert.NotNull(page.Page.QuerySelector(".sn-first a"));
        Assert.Contains("No text is outdated.", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_no_rights_yet_is_told_whom_to_ask()
    {
        using var nobody = await _site.SignInAsync();

        Assert.Contains("Ask the person who invited you", (await nobody.GetPageAsync("/admin")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_countries_are_chosen_in_the_address_and_another_is_refused()
    {
        using var editor = await _site.SignInAsync(AdminSite.Grant(Role.NationalEditor, "DE"), AdminSite.Grant(Role.NationalEditor, "AT"));

        var page = await editor.GetPageAsync("/admin");

        Assert.Equal("My work: Austria", page.Heading);
        Assert.Equal("My work: Germany", (await editor.GetPageAsync("/admin?scope=DE")).Heading);
        Assert.Equal(HttpStatusCode.Forbidden, (await editor.GetPageAsync("/admin?scope=FR")).Status);
    }

    [Fact]
    public async Task An_auditor_sees_all_countries_with_their_numbers()
    {
        using var auditor = await _site.SignInAsync(AdminSite.Grant(Role.Auditor));

        var page = await auditor.GetPageAsync("/admin");

        Assert.Equal("All countries", page.Heading);
        Assert.Contains("Germany", page.Page.QuerySelectorAll("tbody th").Select(cell => cell.TextContent.Trim()));
        Assert.Equal("My work: Germany", (await auditor.GetPageAsync("/admin?scope=DE")).Heading);
    }

    [Fact]
    public async Task The_first_screen_costs_the_same_number_of_commands_whatever_there_is_to_do()
    {
        using var small = await _site.SignInAsync(AdminSite.Grant(Role.NationalApprover, "MT"));
        using var editor = await _site.SignInAsync(AdminSite.Grant(Role.NationalEditor, "DE"));
        using var large = await _site.SignInAsync(AdminSite.Grant(Role.CampaignLead, "EU"), AdminSite.Grant(Role.NationalApprover, "DE"));
        await small.GetPageAsync("/admin");

        for (var i = 0; i < 8; i++)
        {
            await SubmitAsync(await AlertAsync(editor.Editor, $"alert-{i}"), editor.Editor);
        }

        // Texts are compared with their sources once, by whoever looks first.
        await large.GetPageAsync("/admin?scope=DE");
        await large.GetPageAsync("/admin?scope=EU");

        var few = await _sql.OfAsync(() => small.GetPageAsync("/admin"));
        var many = await _sql.OfAsync(() => large.GetPageAsync("/admin?scope=DE"));
        var campaign = await _sql.OfAsync(() => large.GetPageAsync("/admin?scope=EU"));

        Assert.Equal((few, few), (many, campaign));
    }

    private static List<(string Text, string Path)> Tasks(Answer page, string group) =>
        [.. page.Page.QuerySelectorAll($"section[aria-labelledby={group}] li > a").Select(link => (link.TextContent, link.GetAttribute("href")!))];

    private async Task<string> AlertAsync(Editor by, string slug = "vorsicht")
    {
        var created = await _site.WithAsync<ContentDrafts, CreateResult>(drafts =>
            drafts.CreateAsync(new() { Type = "Alert", Scope = "DE", Slug = slug }, by, default));
        await SaveAsync(created.Item!.Id, "Vorsicht", null, by);

        return created.Item.Id;
    }

    private Task<SaveResult> SaveAsync(string id, string title, string? basedOn, Editor by) => _site.WithAsync<ContentDrafts, SaveResult>(drafts =>
        drafts.SaveAsync(new() { ItemId = id, Locale = "de", Values = ContentValues.Parse($$"""{ "Title": "{{title}}" }"""), BasedOn = basedOn }, by, default));

    private Task<ReviewResult> SubmitAsync(string id, Editor by) =>
        _site.WithAsync<ContentReview, ReviewResult>(review => review.SubmitAsync(id, "de", null, by, default));

    private Task<string> DraftAsync(string id) =>
        _site.ReadAsync(db => Task.FromResult(db.Variants.Single(one => one.ItemId == id && one.Locale == "de").DraftId!));
}
