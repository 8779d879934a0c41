using SayNo.Content;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Web.Tests.Admin;

namespace SayNo.Web.Tests.Search;

/// <summary>What is published is found at once, and what is not is found by nobody.</summary>
public sealed class SearchFollowsTests : IAsyncLifetime
{
    private readonly SiteUnderTest _site = new();

    private Picture Picture
    {
        get => _site.Published.Public;
        set => _site.Published.Show(value);
    }

    public Task InitializeAsync() => _site.InitializeAsync();

    public Task DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_page_is_found_from_its_publishing_to_its_end_in_its_languages_only()
    {
        var page = Edits.New("Page", "EU", "zebra").With("de", "Title", "Zebrastreifen").With("de", "Body", "Ein **Zebra** steht dort.");
        Assert.Equal(0, await CountAsync("/search/de?q=zebra"));

        Picture = Picture.Publish(page);
        Assert.Equal(1, await CountAsync("/search/de?q=zebra"));
        Assert.Equal(0, await CountAsync("/search/fr?q=zebra"));

        Picture = Picture.Unpublish(page);
        Assert.Equal(0, await CountAsync("/search/de?q=zebra"));
    }

    [Fact]
    public async Task A_country_s_own_wording_is_found_there_and_nowhere_else()
    {
        var step = Picture.OfType("Step", "EU").First();
        var own = Edits.New("Step", "AT", "own") with { OverrideOf = step.Id, Neutral = null };
        Picture = Picture.Publish(own.With("de", "Title", "Zebra füttern"));

        var austria = await _site.PageAsync("/search/de?q=zebra&country=at");

        Assert.Equal("Zebra füttern", austria.QuerySelector("section[aria-labelledby=step] h3")!.TextContent);
        Assert.Equal("/at/de#do", austria.QuerySelector("section[aria-labelledby=step] a")!.GetAttribute("href"));
        Assert.Equal(0, await CountAsync("/search/de?q=zebra&country=de"));
        Assert.Equal(0, await CountAsync("/search/de?q=zebra"));
        Assert.Equal("Zebra füttern", await FirstStepAsync("/search/de?q=nudes&country=at"));
        Assert.StartsWith("Schick nichts mehr", await FirstStepAsync("/search/de?q=nudes&country=de"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_a_country_is_found_there_in_the_place_of_the_campaign_s()
    {
        Picture = Picture.Publish(Edits.New("Page", "AT", "safety").With("de", "Title", "Zebra-Sicherheit").With("de", "Body", "Nur hier."));

        var austria = await _site.PageAsync("/search/de?q=sicherheit&country=at");

        Assert.Equal(["/at/de/safety"], austria.QuerySelectorAll("section[aria-labelledby=page] h3 a[href$='/safety'], section[aria-labelledby=page] h3 a[href*='/safety/']")
            .Select(link => link.GetAttribute("href")));
        Assert.Equal(0, await CountAsync("/search/de?q=zebra&country=de"));
        Assert.NotNull((await _site.PageAsync("/search/de?q=datenschutz&country=de")).QuerySelector("section[aria-labelledby=page] a[href='/de/de/privacy']"));
    }

    [Fact]
    public async Task What_everybody_should_know_first_stands_above_the_search_too()
    {
        Picture = Picture.Publish(Edits.New("Alert", "AT", "down").With("de", "Title", "Die Leitung ist gestört"));

        Assert.Contains("gestört", (await _site.PageAsync("/search/de?q=polizei&country=at")).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("gestört", (await _site.PageAsync("/search/de?q=polizei&country=de")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_country_that_is_gone_is_gone_with_its_contacts()
    {
        Picture = Picture.Unpublish(Picture.Country("DE"));

        Assert.Equal(0, await CountAsync("/search/en?q=deutschland"));
        Assert.Equal(0, await CountAsync("/search/en?q=kummer"));
        Assert.Equal("/?lang=en", (await _site.PageAsync("/search/en?q=film&country=de")).QuerySelector(".sn-brand")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_draft_is_found_by_nobody_until_it_is_published(DatabaseKind kind)
    {
        await using var site = await AdminSite.StartAsync(kind);
        using var visitor = site.Open();
        var step = await site.ReadAsync(db => Task.FromResult(db.Items.First(item => item.Type == "Step" && item.Scope == "EU").Id));
        await site.WithAsync<ContentDrafts, object>(async drafts => await drafts.SaveAsync(
            new() { ItemId = step, Locale = "fi", Values = ContentValues.Parse("""{ "Title": "Seepra", "Summary": "S", "Body": "B" }"""), BasedOn = await BasisAsync(site, step) }, Editor.System, default));
        await site.CatchUpAsync();
        Assert.DoesNotContain("Seepra", (await visitor.GetPageAsync("/search/fi?q=seepra")).Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        await site.WithAsync<ContentPublisher, object>(async publisher => await publisher.PublishAsync(step, "fi", Editor.System, default));
        await site.CatchUpAsync();

        Assert.Equal("Seepra", (await visitor.GetPageAsync("/search/fi?q=seepra")).Page.QuerySelector("section[aria-labelledby=step] mark")!.TextContent);
    }

    private static Task<string?> BasisAsync(AdminSite site, string item) => site.ReadAsync(db => Task.FromResult(
        db.Variants.Where(one => one.ItemId == item && one.Locale == "fi").Select(one => one.DraftId ?? one.PublishedId).SingleOrDefault()));

    private async Task<string> FirstStepAsync(string path) => (await _site.PageAsync(path)).QuerySelector("section[aria-labelledby=step] h3")!.TextContent;

    private async Task<int> CountAsync(string path) => (await _site.PageAsync(path)).QuerySelectorAll("main section > ul > li").Length;
}
