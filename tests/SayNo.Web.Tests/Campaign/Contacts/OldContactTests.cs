using System.Globalization;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using SayNo.Campaign.Countries;
using SayNo.Content.Published;

namespace SayNo.Web.Tests.Campaign.Contacts;

/// <summary>Rule 6 on the public page: how old a check is shows, and an old contact comes last and never alone.</summary>
public sealed class OldContactTests : TestAtAnHour
{
    private const string LongAgo = "2026-01-01";

    [Fact]
    public async Task R15_a_contact_says_when_it_was_checked_and_turns_amber_and_red_by_the_passing_of_time_alone()
    {
        var contact = Helplines[0];
        Check("2026-11-20", contact);
        Assert.Equal(("sn-checked", "Geprüft am 20. November 2026"), await CheckedAsync(contact));

        Clock.Now = new(2027, 1, 18, 22, 59, 59, DateTimeKind.Utc);
        Assert.Equal("sn-checked", (await CheckedAsync(contact)).Class);
        Clock.Now = new(2027, 1, 18, 23, 0, 0, DateTimeKind.Utc);
        Assert.Equal("sn-checked sn-old", (await CheckedAsync(contact)).Class);
        Clock.Now = new(2027, 2, 17, 22, 59, 59, DateTimeKind.Utc);
        Assert.Equal(Name(contact), Names((await KindsAsync())[1])[0]);
        Clock.Now = new(2027, 2, 17, 23, 0, 0, DateTimeKind.Utc);
        Assert.Equal(Name(contact), Names((await KindsAsync())[1])[^1]);
    }

    [Fact]
    public async Task A_red_contact_comes_after_the_others_of_its_kind()
    {
        Check(LongAgo, Helplines[0]);

        var names = Names((await KindsAsync())[1]);

        Assert.Equal(Helplines.Count, names.Count);
        Assert.Equal(Name(Helplines[0]), names[^1]);
    }

