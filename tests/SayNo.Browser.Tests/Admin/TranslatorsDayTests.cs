using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SayNo.Content;
using SayNo.Content.Publishing;
using SayNo.Web.Tests.Admin;

namespace SayNo.Browser.Tests.Admin;

/// <summary>A translator without a mouse finds what is outdated, writes it anew beside the original and sends it to review.</summary>
[Collection(AtADesk.Name)]
public sealed class TranslatorsDayTests(AdminDesk desk, Chromium chromium) : IClassFixture<AdminDesk>
{
    private const string Words = "Niemand darf dich zwingen.";

    [Fact]
    public async Task The_first_outdated_segment_is_found_written_and_sent_to_review_by_the_keyboard_alone()
    {
        var step = (await desk.PathOfAsync("Step", "EU", "")).TrimEnd('/').Split('/')[^1];
        await AppendAsync(step, "en", "Nobody may force you.");
        await desk.Site.CatchUpAsync();
        await using var translator = await desk.SignInAsync(chromium, 1280, 800, AdminSite.Grant(Role.Translator, "EU", "de"));
        var keys = new Keys(await desk.OpenAsync(translator, "/admin"));

        await keys.UseAsync("Translation");
        await HeadingAsync(keys, "Translation");
        Assert.Empty(await ScreenProblems.OfAsync(keys.Page));
        await keys.SkipMenusAsync();
        await keys.GoToAsync("");
        await keys.PressAsync("Enter");
        await HeadingAsync(keys, "Translate");
        await keys.Page.ReadsAsync("1 outdated");
        await keys.SkipMenusAsync();
        await keys.GoToAsync("German");
        await keys.PressAsync("Alt+PageDown");
        Assert.Equal("", await keys.Page.EvaluateAsync<string>("document.activeElement.value"));
        await keys.TypeAsync(Words);
        await Assertions.Expect(keys.Page.GetByText("Kept at")).ToBeVisibleAsync(new() { Timeout = 8000 });
        Assert.Empty(await ScreenProblems.OfAsync(keys.Page));
        await keys.UseAsync("Save and send to review");
        await keys.Page.ReadsAsync("The draft was saved and sent to review.");

        Assert.EndsWith(Words, await BodyAsync(step, "de"), StringComparison.Ordinal);
    }

    private static Task HeadingAsync(Keys keys, string heading) =>
        Assertions.Expect(keys.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(heading);

    private Task<string?> BodyAsync(string id, string locale) => desk.Site.ReadAsync(async db =>
        ContentValues.Parse((await db.Variants.Include(one => one.Draft).Include(one => one.Published).SingleAsync(one => one.ItemId == id && one.Locale == locale)).Newest!.Data)["Body"]?.GetString());

    /// <summary>Publishes a text with one paragraph more.</summary>
    private async Task AppendAsync(string id, string locale, string words)
    {
        var variant = await desk.Site.ReadAsync(db => db.Variants.AsNoTracking().Include(one => one.Published).SingleAsync(one => one.ItemId == id && one.Locale == locale));
        var values = JsonNode.Parse(variant.Published!.Data)!;
        values["Body"] = $"{(string?)values["Body"]}\n\n{words}";
        await desk.Site.WithAsync<ContentDrafts, SaveResult>(drafts => drafts.SaveAsync(
            new() { ItemId = id, Locale = locale, Values = ContentValues.Parse(values.ToJsonString()), BasedOn = variant.PublishedId }, Editor.System, default));
        await desk.Site.WithAsync<ContentPublisher, PublishResult>(publisher => publisher.PublishAsync(id, locale, Editor.System, default));
    }
}
