using System.Text.RegularExpressions;
using SayNo.Testing;

namespace SayNo.Web.Tests.ContentApi;

/// <summary>docs/api.md must not promise what the API does not have.</summary>
[Collection(ApiReaders.Name)]
public sealed partial class PartnerGuideTests(ApiSite site)
{
    private const int MostLines = 10;

    private static readonly string Guide = Repository.Read("docs/api.md");

    [Fact]
    public async Task Every_address_in_the_guide_answers()
    {
        var addresses = Address().Matches(Guide).Select(match => match.Value).Distinct().ToList();

        Assert.Contains("/api/v1/countries/DE/de", addresses);

        foreach (var address in addresses)
        {
            using var response = await site.GetAsync(address);
            Assert.True(address.EndsWith("=xx", StringComparison.Ordinal) ? (int)response.StatusCode == 400 : response.IsSuccessStatusCode, $"{address}: {response.StatusCode}");
        }
    }

    [Fact]
    public void Every_example_is_short()
    {
        var examples = Example().Matches(Guide).Select(match => match.Groups["code"].Value.Trim().Split('\n')).ToList();

        Assert.True(examples.Count >= 5);
        Assert.All(examples, lines => Assert.InRange(lines.Length, 1, MostLines));
    }

    [Fact]
    public async Task The_members_that_the_examples_read_are_there()
    {
        var data = (await site.ReadAsync("/api/v1/countries/DE/de"))["data"]!;

        Assert.NotNull(data["steps"]![0]!["values"]!["title"]);
        Assert.NotNull(data["contacts"]![0]!["contacts"]![0]!["values"]!["organisation"]);
        Assert.All(
            data["contacts"]!.AsArray().SelectMany(group => group!["contacts"]!.AsArray()),
            contact => Assert.NotNull(contact!["values"]!["phone"] ?? contact["values"]!["website"]?["url"]));
    }

    [GeneratedRegex(@"/api(/v1/[\w/?=&.-]*[\w])?(?=[`""'\s)])")]
    private static partial Regex Address();

    [GeneratedRegex(@"```(sh|js|csharp)\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
