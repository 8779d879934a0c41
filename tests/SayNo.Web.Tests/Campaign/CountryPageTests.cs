using System.Net;

namespace SayNo.Web.Tests.Campaign;

public sealed class CountryPageTests(SiteUnderTest site) : IClassFixture<SiteUnderTest>
{
    [Fact]
    public async Task Every_country_answers_in_each_of_its_languages()
    {
        foreach (var item in RecipePicture.Campaign.OfType("CountryPage"))
        {
            foreach (var locale in item.Locales.Keys)
            {
                using var page = await site.GetAsync($"/{item.Slug}/{locale}");
                Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            }
        }
    }
}
