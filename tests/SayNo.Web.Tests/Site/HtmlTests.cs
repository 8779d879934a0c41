using System.Globalization;
using AngleSharp.Dom;
using SayNo.Testing;

namespace SayNo.Web.Tests.Site;

/// <summary>Every page in every country and language is sound HTML, before any browser mends it.</summary>
[Collection(OnTheSite.Name)]
public sealed class HtmlTests(CrawledSite site)
{
    private static readonly string[] NamedByOthers = ["for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "headers"];

    [Fact]
    public void The_crawl_reached_every_page_that_the_campaign_has()
    {
        var expected = CampaignPages.Countries.SelectMany(address => new[] { address.Path, address.FilmPath }).Concat(CampaignPages.TextPaths);

        var missing = expected.Except(site.Pages.Select(page => page.Path)).ToList();

        Assert.True(missing.Count == 0, string.Join('\n', missing));
        Assert.Equal(39, CampaignPages.Countries.DistinctBy(address => address.Country).Count());
    }

    [Fact]
    public void Every_page_is_parsed_without_an_error() => site.EveryPage(page => page.ParseErrors);

    [Fact]
    public async Task A_fault_in_a_page_would_be_found()
    {
        using var answer = new HttpResponseMessage { Content = new StringContent("<!doctype html><p id=a id=b></div>", null, "text/html") };

        var page = await CrawledPage.ReadAsync("/", answer, CancellationToken.None);

        Assert.Equal(2, page.ParseErrors.Count);
    }

    [Fact]
    public void Every_page_names_its_language_and_direction() => site.EveryPage(page =>
    {
        var html = page.Html.DocumentElement;
        var inPath = page.Path.Split('/', '?').FirstOrDefault(CampaignPages.Locales.Contains);
        var lang = html.GetAttribute("lang");
        var header = page.Headers.GetValueOrDefault("Content-Language");

        return new (bool Wrong, string Problem)[]
        {
            (string.IsNullOrEmpty(lang), "no lang"),
            (inPath is not null && IsAfterTheCountry(page.Path, inPath) && lang != inPath, $"lang is {lang}, the address says {inPath}"),
            (html.GetAttribute("dir") is not ("ltr" or "rtl"), "no dir"),
            (header != lang, $"lang is {lang}, Content-Language says {header}"),
        }.Where(check => check.Wrong).Select(check => check.Problem);
    });

    [Fact]
    public void Every_id_is_unique_and_every_reference_to_one_leads_somewhere() => site.EveryPage(page =>
    {
        var ids = page.Html.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();
        var twice = ids.GroupBy(id => id).Where(group => group.Count() > 1).Select(group => $"id {group.Key} is there {group.Count()} times");
        var named = NamedByOthers
            .SelectMany(name => page.Html.QuerySelectorAll($"[{name}]").SelectMany(element => element.GetAttribute(name)!.Split(' ')))
            .Concat(page.Html.QuerySelectorAll("a[href^='#']").Select(link => link.GetAttribute("href")![1..]));

        return twice.Concat(named.Where(id => !ids.Contains(id)).Select(id => $"nothing has the id {id}"));
    });

    [Fact]
    public void Every_fragment_leads_to_a_place_on_its_page() => site.EveryPage(page =>
        page.OwnAddresses().Where(address => address.Contains('#', StringComparison.Ordinal))
            .Select(address => (Address: address, Parts: address.Split('#')))
            .Where(link => site.Answers[link.Parts[0]].Document?.GetElementById(link.Parts[1]) is null)
            .Select(link => $"{link.Address} leads to no such place"));

    [Fact]
    public void Every_page_has_one_main_heading_and_leaves_no_level_out() => site.EveryPage(page =>
    {
        var headings = page.Html.QuerySelectorAll("h1, h2, h3, h4, h5, h6");
        var levels = headings.Select(heading => heading.LocalName[1] - '0').ToList();
        var jumps = levels.Zip(levels.Skip(1)).Where(pair => pair.Second > pair.First + 1).Select(pair => $"h{pair.Second} follows h{pair.First}");
        var empty = headings.Where(heading => heading.TextContent.Trim().Length == 0).Select(_ => "empty heading");

        return jumps.Concat(empty).Concat(levels.Count(level => level == 1) == 1 && levels[0] == 1 ? [] : ["not one h1 at first"]);
    });

    [Fact]
    public void Every_page_has_one_main_landmark_and_names_those_that_repeat() => site.EveryPage(page =>
    {
        var navigation = page.Html.QuerySelectorAll("nav");
        var names = navigation.Select(one => one.GetAttribute("aria-label") ?? one.GetAttribute("aria-labelledby")).ToList();

        return (page.Html.QuerySelectorAll("main").Length == 1 ? Array.Empty<string>() : ["not one main"])
            .Concat(names.Count > 1 && (names.Contains(null) || names.Distinct().Count() < names.Count) ? ["two nav of one name"] : []);
    });

    [Fact]
    public void Every_control_has_a_name() => site.EveryPage(page =>
        page.Html.QuerySelectorAll("a[href], button, summary").Where(control => NameOf(control).Length == 0)
            .Select(control => $"no name: {control.OuterHtml}")
            .Concat(page.Html.QuerySelectorAll("input:not([type=hidden]), select, textarea")
                .Where(input => !input.HasAttribute("aria-label") && (page.Html.QuerySelector($"label[for='{input.Id}']") ?? input.Closest("label")) is null)
                .Select(input => $"no label: {input.OuterHtml}"))
            .Concat(page.Html.QuerySelectorAll("img:not([alt]), svg:not([aria-hidden]):not([role])")
                .Select(picture => $"no alternative: {picture.OuterHtml}")));

    [Fact]
    public void Every_page_may_be_zoomed_and_is_UTF_8() => site.EveryPage(page =>
    {
        var viewport = page.Html.QuerySelector("meta[name=viewport]")?.GetAttribute("content") ?? "";

        return (viewport.Contains("width=device-width", StringComparison.Ordinal) && !viewport.Contains("maximum-scale", StringComparison.Ordinal)
                && !viewport.Contains("user-scalable", StringComparison.Ordinal) ? Array.Empty<string>() : [$"viewport is \"{viewport}\""])
            .Concat(page.Headers["Content-Type"] == "text/html; charset=utf-8" ? [] : [page.Headers["Content-Type"]]);
    });

    [Fact]
    public void Every_language_of_a_part_is_a_real_one() => site.EveryPage(page =>
        page.Html.QuerySelectorAll("[lang], [hreflang]")
            .SelectMany(element => new[] { element.GetAttribute("lang"), element.GetAttribute("hreflang") })
            .OfType<string>()
            .Where(tag => tag is not "x-default" && CultureInfo.GetCultureInfo(tag).ThreeLetterISOLanguageName.Length == 0)
            .Select(tag => $"{tag} is no language"));

    private static string NameOf(IElement control) =>
        (control.GetAttribute("aria-label") ?? control.TextContent).Trim();

    /// <summary>The second part of an address is its language; the first may look like one: /sv is a country, not Swedish.</summary>
    private static bool IsAfterTheCountry(string path, string locale) => path.Split('/', '?').Skip(2).FirstOrDefault() == locale;
}
