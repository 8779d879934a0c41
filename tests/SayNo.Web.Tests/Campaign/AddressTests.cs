using System.Net;

namespace SayNo.Web.Tests.Campaign;

public sealed class AddressTests(SiteUnderTest site) : IClassFixture<SiteUnderTest>
{
    [Theory]
    [InlineData("/be", "fr-FR,nl;q=0.5", "/be/fr")]
    [InlineData("/be", "ja", "/be/nl")]
    [InlineData("/be", "garbage;;;", "/be/nl")]
    [InlineData("/ME", "sr", "/me/sr")]
    [InlineData("/rs", "", "/rs/sr")]
    [InlineData("/de", "ar-SY,ar;q=0.9,de;q=0.5", "/de/ar")]
    [InlineData("/about", "el", "/about/el")]
    [InlineData("/Privacy", "ja", "/privacy/en")]
    [InlineData("/partners", "sr-Latn-RS", "/partners/sr-Latn")]
    public async Task An_address_without_language_leads_to_the_best_one_for_this_visitor(string path, string accepted, string target)
    {
        using var answer = await site.GetAsync(path, ("Accept-Language", accepted));

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(target, answer.Headers.Location!.OriginalString);
        Assert.Equal("Accept-Language", answer.Headers.Vary.Single());
        Assert.True(answer.Headers.CacheControl!.Private);
    }

    [Theory]
    [InlineData("/DE/de", "/de/de")]
    [InlineData("/rs/SR-latn", "/rs/sr-Latn")]
    [InlineData("/de/de/", "/de/de")]
    [InlineData("/DE/DE/Film", "/de/de/film")]
    [InlineData("/About/DE", "/about/de")]
    [InlineData("/partners/BG", "/partners/bg")]
    public async Task Another_spelling_leads_to_the_one_address_for_good(string path, string target)
    {
        using var answer = await site.GetAsync(path);

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal(target, answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Every_page_of_text_answers_in_every_language()
    {
        foreach (var locale in RecipePicture.Campaign.Locales.Supported)
        {
            foreach (var slug in new[] { "about", "privacy", "safety", "accessibility", "partners" })
            {
                using var answer = await site.GetAsync($"/{slug}/{locale}");
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                Assert.Equal(locale, answer.Content.Headers.ContentLanguage.Single());
            }
        }
    }

    [Fact]
    public async Task Every_link_within_the_site_leads_somewhere()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { "/?lang=de" };
        var open = new Queue<string>(seen);

        while (open.TryDequeue(out var path))
        {
            var page = await site.PageAsync(path);

            foreach (var link in page.QuerySelectorAll("a[href^='/'], link[href^='/']").Select(link => link.GetAttribute("href")!).Where(link => IsGerman(link) && seen.Add(link)))
            {
                using var answer = await site.GetAsync(link);
                Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path} links to {link}");
                open.Enqueue(link);
            }
        }

        Assert.True(seen.Count > 10);
    }

    [Fact]
    public async Task Privacy_leads_to_the_safety_page_in_the_same_language() =>
        Assert.NotNull((await site.PageAsync("/privacy/bg")).QuerySelector("main a[href='/safety/bg']"));

    // All languages are alike; one of them is enough, with the pages that it links to in others.
    private static bool IsGerman(string link) => link.EndsWith("/de", StringComparison.Ordinal) || link.EndsWith("=de", StringComparison.Ordinal) || !link.Contains("lang=", StringComparison.Ordinal) && link.Length < 7;
}
