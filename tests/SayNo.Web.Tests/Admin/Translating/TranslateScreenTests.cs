using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SayNo.Content;
using SayNo.Content.Publishing;
using SayNo.Content.Sources;
using SayNo.Content.Storage;

namespace SayNo.Web.Tests.Admin.Translating;

public sealed class TranslateScreenTests : IAsyncLifetime
{
    private AdminSite _site = null!;
    private string _id = "";
    private string _source = "";
    private string _locale = "";

    private string Path => $"/admin/content/{_id}/{_locale}/translate";

    public async Task InitializeAsync()
    {
        _site = await AdminSite.StartAsync(DatabaseKind.Sqlite);
        await _site.CatchUpAsync();
        var page = _site.Published.Public.OfType("CountryPage", "BE").First();
        var languages = CountryLanguages.Of(_site.Published.Public, "BE");
        (_id, _source) = (page.Id, languages[0]);
        _locale = languages.Skip(1).First(page.Locales.ContainsKey);
        await WriteAsync(_source, "One.\n\nTwo.\n\nThree.");
        await WriteAsync(_locale, "Un.\n\nDeux.\n\nTrois.");
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task What_has_changed_in_the_original_is_marked_and_what_is_written_beside_it_is_current_again()
    {
        await WriteAsync(_source, "One.\n\nTwo, anew.\n\nThree.");
        using var translator = await TranslatorAsync();

        var page = await translator.GetPageAsync(Path);
        var outdated = Assert.Single(page.Page.QuerySelectorAll(".sn-segment-outdated"));
        var saved = await translator.SubmitAsync(page, "Save the draft", (Input(outdated), "Deux, à nouveau."));

        Assert.Equal(["put in:", ", anew"], outdated.QuerySelectorAll("ins").Select(run => run.TextContent.Trim('[', ']')).SelectMany(text => text.Split(' ', 3) is [var a, var b, var rest] ? new[] { $"{a} {b}", rest } : [text]));
        Assert.Equal("Deux.", outdated.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Equal(_locale, outdated.QuerySelector("textarea")!.GetAttribute("lang"));
        Assert.Contains("The draft was saved.", saved.Html, StringComparison.Ordinal);
        Assert.Empty(saved.Page.QuerySelectorAll(".sn-segment-outdated"));
        Assert.Equal("Un.\n\nDeux, à nouveau.\n\nTrois.", await IntroAsync());
        Assert.Empty(await OutdatedAsync());
    }

    [Fact]
    public async Task A_segment_that_is_still_right_is_confirmed_alone_and_the_rest_with_one_button()
    {
        await WriteAsync(_source, "One, anew.\n\nTwo, anew.\n\nThree.");
        using var translator = await TranslatorAsync();

        var page = await translator.GetPageAsync(Path);
        var tick = page.Page.QuerySelector("[data-right]")!.GetAttribute("name")!;
        var one = await translator.SubmitAsync(page, "Save the draft", (tick, "yes"));
        var rest = await translator.SubmitAsync(one, "Save, and all the rest is still right");

        Assert.Equal(2, page.Page.QuerySelectorAll(".sn-segment-outdated").Length);
        Assert.Contains("You have confirmed that the text is still right.", one.Html, StringComparison.Ordinal);
        Assert.Single(one.Page.QuerySelectorAll(".sn-segment-outdated"));
        Assert.Empty(rest.Page.QuerySelectorAll(".sn-segment-outdated"));
        Assert.Null((await VariantAsync(_locale)).DraftId);
    }

    [Fact]
    public async Task Whoever_saves_second_gets_both_texts_in_the_form_that_asks_which_is_kept()
    {
        using var first = await TranslatorAsync();
        using var second = await TranslatorAsync();
        var theirs = await first.GetPageAsync(Path);
        var yours = await second.GetPageAsync(Path);
        await first.SubmitAsync(theirs, "Save the draft", (Input(theirs.Page.QuerySelectorAll(".sn-segment")[^1]), "Trois, d’abord."));

        var sent = yours.Page.QuerySelectorAll("form.sn-segments input[name]:not([type=checkbox]), form.sn-segments textarea")
            .Select(one => (one.GetAttribute("name")!, one.GetAttribute("value") ?? one.TextContent.Trim())).ToList();
        var name = Input(yours.Page.QuerySelectorAll(".sn-segment").First(one => one.TextContent.Contains("Un.", StringComparison.Ordinal)));
        sent = sent.ConvertAll(one => one.Item1 == name ? (name, "Un, ensuite.") : one);
        var elsewhere = await second.PostAsync(Path, sent);
        var conflict = await second.PostAsync(elsewhere.Location, sent);

        Assert.Equal(HttpStatusCode.TemporaryRedirect, elsewhere.Status);
        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("Trois, d’abord.", conflict.Page.QuerySelector(".sn-conflict")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Un, ensuite.", conflict.Page.QuerySelector(".sn-conflict")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_is_kept_shown_again_and_advised_in_the_editors_language()
    {
        using var translator = await TranslatorAsync();
        translator.Languages = "de";
        var page = await translator.GetPageAsync(Path);
        var words = string.Join(' ', Enumerable.Repeat("mot", 21)) + ".";
        var form = page.Page.QuerySelectorAll("form.sn-segments input[name]:not([type=checkbox]), form.sn-segments textarea")
            .Select(one => (one.GetAttribute("name")!, one.GetAttribute("value") ?? one.TextContent.Trim())).ToList();
        var name = form.Last(one => one.Item1.StartsWith("value.segment.Intro", StringComparison.Ordinal)).Item1;
        form = form.ConvertAll(one => one.Item1 == name ? (name, words) : one);

        var kept = await translator.PostAsync($"/admin/content/{_id}/{_locale}/autosave", form);
        var advice = await translator.PostAsync($"/admin/content/{_id}/{_locale}/advice", form);
        var again = await translator.GetPageAsync(Path);
        var field = await translator.GetPageAsync($"/admin/content/{_id}/{_locale}");

        Assert.Equal(HttpStatusCode.OK, kept.Status);
        Assert.StartsWith("Ein Satz hat 21 Wörter", (string?)JsonNode.Parse(advice.Html)![name]![0], StringComparison.Ordinal);
        Assert.Contains(again.Page.QuerySelectorAll("textarea"), area => area.TextContent.Trim() == words);
        Assert.EndsWith(words, field.Page.GetElementById("value.Intro")!.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_small_correction_of_the_original_makes_no_translation_outdated_if_its_editor_says_so()
    {
        using var editor = await _site.SignInAsync(AdminSite.Grant(Role.NationalEditor, "BE"));

        var form = await editor.GetPageAsync($"/admin/content/{_id}/{_source}");
        await editor.SubmitAsync(form, "Save the draft", ("value.Intro", "One!\n\nTwo.\n\nThree."), ("minor", "yes"));
        await PublishAsync(_source);
        var original = await editor.GetAsync($"/admin/content/{_id}/{_source}/translate");

        Assert.Contains("made from this one", form.Page.GetElementById("minor-hint")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await OutdatedAsync());
        Assert.Equal($"/admin/content/{_id}/{_source}", original.Location);
    }

    private static string Input(IElement segment) => segment.QuerySelector("textarea")!.GetAttribute("name")!;

    private Task<Browser> TranslatorAsync() => _site.SignInAsync(AdminSite.Grant(Role.Translator, "BE", _locale));

    private Task<Variant> VariantAsync(string locale) => _site.ReadAsync(db => db.Variants.AsNoTracking()
        .Include(one => one.Draft).Include(one => one.Published).SingleAsync(one => one.ItemId == _id && one.Locale == locale));

    private async Task<string?> IntroAsync() => ContentValues.Parse((await VariantAsync(_locale)).Newest!.Data)["Intro"]?.GetString();

    private async Task<IEnumerable<OutdatedText>> OutdatedAsync() =>
        (await _site.WithAsync<SourceTexts, IReadOnlyList<OutdatedText>>(texts => texts.OutdatedAsync("BE", Editor.System, default)))
        .Where(text => text.ItemId == _id && text.Locale == _locale);

    private async Task WriteAsync(string locale, string intro)
    {
        var variant = await VariantAsync(locale);
        var values = JsonNode.Parse(variant.Newest!.Data)!;
        values["Intro"] = intro;
        await _site.WithAsync<ContentDrafts, SaveResult>(drafts => drafts.SaveAsync(
            new() { ItemId = _id, Locale = locale, Values = ContentValues.Parse(values.ToJsonString()), BasedOn = variant.Newest.Id }, Editor.System, default));
        await PublishAsync(locale);
    }

    private async Task PublishAsync(string locale)
    {
        Assert.Empty((await _site.WithAsync<ContentPublisher, PublishResult>(publisher => publisher.PublishAsync(_id, locale, Editor.System, default))).Problems);
        await _site.CatchUpAsync();
    }
}
