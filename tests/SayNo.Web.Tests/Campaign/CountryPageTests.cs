using AngleSharp.Dom;
using SayNo.Campaign.Contacts;
using SayNo.Testing;

namespace SayNo.Web.Tests.Campaign;

public sealed class CountryPageTests(SiteUnderTest site) : IClassFixture<SiteUnderTest>
{
    private const int MostBytesOnTheWire = 14_000;

    public static TheoryData<string> Pages =>
        [.. RecipePicture.Campaign.OfType("CountryPage").SelectMany(item => item.Locales.Keys.Select(locale => $"/{item.Slug}/{locale}"))];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_page_fits_into_the_first_packets_and_holds_what_a_child_needs(string path)
    {
        var wire = await Wire.GetAsync(site.Http.BaseAddress!, path, default);
        var page = await site.PageAsync(path);

        Assert.Equal(200, wire.Status);
        Assert.Equal("br", wire.Header("Content-Encoding"));
        Assert.InRange(wire.Bytes, 1, MostBytesOnTheWire);
        Assert.Equal(path.Split('/')[2], page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(5, page.QuerySelectorAll(".sn-steps > li").Length);
        Assert.NotEmpty(page.QuerySelectorAll(".sn-contacts a[href^='tel:'], .sn-contacts a[href^='https:']"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.NotNull(page.QuerySelector(".sn-danger a[href^='tel:']"));
        Assert.NotNull(page.QuerySelector(".sn-hero a[href^='tel:']"));
        Assert.NotNull(page.QuerySelector(".sn-unreviewed"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_way_out_is_the_first_thing_that_can_be_reached(string path)
    {
        var page = await site.PageAsync(path);
        var first = page.QuerySelector("a, button, input, select, summary")!;

        Assert.Equal("sn-exit", first.ClassName);
        Assert.Equal("https://www.wikipedia.org/", first.GetAttribute("href"));
        Assert.Equal(["nofollow", "noopener", "noreferrer"], first.GetAttribute("rel")!.Split(' ').Order());
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_link_to_elsewhere_sends_no_referrer_and_nothing_is_loaded_from_there(string path)
    {
        var page = await site.PageAsync(path);

        Assert.All(page.QuerySelectorAll("a[href^='http']"), link => Assert.Contains("noreferrer", link.GetAttribute("rel"), StringComparison.Ordinal));
        Assert.Empty(page.QuerySelectorAll("[src^='http'], [src^='//'], link[href^='http']:not([rel=canonical]), form[action^='http']"));
        Assert.All(page.QuerySelectorAll("a[href^='tel:'] bdi"), number => Assert.Equal("ltr", number.GetAttribute("dir")));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_title_says_nothing_of_the_subject(string path)
    {
        var title = (await site.PageAsync(path)).Title!;

        Assert.NotEmpty(title);
        Assert.DoesNotContain("sext", title, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("seks", title, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_first_words_take_the_blame_away_and_the_first_deed_and_number_follow()
    {
        var hero = (await site.PageAsync("/de/de")).QuerySelector(".sn-hero")!;

        Assert.Equal("Du kannst genau hier aufhören. Es ist nicht deine Schuld.", hero.QuerySelector("h1")!.TextContent);
        Assert.Equal("Schick nichts mehr. Zahl nichts.", hero.QuerySelector(".sn-first")!.TextContent);
        Assert.Equal("tel:116111", hero.QuerySelector("a.sn-button")!.GetAttribute("href"));
        Assert.Equal("116 111", hero.QuerySelector("a.sn-button bdi")!.TextContent);
    }

    [Theory]
    [InlineData("/ba/bs", "122")]
    [InlineData("/gb/en", "999")]
    [InlineData("/rs/sr", "192")]
    [InlineData("/ua/uk", "102")]
    [InlineData("/de/de", "112")]
    public async Task The_emergency_number_is_the_country_s_own(string path, string number) =>
        Assert.Equal($"tel:{number}", (await site.PageAsync(path)).QuerySelector(".sn-danger a")!.GetAttribute("href"));

    [Theory]
    [InlineData("/be/nl", "tel:116000")]
    [InlineData("/gr/el", "tel:1056")]
    public async Task The_first_number_is_one_that_answers_at_any_hour_in_the_page_s_language(string path, string number) =>
        Assert.Equal(number, (await site.PageAsync(path)).QuerySelector(".sn-hero a.sn-button")!.GetAttribute("href"));

    [Fact]
    public async Task Contacts_come_by_kind_and_those_who_speak_the_language_come_first()
    {
        var page = await site.PageAsync("/be/nl");
        var french = await site.PageAsync("/be/fr");

        Assert.Equal(
            ["Meld het bij de politie", "Praat met iemand", "Verboden beelden melden", "Vermiste kinderen", "Beelden laten verwijderen"],
            page.QuerySelectorAll(".sn-kind h3").Select(heading => heading.TextContent));
        Assert.Equal(["116000", "102", "103"], Helplines(page));
        Assert.Equal(["116000", "103", "102"], Helplines(french));
    }

    [Fact]
    public async Task The_removal_of_pictures_forks_by_age_in_every_country()
    {
        var page = await site.PageAsync("/gb/en");
        var removal = page.QuerySelectorAll(".sn-kind")[^1];

        Assert.Equal(
            ["The picture was taken when you were under 18", "The picture was taken when you were 18 or older"],
            removal.QuerySelectorAll("h4").Select(heading => heading.TextContent));
        Assert.Equal(
            ["Report Remove (Childline and IWF)", "Take It Down (NCMEC)", "StopNCII.org"],
            removal.QuerySelectorAll(".sn-who").Select(name => name.TextContent));
        Assert.Empty(page.QuerySelectorAll("main input"));
    }

    [Fact]
    public async Task A_page_whose_contacts_nobody_has_checked_says_so_once()
    {
        var help = (await site.PageAsync("/gb/en")).QuerySelector(".sn-help")!;

        Assert.Equal("The national team has not checked these entries yet.", help.QuerySelector(":scope > .sn-checked")!.TextContent);
        Assert.DoesNotContain("has not checked this entry", help.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task R15_no_shipped_contact_claims_to_have_been_checked(string path)
    {
        var page = await site.PageAsync(path);

        Assert.Single(page.QuerySelectorAll(".sn-help > .sn-checked"));
        Assert.All(RecipePicture.Campaign.OfType("CountryContact"), contact => Assert.Null(contact.Neutral!.Values["CheckedOn"]));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_contact_says_where_it_comes_from(string path) =>
        Assert.All((await site.PageAsync(path)).QuerySelectorAll(".sn-contacts .sn-checked"), line => Assert.NotNull(line.QuerySelector("a[href^='https://']")));

    [Fact]
    public async Task A_text_in_another_language_is_marked_for_eyes_and_ears()
    {
        var note = (await site.PageAsync("/de/de")).QuerySelector(".sn-contacts details")!;

        Assert.Equal("Bisher nur in dieser Sprache: Englisch", note.QuerySelector("summary")!.TextContent);
        Assert.Equal("en", note.QuerySelector("p")!.GetAttribute("lang"));
    }

    [Fact]
    public async Task Languages_are_links_in_their_own_names()
    {
        var languages = (await site.PageAsync("/be/nl")).QuerySelectorAll(".sn-languages a");

        Assert.Equal(["Nederlands", "Français", "Deutsch"], languages.Select(link => link.TextContent));
        Assert.Equal(["nl", "fr", "de"], languages.Select(link => link.GetAttribute("lang")));
        Assert.Equal(["/be/nl", "/be/fr", "/be/de"], languages.Select(link => link.GetAttribute("href")));
        Assert.Equal("page", Assert.Single(languages, link => link.HasAttribute("aria-current")).GetAttribute("aria-current"));
    }

    [Fact]
    public async Task The_name_of_Kosovo_comes_with_its_note() =>
        Assert.Contains("1244", (await site.PageAsync("/xk/sq")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

    [Theory]
    [InlineData("/de/de", false)]
    [InlineData("/lu/fr", false)]
    [InlineData("/se/sv", true)]
    [InlineData("/al/sq", true)]
    public async Task A_film_in_another_language_says_so(string path, bool saysSo) =>
        Assert.Equal(saysSo, (await site.PageAsync(path + "/film")).QuerySelectorAll(".sn-only").Length == 1);

    [Theory]
    [InlineData("/bg/bg", "Още нямаме адреса на този филм.")]
    [InlineData("/de/de", null)]
    public async Task A_film_whose_address_nobody_knows_says_so_and_has_no_player(string path, string? sentence)
    {
        var page = await site.PageAsync(path + "/film");

        Assert.Empty(page.QuerySelectorAll("video"));
        Assert.Contains(sentence ?? "Wir haben die Adresse dieses Films noch nicht.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await site.PageAsync(path)).QuerySelectorAll(".sn-film a"));
    }

    [Theory]
    [InlineData("116111", "116 111")]
    [InlineData("1056", "1056")]
    [InlineData("+302106007686", "+30 210 600 7686")]
    [InlineData("+38640123456", "+386 401 234 56")]
    [InlineData("08001111", "0800 1111")]
    [InlineData("08002255530", "0800 225 5530")]
    public void A_number_is_written_in_small_groups(string number, string text) => Assert.Equal(text, PhoneText.Of(number));

    [Theory]
    [InlineData("Mo-Fr 08:00-22:00", "en", "Mon–Fri 08:00–22:00")]
    [InlineData("Mo,We,Fr 09:00-14:00; Tu,Th 15:00-20:00", "de", "Mo, Mi, Fr 09:00–14:00; Di, Do 15:00–20:00")]
    [InlineData("Mo-Su 12:00-20:00", "de", "Mo–So 12:00–20:00")]
    [InlineData("whenever", "de", "whenever")]
    [InlineData("Mo,We,Fr 09:00-14:00", "ar", "الاثنين، الأربعاء، الجمعة 09:00–14:00")]
    public void Opening_hours_name_the_days_in_the_language(string hours, string locale, string text) =>
        Assert.Equal(text, OpeningHoursText.Of(hours, System.Globalization.CultureInfo.GetCultureInfo(locale)));

    private static IEnumerable<string> Helplines(IDocument page) => page.QuerySelectorAll(".sn-kind")[1]
        .QuerySelectorAll("a[href^='tel:']").Select(link => link.GetAttribute("href")!["tel:".Length..]);
}
