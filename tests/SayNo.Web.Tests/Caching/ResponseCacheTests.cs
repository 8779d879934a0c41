using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace SayNo.Web.Tests.Caching;

public sealed class ResponseCacheTests : IAsyncLifetime
{
    private readonly StoppedClock _clock = new();
    private readonly SiteUnderTest _site;

    public ResponseCacheTests() => _site = new(builder => builder.Services.AddSingleton<TimeProvider>(_clock));

    public Task InitializeAsync() => _site.InitializeAsync();

    public Task DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_page_is_made_once_and_then_kept()
    {
        Assert.Equal("sayno; fwd=miss; stored", await StatusAsync("/de/de"));
        Assert.Equal("sayno; hit", await StatusAsync("/de/de"));
    }

    [Fact]
    public async Task A_published_change_is_seen_by_the_next_visitor()
    {
        await StatusAsync("/de/de");
        var step = _site.Published.Current.OfType("Step")[0];
        _site.Published.Show(_site.Published.Current.Publish(step.With("de", "Title", "Ganz neu")));

        Assert.Equal("sayno; fwd=miss; stored", await StatusAsync("/de/de"));
        Assert.Contains("Ganz neu", (await _site.PageAsync("/de/de")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_drops_nothing_that_was_not_made_of_it()
    {
        await StatusAsync("/about/de");
        using var before = await _site.GetAsync("/about/de");
        _site.Published.Show(_site.Published.Current.Publish(_site.Published.Current.OfType("Step")[0].With("de", "Title", "Ganz neu")));
        using var after = await _site.GetAsync("/about/de");

        Assert.Equal("sayno; hit", Status(after));
        Assert.Equal(before.Content.Headers.LastModified, after.Content.Headers.LastModified);
    }

    [Fact]
    public async Task An_unpublished_page_is_gone_at_once()
    {
        await StatusAsync("/de/de");
        _site.Published.Show(_site.Published.Current.Unpublish(_site.Published.Current.Country("DE")));

        using var answer = await _site.GetAsync("/de/de");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Unpublishing_a_part_makes_the_page_newer_not_older()
    {
        using var before = await _site.GetAsync("/de/de");
        var contact = _site.Published.Current.Contacts("DE", "hotline").First();
        var later = _site.Published.Current.With(9, _clock.Now.AddMinutes(1), new Dictionary<string, Content.Published.PublishedItem?> { [contact.Id] = null });
        _site.Published.Show(later);
        using var after = await _site.GetAsync("/de/de", ("If-Modified-Since", before.Content.Headers.LastModified!.Value.ToString("r")));

        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.True(after.Content.Headers.LastModified > before.Content.Headers.LastModified);
    }

    [Fact]
    public async Task Changed_settings_drop_everything()
    {
        await StatusAsync("/about/de");
        _site.Published.Show(_site.Published.Current.WithSetting(
            "SayNoCampaignSettings", new System.Text.Json.Nodes.JsonObject { ["ExitTargets"] = new System.Text.Json.Nodes.JsonArray("https://www.yr.no/") }));

        Assert.Equal("https://www.yr.no/", (await _site.PageAsync("/about/de")).QuerySelector(".sn-exit")!.GetAttribute("href"));
    }

    [Fact]
    public async Task What_a_page_does_not_know_in_a_query_makes_no_other_entry()
    {
        await StatusAsync("/de/de");

        Assert.Equal("sayno; hit", await StatusAsync("/de/de?utm_source=x"));
        Assert.Equal("sayno; hit", await StatusAsync("/de/de?"));
    }

    [Fact]
    public async Task A_page_that_time_changes_is_made_anew_in_time()
    {
        var contact = _site.Published.Current.Contacts("DE", "child-helpline").First();
        _site.Published.Show(_site.Published.Current.Publish(contact.With("CheckedOn", "2026-11-20")));
        await StatusAsync("/de/de");
        Assert.Equal("sayno; hit", await StatusAsync("/de/de"));

        _clock.Now = new(2027, 1, 18, 23, 0, 0, DateTimeKind.Utc);

        Assert.Equal("sayno; fwd=miss; stored", await StatusAsync("/de/de"));
    }

    [Fact]
    public async Task Many_who_ask_at_once_wait_for_one_page()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => _site.GetAsync("/gr/el")));

        Assert.Single(answers.Select(answer => answer.Headers.ETag!.Tag).Distinct());
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
    }

    [Fact]
    public async Task Room_is_made_when_the_cache_is_full()
    {
        var small = new SiteUnderTest(builder => builder.Configuration["SayNo:ResponseCache:MaximumBytes"] = "400000");
        await small.InitializeAsync();

        foreach (var item in small.Published.Current.OfType("CountryPage"))
        {
            using var answer = await small.GetAsync($"/{item.Slug}/{item.Locales.Keys.First()}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        using var last = await small.GetAsync($"/{small.Published.Current.OfType("CountryPage")[^1].Slug}/{small.Published.Current.OfType("CountryPage")[^1].Locales.Keys.First()}");
        Assert.Equal("sayno; hit", Status(last));
        await small.DisposeAsync();
    }

    [Fact]
    public async Task Without_the_cache_the_same_page_comes()
    {
        var bare = new SiteUnderTest(builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(_clock);
            builder.Configuration["SayNo:ResponseCache:Enabled"] = "false";
        });
        await bare.InitializeAsync();
        using var answer = await bare.GetAsync("/de/de");
        using var cached = await _site.GetAsync("/de/de");

        Assert.Equal("sayno; fwd=bypass", Status(answer));
        Assert.Equal(
            (await cached.Content.ReadAsStringAsync()).Replace(_site.Http.BaseAddress!.Authority, "", StringComparison.Ordinal),
            (await answer.Content.ReadAsStringAsync()).Replace(bare.Http.BaseAddress!.Authority, "", StringComparison.Ordinal));
        await bare.DisposeAsync();
    }

    [Fact]
    public async Task Public_pages_may_be_kept_by_everybody_and_shown_when_we_are_down()
    {
        using var answer = await _site.GetAsync("/de/de");

        Assert.Equal("public, max-age=60, stale-while-revalidate=600, stale-if-error=86400", answer.Headers.GetValues("Cache-Control").Single());
    }

    private async Task<string> StatusAsync(string path)
    {
        using var answer = await _site.GetAsync(path);

        return Status(answer);
    }

    private static string Status(HttpResponseMessage answer) => answer.Headers.GetValues("Cache-Status").Single();
}
