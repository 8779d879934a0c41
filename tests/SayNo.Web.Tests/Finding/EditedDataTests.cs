using System.Text.Json.Nodes;

namespace SayNo.Web.Tests.Finding;

/// <summary>What editors write and what time does, as programs read it.</summary>
public sealed class EditedDataTests(SiteUnderTest site) : IClassFixture<SiteUnderTest>
{
    private const string Data = "script[type='application/ld+json']";

    [Theory]
    [InlineData("</script><script>alert(1)</script>")]
    [InlineData("<!--<script>")]
    [InlineData("\"},\\ & ' \u2028")]
    public async Task Whatever_an_editor_writes_stays_a_text(string name)
    {
        var before = site.Published.Public;
        site.Published.Show(before.Publish(before.Contacts("AT", "child-helpline").First().With("Organisation", name).With("Confidence", "confirmed")));

        var page = await site.PageAsync("/at/de");

        var data = JsonNode.Parse(Assert.Single(page.QuerySelectorAll(Data)).TextContent)!;
        Assert.Contains(data["mentions"]!.AsArray(), one => (string?)one!["name"] == name);
        Assert.DoesNotContain(page.QuerySelectorAll("script"), script => script.TextContent.StartsWith("alert", StringComparison.Ordinal));
        Assert.NotNull(page.QuerySelector("footer"));
        site.Published.Show(before);
    }

    [Theory]
    [InlineData("CheckedOn", "2020-01-01")]
    [InlineData("Confidence", "likely")]
    public async Task What_the_page_shows_with_a_doubt_is_not_told_to_programs_which_would_not_tell_the_doubt(string field, string value)
    {
        var before = site.Published.Public;
        var helpline = before.Contacts("AT", "child-helpline").First().With("Organisation", "The Doubtful Line").With("Confidence", "confirmed");
        site.Published.Show(before.Publish(helpline));
        Assert.Contains("The Doubtful Line", (await site.PageAsync("/at/de")).QuerySelector(Data)!.TextContent, StringComparison.Ordinal);

        site.Published.Show(before.Publish(helpline.With(field, value)));
        var page = await site.PageAsync("/at/de");

        Assert.Contains(page.QuerySelectorAll(".sn-contacts"), list => list.TextContent.Contains("The Doubtful Line", StringComparison.Ordinal));
        Assert.DoesNotContain("The Doubtful Line", page.QuerySelector(Data)!.TextContent, StringComparison.Ordinal);
        site.Published.Show(before);
    }

    [Fact]
    public async Task A_film_is_told_once_it_has_an_address()
    {
        var before = site.Published.Public;
        var film = before.OfType("Film", "AT").First();
        Assert.Null((await site.PageAsync("/at/de/film")).QuerySelector(Data));

        site.Published.Show(before.Publish(film.With("Video", new JsonObject { ["Url"] = "https://video.example/watch" })));
        var data = JsonNode.Parse((await site.PageAsync("/at/de/film")).QuerySelector(Data)!.TextContent)!;

        Assert.Equal("VideoObject", (string?)data["@type"]);
        Assert.Equal("https://video.example/watch", (string?)data["url"]);
        Assert.Equal("PT10M", (string?)data["duration"]);
        site.Published.Show(before);
    }
}
