using Microsoft.Extensions.DependencyInjection;
using SayNo.Content.Publishing;

namespace SayNo.Web.Tests.ContentApi;

public sealed class ProvenanceTests(ApiSite site) : IClassFixture<ApiSite>
{
    [Fact]
    public async Task A_note_in_another_language_says_so()
    {
        var contact = (await site.ReadAsync("/api/v1/contacts?country=AT&locale=de&limit=1"))["data"]![0]!;

        Assert.Equal("de", (string?)contact["locale"]);
        Assert.Equal("en", (string?)contact["provenance"]!["notes"]);
        Assert.Equal(["notes"], contact["fallbacks"]!.AsArray().Select(one => (string?)one));
        Assert.Null(contact["provenance"]!["organisation"]);
    }

    [Fact]
    public async Task Sources_and_confidence_come_with_what_they_speak_for()
    {
        var contact = (await site.ReadAsync("/api/v1/contacts?country=AT&limit=1"))["data"]![0]!;

        Assert.Equal("confirmed", (string?)contact["values"]!["confidence"]);
        Assert.StartsWith("https://", (string)contact["values"]!["source"]!["url"]!, StringComparison.Ordinal);
        Assert.Equal("never-checked", (string?)contact["freshness"]);
    }

    [Fact]
    public async Task A_text_that_nobody_has_reviewed_says_so_until_somebody_has()
    {
        var step = (await site.ReadAsync("/api/v1/steps?locale=mt"))["data"]![0]!;
        Assert.False((bool)step["isReviewed"]!);

        await site.PublishAsync((string)step["id"]!, "mt", """{"Title":"Tibgħatx aktar.","Summary":"Xejn aktar.","Body":"Tista’ tieqaf issa."}""", isReviewed: true);

        var after = (await site.ReadAsync("/api/v1/steps?locale=mt"))["data"]![0]!;
        Assert.True((bool)after["isReviewed"]!);
        Assert.Equal("Tibgħatx aktar.", (string?)after["values"]!["title"]);
        Assert.Equal(5, (await site.ReadAsync("/api/v1/countries/MT/mt"))["data"]!["steps"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_countrys_own_wording_stands_in_its_list_and_page_and_nowhere_else()
    {
        var original = (await site.ReadAsync("/api/v1/steps?locale=hu"))["data"]![0]!;
        await using var scope = site.Services.CreateAsyncScope();
        var own = await scope.ServiceProvider.GetRequiredService<ContentDrafts>().CreateOverrideAsync((string)original["id"]!, "HU", Editor.System, default);
        using var before = await site.GetAsync("/api/v1/countries/DE/de");

        await site.PublishAsync(own.Item!.Id, "hu", """{"Title":"Ne küldj többet!","Summary":"Ne fizess.","Body":"Állj meg itt."}""");

        using var after = await site.GetAsync("/api/v1/countries/DE/de");
        var inHungary = (await site.ReadAsync("/api/v1/steps?country=HU&locale=hu"))["data"]!;
        Assert.Equal("Ne küldj többet!", (string?)inHungary[0]!["values"]!["title"]);
        Assert.Equal((string?)original["id"], (string?)inHungary[0]!["overrideOf"]);
        Assert.Equal(5, inHungary.AsArray().Count);
        Assert.Equal("Ne küldj többet!", (string?)(await site.ReadAsync("/api/v1/countries/HU/hu"))["data"]!["steps"]![0]!["values"]!["title"]);
        Assert.Equal(original.ToJsonString(), (await site.ReadAsync("/api/v1/steps?locale=hu"))["data"]![0]!.ToJsonString());
        Assert.Equal(before.Headers.ETag, after.Headers.ETag);
    }

    [Fact]
    public async Task A_language_that_was_taken_away_is_not_shown_by_a_fallback()
    {
        var step = (await site.ReadAsync("/api/v1/steps?locale=fi"))["data"]![4]!;

        await site.ActAsync(services => services.GetRequiredService<ContentPublisher>().UnpublishAsync((string)step["id"]!, "fi", Editor.System, default));

        Assert.Equal(4, (int?)(await site.ReadAsync("/api/v1/steps?locale=fi"))["meta"]!["total"]);
        using var one = await site.GetAsync($"/api/v1/content/Step/{step["id"]}?locale=fi");
        Assert.Equal(404, (int)one.StatusCode);
        Assert.Equal(5, (int?)(await site.ReadAsync("/api/v1/steps?locale=sv"))["meta"]!["total"]);
    }

    [Fact]
    public async Task What_editors_tell_each_other_is_never_public()
    {
        var contact = site.Picture.OfType("CountryContact").First(item => item.Scope == "MT");

        await site.PublishAsync(contact.Id, "", """
            {"Kind":"hotline","Organisation":"Somebody","Confidence":"likely","CheckedOn":"2026-01-22","CheckedBy":"Ada Example","CheckedHow":"called"}
            """);

        var answer = (await site.ReadAsync($"/api/v1/content/CountryContact/{contact.Id}"))["data"]!;
        Assert.Equal("2026-01-22", (string?)answer["values"]!["checkedOn"]);
        Assert.DoesNotContain("Ada Example", answer.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Ada Example", await site.Http.GetStringAsync(new Uri("/api/v1/countries/MT/mt", UriKind.Relative)), StringComparison.Ordinal);
        Assert.DoesNotContain("checkedBy", await site.Http.GetStringAsync(new Uri("/api/v1/openapi.json", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publishing_changes_the_tag_of_what_it_changes()
    {
        var fact = (await site.ReadAsync("/api/v1/facts"))["data"]![0]!;
        using var before = await site.GetAsync("/api/v1/facts");

        await site.PublishAsync((string)fact["id"]!, "en", """{"Label":"Another label"}""");

        using var after = await site.GetAsync("/api/v1/facts", ("If-None-Match", before.Headers.ETag!.ToString()));
        Assert.Equal(200, (int)after.StatusCode);
        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
    }
}
