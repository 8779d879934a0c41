using System.Net;
using Microsoft.EntityFrameworkCore;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Web.Tests.Accounts;

namespace SayNo.Web.Tests.Admin;

/// <summary>Rule 7: two editors on one text. The later save shows both texts, and neither is lost.</summary>
public sealed class EditConflictTests : IAsyncLifetime
{
    private AdminSite _site = null!;
    private string _path = "";

    public async Task InitializeAsync()
    {
        _site = await AdminSite.StartAsync(DatabaseKind.Sqlite);
        var item = await _site.ReadAsync(db => db.Items.SingleAsync(one => one.Type == "CountryPage" && one.Scope == "AT"));
        _path = $"/admin/content/{item.Id}/de";
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task The_later_save_shows_both_texts_side_by_side_with_the_words_that_differ()
    {
        var (_, _, conflict) = await CollideAsync();

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("Ada has saved this text", conflict.Page.QuerySelector("[role=alert]")!.TextContent);
        var sides = conflict.Page.QuerySelectorAll("[aria-labelledby='value.Intro-conflict'] .sn-sides .sn-text").ToList();
        Assert.Equal(["You are never alone.", "You are not alone."], sides.Select(side => side.TextContent));
        Assert.Equal(["never", "not"], sides.Select(side => side.QuerySelector("mark")!.TextContent));
    }

    [Fact]
    public async Task What_only_one_of_both_has_changed_is_proposed_and_the_rest_must_be_chosen()
    {
        var (_, bert, conflict) = await CollideAsync();

        Assert.Equal("theirs", Chosen(conflict, "PageTitle"));
        Assert.Equal("yours", Chosen(conflict, "Name"));
        Assert.Null(Chosen(conflict, "Intro"));

        var again = await bert.SubmitAsync(conflict, "Save what I have chosen");

        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Equal(["#value.Intro"], again.Problems.Select(problem => problem.Field));
        Assert.Equal("theirs", Chosen(again, "PageTitle"));
    }

    [Fact]
    public async Task Each_field_is_saved_as_it_was_chosen_and_what_was_put_together_too()
    {
        var (_, bert, conflict) = await CollideAsync();

        var saved = await bert.SubmitAsync(
            conflict, "Save what I have chosen", ("value.take.Intro", "yours"), ("value.Intro", "You are never, never alone."));

        Assert.Contains("was saved", saved.Page.QuerySelector("[role=status]")!.TextContent);
        Assert.Equal("Advice for you", Typed(saved, "PageTitle"));
        Assert.Equal("Austria itself", Typed(saved, "Name"));
        Assert.Equal("You are never, never alone.", Typed(saved, "Intro"));
        Assert.Equal(3, await _site.ReadAsync(db => db.Variants.Where(one => one.Locale == "de" && _path.Contains(one.ItemId)).SumAsync(one => one.LastNumber)));
    }

    [Fact]
    public async Task Their_text_is_kept_where_it_was_chosen_whatever_stands_in_the_field_below()
    {
        var (_, bert, conflict) = await CollideAsync();

        var saved = await bert.SubmitAsync(conflict, "Save what I have chosen", ("value.take.Intro", "theirs"), ("value.take.Name", "theirs"));

        Assert.Equal("You are never alone.", Typed(saved, "Intro"));
        Assert.Contains("Nothing was saved, because nothing has changed", saved.Page.QuerySelector("[role=status]")!.TextContent);
    }

    [Fact]
    public async Task Whoever_closes_the_window_in_a_conflict_finds_their_text_again_and_then_both()
    {
        var (_, bert, _) = await CollideAsync();

        var opened = await bert.GetPageAsync(_path);
        Assert.Equal("You are not alone.", Typed(opened, "Intro"));
        Assert.Contains("Ada has saved another text since", opened.Page.QuerySelector("[role=status]")!.TextContent);

        Assert.Equal(HttpStatusCode.Conflict, (await bert.SubmitAsync(opened, "Save the draft")).Status);
    }

    [Fact]
    public async Task A_third_save_in_between_is_a_conflict_again()
    {
        var (ada, bert, conflict) = await CollideAsync();
        await ada.SubmitAsync(await ada.GetPageAsync(_path), "Save the draft", ("value.Intro", "Third."));

        var again = await bert.SubmitAsync(conflict, "Save what I have chosen", ("value.take.Intro", "yours"));

        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("Third.", again.Page.QuerySelector("[aria-labelledby='value.Intro-conflict'] .sn-sides")!.TextContent);
    }

    private async Task<(Browser Ada, Browser Bert, Answer Conflict)> CollideAsync()
    {
        var ada = await _site.SignInAsync("Ada", AdminSite.Grant(Role.NationalEditor, "AT"));
        var bert = await _site.SignInAsync("Bert", AdminSite.Grant(Role.NationalEditor, "AT"));
        var hers = await ada.GetPageAsync(_path);
        var his = await bert.GetPageAsync(_path);
        await ada.SubmitAsync(hers, "Save the draft", ("value.Intro", "You are never alone."), ("value.PageTitle", "Advice for you"));

        return (ada, bert, await bert.SubmitAsync(his, "Save the draft", ("value.Intro", "You are not alone."), ("value.Name", "Austria itself")));
    }

    private static string? Chosen(Answer page, string field) =>
        page.Page.QuerySelector($"input[name='value.take.{field}'][checked]")?.GetAttribute("value");

    private static string Typed(Answer page, string field)
    {
        var input = page.Page.GetElementById($"value.{field}")!;

        return input.GetAttribute("value") ?? input.TextContent.TrimStart('\n');
    }
}
