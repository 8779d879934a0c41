using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Web.Tests.Accounts;

namespace SayNo.Web.Tests.Admin;

/// <summary>A country's texts go out as a file and come in again, as an approver meets it.</summary>
public sealed class ExchangeScreensTests : IAsyncLifetime
{
    private const string Number = "\"Phone\": {\n";

    private AdminSite _site = null!;

    public async Task InitializeAsync()
    {
        _site = await AdminSite.StartAsync(DatabaseKind.Sqlite);
        await _site.CatchUpAsync();
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task What_was_saved_as_a_file_shows_what_would_change_and_comes_in_as_drafts()
    {
        using var approver = await _site.SignInAsync(AdminSite.Grant(Role.NationalApprover, "AT"));
        var screen = await approver.GetPageAsync("/admin/exchange");
        var saved = await approver.SendFormAsync(screen, "Save the file");
        var text = saved.Html;
        Assert.Contains("attachment; filename=\"at-", saved.Response.Content.Headers.ContentDisposition?.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("\"Scope\": \"DE\"", text, StringComparison.Ordinal);
        var phone = PhoneOf(text);

        var same = await BringAsync(approver, screen, text);
        var shown = await BringAsync(approver, screen, text.Replace($"\"{phone}\"", "\"+43 1 23456\"", StringComparison.Ordinal));

        Assert.Contains("Nothing would change", same.Html, StringComparison.Ordinal);
        Assert.Contains("+43 1 23456", shown.Page.QuerySelector("ins")?.TextContent, StringComparison.Ordinal);
        await SaveInBetweenAsync();
        var stale = await approver.SubmitAsync(shown, "Bring it in as drafts");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stale.Status);
        var done = await approver.SubmitAsync(stale, "Bring it in as drafts");
        Assert.Contains("It was brought in", done.Html, StringComparison.Ordinal);
        Assert.True(await _site.ReadAsync(db => db.Versions.AnyAsync(one => one.Data.Contains("+43 1 23456") && one.PublishedAt == null && one.AuthorId == approver.Editor.Id)));
        Assert.Equal(HttpStatusCode.NotFound, (await approver.GetAsync(shown.Path)).Status);
    }

    [Fact]
    public async Task A_file_of_another_country_is_refused_whole_with_the_line_and_can_be_thrown_away()
    {
        using var lead = await _site.SignInAsync(AdminSite.Grant(Role.CampaignLead));
        using var approver = await _site.SignInAsync(AdminSite.Grant(Role.NationalApprover, "AT"));
        var german = (await lead.SendFormAsync(await lead.GetPageAsync("/admin/exchange"), "Save the file", ("Scope", "DE"))).Html;
        var screen = await approver.GetPageAsync("/admin/exchange");

        var shown = await BringAsync(approver, screen, german);
        var empty = await BringAsync(approver, screen, "");

        Assert.Contains("belongs to DE. An import for AT brings in nothing of another owner.", shown.Page.Body?.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("Line ", shown.Page.QuerySelector(".sn-summary li strong")?.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Bring it in as drafts", shown.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        Assert.Contains("was thrown away", (await approver.SubmitAsync(shown, "Throw the file away")).Html, StringComparison.Ordinal);
    }

    private static string PhoneOf(string text)
    {
        var start = text.IndexOf("\"Text\": \"", text.IndexOf(Number, StringComparison.Ordinal), StringComparison.Ordinal) + "\"Text\": \"".Length;

        return text[start..text.IndexOf('"', start)];
    }

    /// <summary>Sends a file as a browser does, and opens the screen that follows.</summary>
    private static async Task<Answer> BringAsync(Browser browser, Answer screen, string text)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(screen.FormToken ?? ""), "form-token" },
            { new StringContent("AT"), "Scope" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "File", "Österreich, neu.json" },
        };
        var answer = await browser.SendAsync(new(HttpMethod.Post, "/admin/exchange") { Content = form });

        return answer.Response.Headers.Location is { } location ? await browser.GetPageAsync(location.OriginalString) : answer;
    }

    // Somebody else saves the very text that the file changes.
    private async Task SaveInBetweenAsync()
    {
        var variant = await _site.ReadAsync(db => db.Variants.AsNoTracking().Include(one => one.Item).Include(one => one.Published)
            .Where(one => one.Item!.Type == "CountryContact" && one.Item.Scope == "AT" && one.Locale == "").ToListAsync());

        foreach (var one in variant)
        {
            await _site.WithAsync<ContentDrafts, SaveResult>(drafts => drafts.SaveAsync(
                new() { ItemId = one.ItemId, Locale = "", Values = Content.ContentValues.Parse(one.Published!.Data), BasedOn = one.PublishedId, IsReviewed = false }, Editor.System, default));
        }
    }
}
