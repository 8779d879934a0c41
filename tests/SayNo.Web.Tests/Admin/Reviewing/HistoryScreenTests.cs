using System.Net;
using Microsoft.EntityFrameworkCore;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Web.Tests.Admin.Reviewing;

public sealed class HistoryScreenTests : IAsyncLifetime
{
    private TextsUnderReview _texts = null!;

    public async Task InitializeAsync() => _texts = await TextsUnderReview.StartAsync();

    public async Task DisposeAsync() => await _texts.DisposeAsync();

    private string History => TextsUnderReview.Path(_texts.Contact, "en", "history");

    [Fact]
    public async Task Versions_are_listed_with_the_newest_first_and_any_two_can_be_compared()
    {
        await _texts.SaveAsync(_texts.Ada, _texts.Contact, "en", "Notes", "Day and night.");
        await _texts.SaveAsync(_texts.Ada, _texts.Contact, "en", "Notes", "Day only.", "Nights have ended");

        var page = await _texts.Bea.GetPageAsync(History);
        var compared = await _texts.Bea.SubmitAsync(page, "Compare these two", ("from", "3"), ("to", "2"));

        Assert.Equal(["Version 3", "Version 2", "Version 1"], page.Page.QuerySelectorAll("tbody th a").Select(link => link.TextContent));
        Assert.Contains("Nights have ended", page.Page.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["1", "3"], page.Page.QuerySelectorAll("input[checked]").Select(input => input.GetAttribute("value")).Order());
        Assert.Equal("Version 3 against version 2", compared.Heading.Split(':')[0]);
        Assert.Equal("[taken out: and night]", compared.Page.QuerySelector("del")!.TextContent);
        Assert.Equal("[put in: only]", compared.Page.QuerySelector("ins")!.TextContent);
    }

    [Fact]
    public async Task An_old_version_comes_back_as_a_new_one()
    {
        var first = await _texts.NewestAsync(_texts.Contact, "en");
        await _texts.SaveAsync(_texts.Ada, _texts.Contact, "en", "Notes", "Day and night.");

        var after = await _texts.Ada.SubmitAsync(await _texts.Ada.GetPageAsync($"{History}/1"), "Make it the newest draft");

        var variant = await _texts.VariantAsync(_texts.Contact, "en");
        Assert.Contains("newest draft now", after.Page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((3, first.Data, "Ada"), (variant.Draft!.Number, variant.Draft.Data, variant.Draft.Author));
        Assert.Equal(first.Id, variant.PublishedId);
    }

    [Fact]
    public async Task A_version_that_came_meanwhile_is_not_overwritten_by_an_old_one()
    {
        await _texts.SaveAsync(_texts.Ada, _texts.Contact, "en", "Notes", "Day and night.");
        var page = await _texts.Ada.GetPageAsync($"{History}/1");
        var newer = await _texts.SaveAsync(_texts.Ada, _texts.Contact, "en", "Notes", "Day only.");

        var refused = await _texts.Ada.SubmitAsync(page, "Make it the newest draft");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("saved a newer version meanwhile", Assert.Single(refused.Problems).Sentence, StringComparison.Ordinal);
        Assert.Equal(newer.Id, (await _texts.VariantAsync(_texts.Contact, "en")).DraftId);
    }

    [Fact]
    public async Task Whoever_may_not_write_restores_nothing()
    {
        await _texts.SaveAsync(_texts.Ada, _texts.Contact, "en", "Notes", "Day and night.");

        var page = await _texts.Bea.GetPageAsync($"{History}/1");
        var forged = await _texts.Bea.PostAsync($"{History}/1?handler=restore", ("form-token", page.FormToken!));

        Assert.DoesNotContain(page.Page.QuerySelectorAll("button"), button => button.TextContent == "Make it the newest draft");
        Assert.Equal(HttpStatusCode.Forbidden, forged.Status);
    }

    [Fact]
    public async Task Another_countrys_history_is_not_shown_whatever_number_is_asked_for()
    {
        using var french = await _texts.Site.SignInAsync(AdminSite.Grant(Role.NationalEditor, "FR"));

        foreach (var path in new[] { History, $"{History}/1", $"{History.Replace("history", "compare", StringComparison.Ordinal)}?from=1&to=1" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await french.GetAsync(path)).Status);
        }
    }

    [Theory]
    [InlineData("history/0")]
    [InlineData("history/99")]
    [InlineData("history/x")]
    [InlineData("history/99999999999")]
    [InlineData("compare?from=1&to=99")]
    public async Task A_version_that_never_was_is_not_found(string screen) =>
        Assert.Equal(HttpStatusCode.NotFound, (await _texts.Bea.GetAsync(TextsUnderReview.Path(_texts.Contact, "en", screen))).Status);

    [Theory]
    [InlineData("?page=0")]
    [InlineData("?page=-5")]
    [InlineData("?page=99999")]
    public async Task A_page_beyond_the_end_shows_what_there_is(string query) =>
        Assert.NotEmpty((await _texts.Bea.GetPageAsync(History + query)).Page.QuerySelectorAll("tbody tr"));

    [Fact]
    public async Task Long_histories_have_pages()
    {
        var variant = await _texts.VariantAsync(_texts.Contact, "en");
        await _texts.Site.ReadAsync(async db =>
        {
            db.Versions.AddRange(Enumerable.Range(2, 59).Select(number => new ContentVersion
            {
                Id = $"v{number:D25}",
                VariantId = variant.Id,
                Number = number,
                Data = variant.Newest!.Data,
                Author = "Ada",
                CreatedAt = DateTime.UtcNow,
            }));

            return await db.SaveChangesAsync();
        });

        var first = await _texts.Bea.GetPageAsync(History);
        var second = await _texts.Bea.GetPageAsync($"{History}?page=2");

        Assert.Equal((50, 10), (first.Page.QuerySelectorAll("tbody tr").Length, second.Page.QuerySelectorAll("tbody tr").Length));
        Assert.Equal($"{History}?page=2", first.Page.QuerySelector("a[rel=next]")!.GetAttribute("href"));
    }
}
