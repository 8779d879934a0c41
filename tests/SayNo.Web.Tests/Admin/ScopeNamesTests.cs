using SayNo.Web.Admin;

namespace SayNo.Web.Tests.Admin;

public sealed class ScopeNamesTests
{
    [Theory]
    [InlineData("en", "DE", "Germany")]
    [InlineData("de", "DE", "Deutschland")]
    [InlineData("fr", "DE", "Allemagne")]
    [InlineData("de", "AT", "Österreich")]
    [InlineData("fr", "BE", "Belgique")]
    [InlineData("de", "CH", "Schweiz")]
    [InlineData("en", "GB", "United Kingdom")]
    [InlineData("en", "MK", "North Macedonia")]
    [InlineData("en", "XK", "Kosovo*")]
    [InlineData("en", "MM", "Myanmar [Burma]")]
    [InlineData("en", "QQ", "QQ")]
    public void A_country_has_its_name_in_the_readers_language(string reader, string scope, string name) =>
        Assert.Equal(name, ScopeNames.Country(scope, reader));
}
