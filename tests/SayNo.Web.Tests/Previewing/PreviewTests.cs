using System.Net;
using Microsoft.EntityFrameworkCore;
using SayNo.Content;
using SayNo.Content.Previewing;
using SayNo.Content.Publishing;
using SayNo.Content.Reviewing;
using SayNo.Content.Storage;
using SayNo.Testing;
using SayNo.Web.Tests.Admin;

namespace SayNo.Web.Tests.Previewing;

public sealed class PreviewTests : IAsyncLifetime
{
    private const string Words = "Words that nobody has seen yet";

    private static readonly Grant Lead = AdminSite.Grant(Role.CampaignLead, "EU");

    private AdminSite _site = null!;
    private Browser _lead = null!;
    private string _step = "";

    public async Task InitializeAsync()
    {
        _site = await AdminSite.StartAsync(DatabaseKind.Sqlite);
        _lead = await _site.SignInAsync(Lead);
        _step = await DraftAsync();
    }

    public async Task DisposeAsync()
    {
        _lead.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task A_link_shows_without_an_account_what_visitors_will_get_and_they_get_it_when_it_is_published()
    {
        var token = await LinkAsync("/ie/en");
        using var anybody = _site.Open();
        var before = await anybody.GetAsync("/ie/en");

        var preview = await anybody.GetAsync($"/preview/{token}");

        Assert.Equal(HttpStatusCode.OK, preview.Response.StatusCode);
        Assert.DoesNotContain(Words, before.Html, StringComparison.Ordinal);
        Assert.Equal(before.Html, (await anybody.GetAsync("/ie/en")).Html);
        var banner = preview.Page.QuerySelector("body > [role=note]")!;
        Assert.Equal("Preview: this page is not public yet.", banner.TextContent);
        await PublishAsync();
        Assert.Equal((await anybody.GetAsync("/ie/en")).Html, preview.Html.Replace($"  {banner.OuterHtml}\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_preview_is_kept_by_nobody_and_found_by_no_search_engine()
    {
        var token = await LinkAsync("/ie/en");
        using var anybody = _site.Open();

        var preview = await anybody.GetAsync($"/preview/{token}/ie/en");
        var again = new HttpRequestMessage(HttpMethod.Get, $"/preview/{token}/ie/en");
        again.Headers.TryAddWithoutValidation("If-None-Match", "*");

        Assert.Equal("no-store", preview.Response.Headers.CacheControl!.ToString());
        Assert.Contains("noindex", Assert.Single(preview.Response.Headers.GetValues("X-Robots-Tag")), StringComparison.Ordinal);
        Assert.Null(preview.Response.Headers.ETag);
        Assert.Null(preview.Response.Content.Headers.LastModified);
        Assert.Contains("frame-ancestors 'none'", Assert.Single(preview.Response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await anybody.SendAsync(again)).Response.StatusCode);
    }

    [Fact]
    public async Task The_banner_speaks_the_language_of_the_page_and_the_rest_of_the_site_is_as_it_is_public()
    {
        var token = await LinkAsync("/ie/en");
        using var anybody = _site.Open();

        var german = await anybody.GetAsync($"/preview/{token}/de/de");

        Assert.Equal(InterfaceTexts.In("de", "Preview: this page is not public yet."), german.Page.QuerySelector("body > [role=note]")!.TextContent);
        Assert.DoesNotContain(Words, german.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_is_revoked_over_or_made_up_says_that_it_is_gone_and_how_to_get_another()
    {
        var token = await LinkAsync("/ie/en");
        var over = await LinkAsync("/ie/en", TimeSpan.FromMinutes(15));
        var link = await _site.ReadAsync(db => db.PreviewLinks.OrderBy(one => one.CreatedAt).Select(one => one.Id).FirstAsync());
        await _site.WithAsync<PreviewLinks, PreviewLinkResult>(links => links.RevokeAsync(link, _lead.Editor, default));
        _site.Clock.Wait(TimeSpan.FromMinutes(16));
        using var anybody = _site.Open();

        foreach (var path in new[] { $"/preview/{token}", $"/preview/{over}/ie/en", $"/preview/{new string('A', 43)}", "/preview/x" })
        {
            var gone = await anybody.GetAsync(path);

            Assert.Equal(HttpStatusCode.Gone, gone.Response.StatusCode);
            Assert.Contains("ask whoever sent you the link", gone.Html, StringComparison.Ordinal);
            Assert.Equal("no-store", gone.Response.Headers.CacheControl!.ToString());
            Assert.DoesNotContain(Words, gone.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_token_is_in_no_log()
    {
        var token = await LinkAsync("/ie/en");
        using var anybody = _site.Open();

        await anybody.GetAsync($"/preview/{token}");
        await anybody.GetAsync($"/preview/{token}/no/such/page");

        Assert.DoesNotContain(token, _site.Log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("admin/accounts", HttpStatusCode.NotFound)]
    [InlineData("api/v1/changes", HttpStatusCode.NotFound)]
    [InlineData("preview/x", HttpStatusCode.NotFound)]
    [InlineData("no/such/page", HttpStatusCode.NotFound)]
    [InlineData("ie/en/film", HttpStatusCode.OK)]
    public async Task A_link_opens_public_pages_and_nothing_else(string path, HttpStatusCode expected)
    {
        var token = await LinkAsync("/ie/en");
        using var anybody = _site.Open();

        Assert.Equal(expected, (await anybody.GetAsync($"/preview/{token}/{path}")).Response.StatusCode);
    }

    [Fact]
    public async Task An_editor_sees_the_draft_in_a_frame_of_the_admin_without_a_link()
    {
        var shown = await _lead.GetAsync($"/admin/content/{_step}/en/preview/page/ie/en");

        Assert.Contains(Words, shown.Html, StringComparison.Ordinal);
        Assert.Equal("no-store", shown.Response.Headers.CacheControl!.ToString());
        Assert.Equal("SAMEORIGIN", Assert.Single(shown.Response.Headers.GetValues("X-Frame-Options")));
        var policy = Assert.Single(shown.Response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("frame-ancestors 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("; script-src 'sha256-", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_editor_sees_what_they_have_typed_and_not_saved_yet_and_nobody_else_does()
    {
        const string Typed = "Typed a moment ago";
        using var other = await _site.SignInAsync(Lead);
        var basedOn = await _site.ReadAsync(db => db.Variants.Where(one => one.ItemId == _step && one.Locale == "en").Select(one => one.DraftId).SingleAsync());
        await _site.WithAsync<AutoSaves, AutoSaveResult>(kept =>
            kept.KeepAsync(_step, "en", basedOn, $$"""{"value.Title":["{{Typed}}"]}""", _lead.Editor, default));

        var path = $"/admin/content/{_step}/en/preview/page/ie/en";

        Assert.Contains(Typed, (await _lead.GetAsync($"{path}?typed=1")).Html, StringComparison.Ordinal);
        Assert.Contains(Words, (await _lead.GetAsync(path)).Html, StringComparison.Ordinal);
        Assert.Contains(Words, (await other.GetAsync($"{path}?typed=1")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_sees_a_draft_of_another_country_or_without_signing_in()
    {
        var french = await CreateAsync("FR", "fr");
        using var german = await _site.SignInAsync(AdminSite.Grant(Role.NationalEditor, "DE"));
        using var anybody = _site.Open();

        var refused = await german.GetAsync($"/admin/content/{french}/fr/preview/page/fr/fr");
        var unknown = await anybody.GetAsync($"/admin/content/{french}/fr/preview/page/fr/fr");

        Assert.Equal(HttpStatusCode.Forbidden, refused.Response.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, unknown.Response.StatusCode);
        Assert.DoesNotContain(Words, refused.Html + unknown.Html, StringComparison.Ordinal);
        Assert.Contains(await _site.ReadAsync(db => db.AuditEntries.ToListAsync()), entry => entry is { IsRefused: true } && entry.Target == french);
    }

    private async Task<string> DraftAsync()
    {
        var variant = await _site.ReadAsync(db => db.Variants.Include(one => one.Published)
            .FirstAsync(one => one.Locale == "en" && one.Item!.Type == "Step" && one.Item.Scope == "EU"));
        var values = System.Text.Json.Nodes.JsonNode.Parse(variant.Published!.Data)!.AsObject();
        values["Title"] = Words;
        await SaveAsync(variant.ItemId, "en", values.ToJsonString(), variant.PublishedId);

        return variant.ItemId;
    }

    private async Task<string> CreateAsync(string scope, string locale)
    {
        var created = await _site.WithAsync<ContentDrafts, CreateResult>(drafts =>
            drafts.CreateAsync(new() { Type = "Step", Scope = scope, Slug = "one-more" }, Editor.System, default));
        await SaveAsync(created.Item!.Id, locale, $$"""{"Title":"{{Words}}"}""", null);

        return created.Item.Id;
    }

    private async Task SaveAsync(string id, string locale, string values, string? basedOn)
    {
        var saved = await _site.WithAsync<ContentDrafts, SaveResult>(drafts => drafts.SaveAsync(
            new() { ItemId = id, Locale = locale, Values = ContentValues.Parse(values), BasedOn = basedOn }, Editor.System, default));
        Assert.True(saved.IsSaved);
    }

    private async Task PublishAsync()
    {
        var result = await _site.WithAsync<ContentPublisher, PublishResult>(publisher => publisher.PublishAsync(_step, "en", _lead.Editor, default));
        Assert.Empty(result.Problems);
        await _site.CatchUpAsync();
    }

    private async Task<string> LinkAsync(string path, TimeSpan? lasts = null) =>
        (await _site.WithAsync<PreviewLinks, PreviewLinkResult>(links => links.CreateAsync(
            new() { ItemId = _step, Locale = "en", Path = path, Lasts = lasts ?? TimeSpan.FromDays(1) }, _lead.Editor, default))).Token!;
}
