using SayNo.Content.Published;

namespace SayNo.Web.Tests.Campaign;

/// <summary>R14 on the page: "open now" stands where hours are data, holds to the minute, and never over an exception in words.</summary>
public sealed class OpenNowTests : TestAtAnHour
{
    private const string Helpline = "116111";

    [Fact]
    public async Task R14_a_helpline_says_that_it_is_open_and_turns_to_the_minute()
    {
        // Wednesday 25 November; the line takes calls from 14:00 to 20:00 in Berlin.
        Clock.Now = new(2026, 11, 25, 18, 59, 59, DateTimeKind.Utc);
        Assert.Equal(("sn-open", "20:00"), await StateAsync());
        Clock.Now = new(2026, 11, 25, 19, 0, 0, DateTimeKind.Utc);
        Assert.Equal(("sn-shut", "Do 14:00"), await StateAsync());
        Clock.Now = new(2026, 11, 26, 12, 59, 59, DateTimeKind.Utc);
        Assert.Equal(("sn-shut", "Do 14:00"), await StateAsync());
        Clock.Now = new(2026, 11, 26, 13, 0, 0, DateTimeKind.Utc);
        Assert.Equal(("sn-open", "20:00"), await StateAsync());
    }

    [Fact]
    public async Task R14_what_is_said_of_the_hour_names_its_end_so_that_a_page_read_later_takes_it_back()
    {
        Clock.Now = new(2026, 11, 25, 18, 59, 59, DateTimeKind.Utc);
        var page = await Site.PageAsync("/de/de");

        Assert.All(page.QuerySelectorAll(".sn-open, .sn-shut"), state => Assert.NotNull(state.Closest("[data-until]")));
        Assert.Equal(
            $"{new DateTimeOffset(2026, 11, 25, 19, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds()}",
            page.QuerySelector($".sn-contacts > li:has(a[href='tel:{Helpline}']) [data-until]")!.GetAttribute("data-until"));
    }

    [Theory]
    [InlineData(58, 2, "public, max-age=60, stale-while-revalidate=60, stale-if-error=86400")]
    [InlineData(59, 30, "public, max-age=30, stale-while-revalidate=0, stale-if-error=86400")]
    [InlineData(40, 0, "public, max-age=60, stale-while-revalidate=600, stale-if-error=86400")]
    public async Task Nobody_keeps_a_page_beyond_the_hour_that_it_speaks_of(int minute, int second, string expected)
    {
        Clock.Now = new(2026, 11, 25, 18, minute, second == 2 ? 0 : second, DateTimeKind.Utc);

        using var answer = await Site.GetAsync("/de/de");

        Assert.Equal(expected, answer.Headers.GetValues("Cache-Control").Single());
    }

    [Fact]
    public async Task R14_hours_with_an_exception_in_words_claim_nothing()
    {
        var contact = Contact();
        Picture = Picture.Publish(contact.With("de", "HoursNote", "Nicht an Feiertagen."));

        Assert.Null(await StateAsync());
    }

    [Fact]
    public async Task R14_hours_that_were_checked_too_long_ago_claim_nothing()
    {
        Picture = Picture.Publish(Contact().With("CheckedOn", "2026-01-01"));

        Assert.Null(await StateAsync());
    }

    [Fact]
    public async Task R13_who_answers_now_is_the_one_tap_before_who_does_not()
    {
        Assert.Equal("tel:116111", await FirstAsync());
        Clock.Now = new(2026, 11, 27, 9, 0, 0, DateTimeKind.Utc);
        Assert.Equal("tel:08002255530", await FirstAsync());
    }

    private PublishedItem Contact() => Picture.Contacts("DE", "child-helpline").Single(item => item.Neutral!.Values["Phone"]!.Value.GetString() == Helpline);

    private async Task<string?> FirstAsync() => (await Site.PageAsync("/de/de")).QuerySelector(".sn-hero a.sn-button")!.GetAttribute("href");

    private async Task<(string? Class, string Turn)?> StateAsync()
    {
        var card = (await Site.PageAsync("/de/de")).QuerySelectorAll(".sn-contacts > li").First(item => item.QuerySelector($"a[href='tel:{Helpline}']") is not null);

        return card.QuerySelector(".sn-open, .sn-shut") is { } state ? (state.ClassName, state.QuerySelector("bdi")!.TextContent) : null;
    }
}
