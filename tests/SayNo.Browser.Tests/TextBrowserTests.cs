using System.Text.RegularExpressions;
using SayNo.Testing;

namespace SayNo.Browser.Tests;

/// <summary>What is left of a country page where there is nothing but text: on an old telephone, in a terminal, read by a machine.</summary>
[Collection(InTheBrowser.Name)]
public sealed partial class TextBrowserTests(Site site)
{
    [Theory]
    [InlineData("ie", "en")]
    [InlineData("gr", "el")]
    [InlineData("de", "ar")]
    public async Task R24_a_text_browser_reads_a_country_page_in_the_order_of_need_and_every_link_of_it_leads_somewhere(string country, string locale)
    {
        var page = await TextBrowser.OpenAsync(new(site.At($"/{country}/{locale}")), CancellationToken.None);

        var number = page.WordsOf(1 + page.Links.ToList().FindIndex(link => link.Scheme == "tel"));
        var places = page.PlacesOf(InOrder(locale, number));
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.Matches(@"\d{3}", number);
        Assert.DoesNotMatch(ReadInAWrongWay(), page.Text);
        Assert.Empty(await ProblemsAsync(page));
    }

    /// <summary>The way out, the relief, what to do first, whom to call, each further step, and everybody who helps.</summary>
    private static IEnumerable<string> InOrder(string locale, string number)
    {
        var steps = CampaignPages.Items("steps").Where(step => (string?)step["LocalizationPart"]!["Culture"] == locale)
            .OrderBy(step => (int?)step["SayNoPart"]!["Order"] ?? 0)
            .Select(step => (string)step["Step"]!["Title"]!["Text"]!)
            .ToList();

        return
        [
            InterfaceTexts.In(locale, "Leave this site"),
            InterfaceTexts.In(locale, "You can stop right here. It is not your fault."),
            steps[0],
            number,
            InterfaceTexts.In(locale, "What to do now"),
            .. steps.Skip(1),
            InterfaceTexts.In(locale, "Who helps you"),
        ];
    }

    private async Task<IReadOnlyList<string>> ProblemsAsync(TextBrowser page)
    {
        var own = new Uri(site.At("/"));
        var problems = Enumerable.Range(1, page.Links.Count)
            .Where(link => page.WordsOf(link).Length == 0).Select(link => $"link {link} has no words")
            .Concat(page.Links.Where(link => link.Scheme is not ("tel" or "mailto" or "https") && !own.IsBaseOf(link)).Select(link => $"{link} is no link"))
            .ToList();

        foreach (var link in page.Links.Where(own.IsBaseOf).Distinct())
        {
            using var answer = await site.Running.Visitor.GetAsync(link);
            problems.AddRange(answer.IsSuccessStatusCode ? [] : [$"{link}: {answer.StatusCode}"]);
        }

        return problems;
    }

    // UTF-8 taken for Latin letters, or what could not be read at all.
    [GeneratedRegex("[\u0080-\u009F\uFFFD]|[\u00C2\u00C3\u00CE\u00CF\u00D8\u00D9][\u00A0-\u00BF]")]
    private static partial Regex ReadInAWrongWay();
}
