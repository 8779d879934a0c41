using System.Net;
using System.Text.RegularExpressions;
using SayNo.Testing;

namespace SayNo.Web.Tests.Site;

/// <summary>Where links lead: within the site to an answer, out of it without a trace, and away at once by the first of them.</summary>
[Collection(OnTheSite.Name)]
public sealed partial class LinkTests(CrawledSite site)
{
    private static readonly string[] ExitRel = ["nofollow", "noopener", "noreferrer"];

    [Fact]
    public void Every_link_of_the_site_answers()
    {
        var broken = site.Answers.Values
            .Where(answer => answer.Status is not (HttpStatusCode.OK or HttpStatusCode.Found or HttpStatusCode.MovedPermanently))
            .Select(answer => $"{(int)answer.Status} {answer.Path}, linked from {LinkedFrom(answer.Path)}")
            .ToList();

        Assert.True(broken.Count == 0, string.Join('\n', broken));
    }

    [Fact]
    public void No_link_of_a_page_leads_to_a_redirect_that_could_have_been_spared() => site.EveryPage(page =>
        page.OwnAddresses().Where(address => !address.StartsWith('?'))
            .Select(address => address.Split('#')[0])
            .Where(address => site.Answers[address].Status != HttpStatusCode.OK)
            .Select(address => $"{address} answers {(int)site.Answers[address].Status}"));

    [Fact]
    public void R1_R2_the_first_control_of_every_page_leaves_the_site_by_a_plain_link() => site.EveryPage(page =>
    {
        var first = page.Html.QuerySelector("a[href], button, input, select, textarea, summary, [tabindex]");
        var rel = (first?.GetAttribute("rel") ?? "").Split(' ').Order(StringComparer.Ordinal);

        return new (bool Wrong, string Problem)[]
        {
            (first?.GetAttribute("href")?.StartsWith("https://", StringComparison.Ordinal) != true, $"the first control is {first?.OuterHtml}"),
            (!ExitRel.SequenceEqual(rel), $"its rel is {first?.GetAttribute("rel")}"),
            (first?.HasAttribute("target") == true, "it opens another window and leaves this one open"),
        }.Where(check => check.Wrong).Select(check => check.Problem);
    });

    [Fact]
    public void R7_every_exit_leads_to_an_allowed_neutral_site()
    {
        var allowed = CampaignPages.NeutralSites;

        site.EveryPage(page => allowed.Contains(page.Html.QuerySelector("a[href]")?.GetAttribute("href") ?? "") ? [] : ["the exit leads elsewhere"]);
    }

    [Fact]
    public void R10_every_link_to_another_site_is_https_and_tells_it_nothing() => site.EveryPage(page =>
        page.Outgoing().Where(link => !ByPhoneOrMail().IsMatch(link.GetAttribute("href")!))
            .Where(link => !link.GetAttribute("href")!.StartsWith("https://", StringComparison.Ordinal) || !link.Matches("[rel~=noreferrer]"))
            .Select(link => link.OuterHtml));

    [Fact]
    public void R14_every_telephone_link_can_be_dialled_and_shows_its_number_from_left_to_right() => site.EveryPage(page =>
        page.Html.QuerySelectorAll("a[href^='tel:']")
            .Where(link => !Dialled().IsMatch(link.GetAttribute("href")!) || link.QuerySelector("bdi[dir=ltr]") is not { } shown
                || Digits(shown.TextContent) != Digits(link.GetAttribute("href")!))
            .Select(link => link.OuterHtml));

    private string LinkedFrom(string path) =>
        string.Join(", ", site.Answers.Values.Where(page => page.OwnAddresses().Any(own => own.Split('#')[0] == path)).Select(page => page.Path).Take(3));

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    [GeneratedRegex("^(tel|sms|mailto):")]
    private static partial Regex ByPhoneOrMail();

    [GeneratedRegex(@"^tel:\+?[0-9]{3,15}$")]
    private static partial Regex Dialled();
}
