using System.Text.RegularExpressions;
using SayNo.Testing;

namespace SayNo.Web.Tests.Site;

/// <summary>Whoever looks over a child's shoulder, or into the history of the browser, reads nothing of the subject (R12).</summary>
[Collection(OnTheSite.Name)]
public sealed partial class TitleTests(CrawledSite site)
{
    [Fact]
    public void R12_no_title_of_any_page_in_any_language_names_the_subject() =>
        site.EveryPage(page => page.Html.Title is { Length: > 0 } title && !Subject().IsMatch(title) ? [] : [$"the title is \"{page.Html.Title}\""]);

    [Fact]
    public void R12_what_stands_large_at_the_top_of_a_page_names_it_neither() => site.EveryPage(page =>
        page.Html.QuerySelectorAll(".sn-top, .sn-languages, .sn-hero, h1").Select(part => part.TextContent).Where(text => Subject().IsMatch(text))
            .Select(text => $"at its top stands \"{text.Trim()}\""));

    [Fact]
    public void R12_the_words_that_are_looked_for_are_those_of_every_language() =>
        Assert.Equal([], CampaignPages.Locales.Where(locale => !Subject().IsMatch(InterfaceTexts.In(locale, "Stop sexual blackmail online"))));

    [Fact]
    public void R12_a_page_that_answers_who_has_paid_or_sent_is_called_as_every_countrys_page_of_its_language()
    {
        var neutral = CampaignPages.Items("countries").Select(item => (string)item["CountryPage"]!["PageTitle"]!["Text"]!).ToHashSet();

        site.EveryPage(page => !page.Path.Contains("/already-", StringComparison.Ordinal) || neutral.Contains(page.Html.Title ?? "")
            ? [] : [$"the title is \"{page.Html.Title}\""]);
    }

    [Fact]
    public void R12_every_page_has_the_same_icon_and_it_holds_no_word()
    {
        site.EveryPage(page => page.Html.QuerySelector("link[rel=icon]")?.GetAttribute("href") == "/icon.svg" ? [] : ["another icon"]);
        Assert.All(Directory.GetFiles(Repository.Path("themes/SayNo.Theme"), "*.svg", SearchOption.AllDirectories).Where(file => !file.Contains("obj", StringComparison.Ordinal)),
            file => Assert.DoesNotMatch("(?i)<(text|title|desc)", File.ReadAllText(file)));
    }

    [GeneratedRegex("""
        sex|\bseks|szex|sessual|sesswal|σεξ|секс|جنس|ابتزاز|gnéas|kynfer|spoln|blackmail|extor|estors|erpress|afpers|afpres|chanta|shanta|ricatt|rikatt|szanta|
        šanta|şanta|șanta|шанта|изнуд|уцен|ucjen|ucen|εκβι|zsarol|vydír|vydier|utpress|kirist|kúgun|väljapress|dúmhál|izsilj|nude|nackt|naken
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase)]
    private static partial Regex Subject();
}
