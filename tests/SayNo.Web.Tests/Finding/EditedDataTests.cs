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
        site.Published.Show(before.Publish(before.Contacts("AT", "child-helpline").First().With("Organisation", name)));

        var page = await site.PageAsync("/at/de");

        var data = JsonNode.Parse(Assert.Single(page.QuerySelectorAll(Data)).TextContent)!;
        Assert.Contains(data["mentions"]!.AsArray(), one => (string?)one!["name"] == name);
        Assert.DoesNotContain(page.QuerySelectorAll("script"), script => script.TextContent.StartsWith("alert", StringComparison.Ordinal));
        Assert.NotNull(page.QuerySelector("footer"));
        site.Published.Show(before);
    }

    [Fact]
    public async Task A_contact_whose_check_is_too_old_is_told_to_people_with_that_remark_and_to_programs_not_at_all()
    {
        var before = site.Published.Public;
        var helpline = before.Contacts("AT", "child-helpline").First();
        site.Published.Show(before.Publish(helpline.With("CheckedOn", "2020-01-01").With("Organisation", "The Old Line")));

        var page = await site.PageAsync("/at/de");

        Assert.Contains("The Old Line", page.QuerySelector("main")!.QuerySelector(".sn-contacts")!.ParentElement!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("The Old Line", page.QuerySelector(Data)!.TextContent, StringComparison.Ordinal);
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
