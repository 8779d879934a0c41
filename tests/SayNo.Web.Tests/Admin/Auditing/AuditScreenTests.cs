using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Web.Tests.Accounts;
using SayNo.Web.Tests.Admin.Reviewing;

namespace SayNo.Web.Tests.Admin.Auditing;

public sealed class AuditScreenTests
{
    private const string Screen = "/admin/audit";

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task An_auditor_reads_who_changed_what_from_which_value_to_which(DatabaseKind kind)
    {
        await using var texts = await TextsUnderReview.StartAsync(kind);
        await texts.SaveAsync(texts.Ada, texts.Contact, "", "Phone", "+49 30 1234567");
        await texts.SaveAsync(texts.Ada, texts.Contact, "", "Phone", "+49 30 7654321");
        using var auditor = await texts.Site.SignInAsync(AdminSite.Grant(Role.Auditor));

        var page = await auditor.GetPageAsync($"{Screen}?item={texts.Contact}&act=content.save");

        var newest = page.Page.QuerySelector(".sn-trail > li")!;
        Assert.Equal("Saved a draft", newest.QuerySelector(".sn-trail-act a")!.TextContent.Trim());
        Assert.Contains("Ada", newest.TextContent, StringComparison.Ordinal);
        Assert.NotNull(newest.QuerySelector($"a[href='/admin/content/{texts.Contact}']"));
        Assert.Contains(newest.QuerySelectorAll("del"), value => value.TextContent == "+49 30 1234567");
        Assert.Contains(newest.QuerySelectorAll("ins"), value => value.TextContent == "+49 30 7654321");
    }