    [Fact]
    public async Task A_page_that_was_checked_in_part_says_of_each_other_contact_that_nobody_has()
    {
        Check("2026-11-20", Helplines[0]);

        var help = (await Site.PageAsync("/de/de")).QuerySelector(".sn-help")!;

        Assert.Null(help.QuerySelector(":scope > .sn-checked"));
        Assert.Equal(
            help.QuerySelectorAll(".sn-contacts > li").Length - 1,
            help.QuerySelectorAll(".sn-checked").Count(line => line.TextContent.Contains("hat diesen Eintrag noch nicht geprüft", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Red_police_contacts_stand_behind_the_emergency_number_and_the_helpline_under_one_heading()
    {
        Check(LongAgo, [Helplines[0], .. Picture.Contacts("DE", "police-report")]);

        var kinds = await KindsAsync();

        Assert.Equal(["Der Polizei melden", "Mit jemandem reden"], kinds.Take(2).Select(kind => kind.QuerySelector("h3")!.TextContent));
        Assert.Equal("tel:112", kinds[0].QuerySelector("li a")!.GetAttribute("href"));
        Assert.Equal(Name(Helplines[1]), Names(kinds[0])[0]);
        Assert.Equal("tel:110", kinds[0].QuerySelectorAll("li")[2].QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task When_every_helpline_is_red_the_emergency_number_goes_first_and_none_of_them_stands_in_for_others()
    {
        Check(LongAgo, [.. Helplines, .. Picture.Contacts("DE", "police-report")]);

        var kinds = await KindsAsync();

        Assert.All(kinds.Take(2), kind => Assert.Equal("tel:112", kind.QuerySelector("li a")!.GetAttribute("href")));
        Assert.Equal(Picture.Contacts("DE", "police-report").Count(), Names(kinds[0]).Count);
        Assert.Equal(Helplines.Count, Names(kinds[1]).Count);
        Assert.Equal("tel:112", (await Site.PageAsync("/de/de")).QuerySelector(".sn-hero .sn-danger a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("hotline")]
    [InlineData("missing-children")]
    [InlineData("image-removal")]
    public async Task A_kind_of_which_all_are_red_is_never_alone(string kind)
    {
        Check(LongAgo, [.. Picture.Contacts("DE", kind), .. Picture.Contacts("EU", kind)]);

        var lists = (await Site.PageAsync("/de/de")).QuerySelectorAll(".sn-contacts").Where(list => list.QuerySelector(".sn-old") is not null).ToList();

        Assert.NotEmpty(lists);
        Assert.All(lists, list =>
        {
            Assert.Equal("tel:112", list.QuerySelector("li a")!.GetAttribute("href"));
            Assert.Equal("tel:116111", list.QuerySelectorAll("li")[1].QuerySelector("a")!.GetAttribute("href"));
        });
    }

    [Fact]
    public void Every_country_s_view_holds_the_rule_whatever_is_red()
    {
        Check(LongAgo, [.. Picture.OfType("CountryContact")]);
        var views = Site.Services.GetRequiredService<CountryViews>();

        foreach (var country in Picture.OfType("CountryPage"))
        {
            var view = views.Find(Picture, country.Scope, country.Locales.Keys.First())!;

            Assert.True(view.NeedsFallbackForPolice);
            Assert.All(view.Contacts.SelectMany(group => group.Lists), list => Assert.True(list.NeedsFallback));
            Assert.Null(view.HelplineToFallBackOn);
            Assert.NotNull(view.Country.EmergencyNumber);
        }
    }

    [Theory]
    [InlineData("FI", "2027-01-21T21:59:59Z", "2027-01-21T22:00:00Z")]
    [InlineData("PT", "2027-01-21T23:59:59Z", "2027-01-22T00:00:00Z")]
    public async Task A_page_and_the_list_of_contacts_are_valid_until_the_countrys_midnight(string country, string before, string midnight)
    {
        var locale = country.ToLowerInvariant();
        var (page, list) = ($"/{locale}/{locale}", $"/api/v1/contacts?country={country}&locale={locale}");
        Check("2026-11-23", [.. Picture.OfType("CountryContact", country)]);

        Clock.Now = Moment(before);
        var young = await Site.PageAsync(page);
        var youngList = await ReadAsync(list);
        Assert.Equal(Moment(midnight), Site.Services.GetRequiredService<CountryViews>().Find(Picture, country, locale)!.ValidUntil);
        Clock.Now = Moment(midnight);
        var old = await Site.PageAsync(page);
        var oldList = await ReadAsync(list);

        Assert.Empty(young.QuerySelectorAll(".sn-old"));
        Assert.NotEmpty(old.QuerySelectorAll(".sn-old"));
        Assert.DoesNotContain("\"freshness\":\"amber\"", youngList, StringComparison.Ordinal);
        Assert.Contains("\"freshness\":\"amber\"", oldList, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("0001-01-01")]
    public void A_date_at_the_end_of_all_days_breaks_no_page(string day)
    {
        var contact = Picture.OfType("CountryContact", "FI").First();
        var picture = Picture.Publish(contact.With("CheckedOn", day));

        Assert.NotNull(Site.Services.GetRequiredService<CountryViews>().Find(picture, "FI", "fi"));
    }

    private static IReadOnlyList<PublishedItem> Helplines => [.. RecipePicture.Campaign.Contacts("DE", "child-helpline")];

    private void Check(string day, params PublishedItem[] contacts) => Picture = Picture.Publish([.. contacts.Select(contact => contact.With("CheckedOn", day))]);

    private async Task<IReadOnlyList<IElement>> KindsAsync() => [.. (await Site.PageAsync("/de/de")).QuerySelectorAll(".sn-kind")];

    private static List<string> Names(IElement kind) => [.. kind.QuerySelectorAll(".sn-who").Select(name => name.TextContent)];

    private static string Name(PublishedItem contact) => contact.Neutral!.Values["Organisation"]!.Value.GetString()!;

    private async Task<(string? Class, string Text)> CheckedAsync(PublishedItem contact)
    {
        var card = (await KindsAsync())[1].QuerySelectorAll("li").Single(item => item.QuerySelector(".sn-who")?.TextContent == Name(contact));
        var line = card.QuerySelector(".sn-checked")!;

        return (line.ClassName, line.TextContent.Split("Quelle")[0].Trim());
    }

    private Task<string> ReadAsync(string path) => Site.Http.GetStringAsync(new Uri(path, UriKind.Relative));

    private static DateTime Moment(string text) =>
        DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
}
