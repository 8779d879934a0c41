using System.Net;
using AngleSharp.Dom;
using SayNo.Testing;
using SayNo.Web.Localization;

namespace SayNo.Web.Tests.Site;

/// <summary>The language switch stands in one place, names each language in itself, and nobody else chooses for the visitor (R19).</summary>
[Collection(OnTheSite.Name)]
public sealed class LanguageSwitchTests(CrawledSite site)
{
    [Fact]
    public void R19_each_link_of_the_switch_names_its_language_in_itself_and_leads_to_the_page_in_it() => site.EveryPage(page =>
        Switch(page).Where(link => link.GetAttribute("hreflang") is var language
                && (language is null || link.GetAttribute("lang") != language || link.TextContent.Trim() != LocaleNames.Native(language)
                    || site.Answers[link.GetAttribute("href")!].Document?.DocumentElement.GetAttribute("lang") != language))
            .Select(link => link.OuterHtml));

    [Fact]
    public void R19_the_marked_link_is_the_page_itself_and_the_only_one() => site.EveryPage(page =>
    {
        var current = Switch(page).Where(link => link.GetAttribute("aria-current") == "page").Select(link => link.GetAttribute("hreflang")).ToList();
        var language = page.Html.DocumentElement.GetAttribute("lang");

        return Switch(page).Count == 0 || current is [var one] && one == language ? [] : [$"marked is {string.Join(", ", current)} on a page in {language}"];
    });

    [Fact]
    public void R19_the_switch_stands_at_the_same_place_of_every_page_between_the_way_out_and_the_text() => site.EveryPage(page =>
        page.Html.QuerySelectorAll("nav:has(a[aria-current][hreflang])")
            .Where(place => place.NextElementSibling?.LocalName != "main" || place.PreviousElementSibling?.LocalName != "header")
            .Select(place => $"after {place.PreviousElementSibling?.LocalName}, before {place.NextElementSibling?.LocalName}"));

    [Fact]
    public void R19_every_page_that_exists_in_several_languages_has_the_switch()
    {
        var inSeveral = CampaignPages.Countries.GroupBy(address => address.Country).Where(country => country.Count() > 1).SelectMany(country => country)
            .SelectMany(address => new[] { address.Path, address.FilmPath }).Append("/").Append("/safety/en").Append("/partners/ar");

        Assert.DoesNotContain(inSeveral, path => Switch(site.Answers[path]).Count < 2);
    }

    [Theory]
    [InlineData("/de/de", "ar")]
    [InlineData("/se/ar", "sv-SE, sv;q=0.9")]
    [InlineData("/be/fr", "nl-BE")]
    [InlineData("/be/fr/film", "nl-BE")]
    [InlineData("/safety/mt", "uk")]
    [InlineData("/partners/el", "fr")]
    [InlineData("/?lang=bg", "de-DE")]
    public async Task R19_an_address_with_a_language_stays_in_it_whatever_the_browser_asks_for(string path, string accepted)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Accept-Language", accepted);
        using var answer = await site.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(site.Answers[path].Html.DocumentElement.GetAttribute("lang"), answer.Content.Headers.ContentLanguage.Single());
    }

    private static IReadOnlyList<IElement> Switch(CrawledPage page) => [.. page.Html.QuerySelectorAll("body > nav a[hreflang]")];
}
