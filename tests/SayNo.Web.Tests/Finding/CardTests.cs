using System.Buffers.Binary;
using System.Net;
using System.Text.Json;
using SayNo.Testing;
using SayNo.Web.Finding;

namespace SayNo.Web.Tests.Finding;

/// <summary>The pictures that chats show beside a link to the site.</summary>
public sealed class CardTests(SiteUnderTest site) : IClassFixture<SiteUnderTest>
{
    private const int MostBytes = 15_000;

    private static readonly string Folder = Repository.Path("themes/SayNo.Theme/Cards");

    [Fact]
    public void Every_page_of_the_campaign_has_a_card_that_says_what_the_page_says_today()
    {
        var drawn = JsonSerializer.Deserialize<Dictionary<string, string[]>>(File.ReadAllText(Path.Combine(Folder, Cards.Index)))!;
        var wrong = CampaignCards.Texts.Where(card => !drawn.TryGetValue(card.Key, out var texts) || !texts.SequenceEqual(card.Value)).Select(card => card.Key)
            .Concat(drawn.Keys.Except(CampaignCards.Texts.Keys))
            .Concat(CampaignCards.Texts.Keys.Where(name => !File.Exists(Path.Combine(Folder, $"{name}.png")))).ToList();

        Assert.True(wrong.Count == 0, $"Run `dotnet run scripts/cards.cs`: these cards are missing or say something else now: {string.Join(", ", wrong)}");
    }

    [Fact]
    public async Task Every_card_is_served_in_the_size_that_pages_name_and_light()
    {
        foreach (var name in CampaignCards.Texts.Keys)
        {
            using var answer = await site.GetAsync($"/cards/{name}.png");
            var png = await answer.Content.ReadAsByteArrayAsync();

            Assert.Equal("image/png", answer.Content.Headers.ContentType!.MediaType);
            Assert.Equal((Cards.Width, Cards.Height), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))));
            Assert.InRange(png.Length, 1, MostBytes);
        }
    }

    [Fact]
    public async Task A_chat_may_keep_a_card_for_a_day_and_show_it_on_its_own_site()
    {
        using var card = await site.GetAsync("/cards/at-de.png");
        using var again = await site.GetAsync("/cards/at-de.png", ("If-None-Match", card.Headers.ETag!.Tag));

        Assert.Equal(TimeSpan.FromDays(1), card.Headers.CacheControl!.MaxAge);
        Assert.Equal("cross-origin", card.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Theory]
    [InlineData("/cards/zz-de.png")]
    [InlineData("/cards/index.png")]
    [InlineData("/cards/..%2Findex.json")]
    [InlineData("/cards/index.json")]
    public async Task There_are_no_other_files(string path)
    {
        using var answer = await site.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_country_that_calls_itself_otherwise_today_is_shown_by_the_card_of_its_language()
    {
        var before = site.Published.Public;
        site.Published.Show(before.Publish(before.Country("AT").With("de", "Name", "Oesterreich")));

        var card = (await site.PageAsync("/at/de")).QuerySelector("meta[property='og:image']")!.GetAttribute("content")!;

        Assert.EndsWith("/cards/de.png", card, StringComparison.Ordinal);
        site.Published.Show(before);
    }
}