    [Fact]
    public async Task A_long_text_is_shown_word_by_word_on_the_page_of_its_entry()
    {
        await using var texts = await TextsUnderReview.StartAsync();
        var start = string.Join(' ', Enumerable.Repeat("Do not pay.", 20));
        await texts.SaveAsync(texts.Lea, texts.Step, "en", "Body", $"{start} Tell somebody.");
        await texts.SaveAsync(texts.Lea, texts.Step, "en", "Body", $"{start} Tell anybody.");
        using var auditor = await texts.Site.SignInAsync(AdminSite.Grant(Role.Auditor));

        var list = await auditor.GetPageAsync($"{Screen}?item={texts.Step}");
        var entry = await auditor.GetPageAsync(list.Page.QuerySelector(".sn-trail-values a")!.GetAttribute("href")!);

        Assert.Equal("Saved a draft", entry.Heading);
        Assert.Contains(entry.Page.QuerySelectorAll("del"), value => value.TextContent.Contains("somebody", StringComparison.Ordinal));
        Assert.Contains(entry.Page.QuerySelectorAll("ins"), value => value.TextContent.Contains("anybody", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Refused_attempts_can_be_listed_alone()
    {
        await using var texts = await TextsUnderReview.StartAsync();
        await texts.SaveAsync(texts.Ada, texts.Contact, "", "Phone", "+49 30 1234567");
        await texts.Ada.GetPageAsync(Screen);
        using var auditor = await texts.Site.SignInAsync(AdminSite.Grant(Role.Auditor));

        var page = await auditor.GetPageAsync($"{Screen}?refused=yes&who=ad");

        var act = Assert.Single(page.Page.QuerySelectorAll(".sn-trail-act"));
        Assert.Contains("Tried without the right to: ReadAudit", act.TextContent, StringComparison.Ordinal);
        Assert.Contains("Refused", act.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("from=2999-01-01", 0)]
    [InlineData("to=2000-01-01", 0)]
    [InlineData("from=nonsense&to=9999-12-31&before=x", 1)]
    [InlineData("scope=FR", 0)]
    [InlineData("scope=DE&locale=neutral", 1)]
    public async Task Entries_can_be_narrowed_by_day_and_country(string query, int expected)
    {
        await using var texts = await TextsUnderReview.StartAsync();
        await texts.SaveAsync(texts.Ada, texts.Contact, "", "Phone", "+49 30 1234567");
        using var auditor = await texts.Site.SignInAsync(AdminSite.Grant(Role.Auditor));

        var page = await auditor.GetPageAsync($"{Screen}?act=content.save&{query}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(expected, page.Page.QuerySelectorAll(".sn-trail > li").Length);
    }

    [Fact]
    public async Task Older_entries_are_a_page_further_and_none_is_lost()
    {
        await using var texts = await TextsUnderReview.StartAsync();
        for (var i = 0; i < 60; i++)
        {
            await texts.SaveAsync(texts.Ada, texts.Contact, "", "Phone", $"+49 30 12345{i:00}");
        }

        using var auditor = await texts.Site.SignInAsync(AdminSite.Grant(Role.Auditor));
        var first = await auditor.GetPageAsync($"{Screen}?act=content.save");
        var second = await auditor.GetPageAsync(first.Page.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal(60, NumbersOf(first).Concat(NumbersOf(second)).Distinct().Count());
        Assert.Null(second.Page.QuerySelector("a[rel=next]"));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task The_screen_says_whether_the_log_is_whole(DatabaseKind kind)
    {
        await using var texts = await TextsUnderReview.StartAsync(kind);
        await texts.SaveAsync(texts.Ada, texts.Contact, "", "Phone", "+49 30 1234567");
        using var auditor = await texts.Site.SignInAsync(AdminSite.Grant(Role.Auditor));
        var whole = await auditor.SubmitAsync(await auditor.GetPageAsync(Screen), "Verify the log");
        var number = await texts.Site.ReadAsync(db => db.AuditEntries.Where(entry => entry.Act == "content.save").MaxAsync(entry => entry.Sequence));
        await texts.Site.ReadAsync(db => db.Database.ExecuteSqlAsync($"""UPDATE "AuditEntries" SET "Actor" = 'Mallory', "After" = 'no JSON' WHERE "Sequence" = {number}"""));

        var changed = await auditor.SubmitAsync(await auditor.GetPageAsync(Screen), "Verify the log");

        Assert.StartsWith("The log is whole: all ", whole.Page.QuerySelector("main [role=status] p")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith($"The log is not whole. Entry {number} is not what was written", changed.Page.QuerySelector("main [role=alert] p")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await auditor.GetPageAsync($"{Screen}/{number}")).Status);
    }

    [Fact]
    public async Task A_copy_holds_every_entry_and_taking_it_is_one()
    {
        await using var texts = await TextsUnderReview.StartAsync();
        using var auditor = await texts.Site.SignInAsync("Ida", AdminSite.Grant(Role.Auditor));

        var copy = await auditor.SubmitAsync(await auditor.GetPageAsync(Screen), "Download a copy");

        var last = JsonNode.Parse(copy.Html.TrimEnd().Split('\n')[^1])!;
        Assert.Equal("application/x-ndjson", copy.Response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", copy.Response.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal(("audit.read", "Ida"), ((string?)last["act"], (string?)last["actor"]));
        Assert.Equal(await texts.Site.ReadAsync(db => db.AuditEntries.LongCountAsync()), (long?)last["sequence"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/1")]
    public async Task Whoever_may_not_read_the_log_gets_none_of_it(string path)
    {
        await using var site = await AdminSite.StartAsync(DatabaseKind.Sqlite);
        using var editor = await site.SignInAsync(AdminSite.Grant(Role.NationalApprover, "DE"));

        var page = await editor.GetPageAsync(Screen + path);

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Null((await editor.GetPageAsync("/admin")).Page.QuerySelector($"a[href='{Screen}']"));
    }

    private static IEnumerable<string?> NumbersOf(Answer page) => page.Page.QuerySelectorAll(".sn-trail-act a").Select(link => link.GetAttribute("href"));
}
