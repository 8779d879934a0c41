using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Media.Storage;
using SayNo.Web.Media;
using SayNo.Web.Tests.Accounts;
using SayNo.Web.Tests.Admin;
using SayNo.Web.Tests.Campaign.Films;

namespace SayNo.Web.Tests.Media;

/// <summary>The smaller sizes of pictures, and what is said of them.</summary>
public sealed class PictureTests(LibrarySite library) : IClassFixture<LibrarySite>
{
    [Fact]
    public async Task A_smaller_size_is_taken_if_it_is_one_of_the_same_picture()
    {
        var item = await library.AddAsync("wide.png", TestFiles.Png(1000, 600));
        const int height = 192;

        Assert.Equal(HttpStatusCode.NoContent, await DrawAsync(item, TestFiles.WebP(320, height)));
        Assert.Equal(HttpStatusCode.NoContent, await DrawAsync(item, TestFiles.WebP(320, height + 1)));
        Assert.Equal(HttpStatusCode.NoContent, await DrawAsync(item, TestFiles.WebP(640, height * 2)));

        byte[][] wrong = [TestFiles.WebP(320, height + 9), TestFiles.WebP(400, 200), TestFiles.WebP(1280, height * 4), TestFiles.Png(320, height), TestFiles.WebP(640, height * 2, turned: 6), [1, 2]];

        foreach (var bytes in wrong)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, await DrawAsync(item, bytes));
        }

        var picture = Media.FindPicture(item.Path)!;
        Assert.Equal([320, 640], picture.Renditions.Select(one => one.Width));
        Assert.Equal(height, picture.Renditions[0].Height);
        Assert.Equal(picture.Renditions[1].Path, Media.FindAt(item.Path, 321)!.Path);
        Assert.Equal(item.Path, Media.FindAt(item.Path, 900)!.Path);
        using var answer = await library.VisitAsync(picture.Renditions[0].Path);
        Assert.Equal("image/webp", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("image/webp", (await library.Editor.GetAsync($"/admin/media/{item.Id}/file?width=320")).Response.Content.Headers.ContentType!.MediaType);
        Assert.Empty(Directory.GetFiles(Path.Combine(library.Site.MediaFolder, ".uploads")));
    }

    [Fact]
    public async Task A_picture_is_not_published_in_a_language_in_which_nobody_says_what_it_shows()
    {
        var item = await library.AddAsync("silent.png", TestFiles.Png(library.NewWidth(), 13));
        var film = Edits.New("Film", "AT", "silent").With("Poster", FilmSite.Paths(item.Path)).With("de", "Notes", "Neu").With("fr", "Notes", "Neuf");

        Assert.Contains($"in the language de what the picture shows", Assert.Single(await AskAsync(film, "de")), StringComparison.Ordinal);
        Assert.Equal(2, (await AskAsync(film, "")).Count);

        var page = await library.Editor.GetPageAsync($"/admin/media/{item.Id}");
        var refused = await library.Editor.SubmitAsync(page, "Save what it shows", ("language", "de"), ("text", " "));
        Assert.Contains("Write what the picture shows, or say that it is only decoration.", refused.Html, StringComparison.Ordinal);
        page = await library.Editor.SubmitAsync(page, "Save what it shows", ("language", "de"), ("text", "Ein gelbes Fenster."));
        Assert.Contains("Ein gelbes Fenster.", page.Page.QuerySelector("dd[lang=de]")!.TextContent, StringComparison.Ordinal);
        await library.Editor.SubmitAsync(page, "Save what it shows", ("language", "fr"), ("isDecorative", "true"));

        Assert.Empty(await AskAsync(film, "de"));
        Assert.Empty(await AskAsync(film, "fr"));
        Assert.Empty(await AskAsync(film, ""));
        Assert.Equal("Ein gelbes Fenster.", Media.FindPicture(item.Path)!.Texts["de"]);
    }

    [Fact]
    public async Task A_text_may_say_itself_what_its_pictures_show_and_names_none_that_is_gone()
    {
        var picture = await library.AddAsync("own.png", TestFiles.Png(library.NewWidth(), 15));
        var silent = Edits.New("Film", "AT", "own").With("de", "Captions", FilmSite.Paths(picture.Path));
        var paths = FilmSite.Paths(picture.Path);
        paths[0]!["Text"] = "Ein Fenster.";

        Assert.Single(await AskAsync(silent, "de"));
        Assert.Empty(await AskAsync(silent.With("de", "Captions", paths), "de"));
        Assert.Contains("is not in the library any more", Assert.Single(await AskAsync(silent.With("de", "Captions", FilmSite.Paths("library/0/gone.png")), "de")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_translator_says_it_in_their_language_and_in_no_other()
    {
        var item = await library.AddAsync("translated.png", TestFiles.Png(library.NewWidth(), 17));
        using var translator = await library.Site.SignInAsync(AdminSite.Grant(Role.Translator, "AT", "de"));
        var page = await translator.GetPageAsync($"/admin/media/{item.Id}");

        Assert.Equal(["de"], page.Page.QuerySelectorAll("#language option").Select(one => one.GetAttribute("value")));
        Assert.Null(page.Page.QuerySelector("#name"));
        Assert.Contains("It was saved.", (await translator.SubmitAsync(page, "Save what it shows", ("text", "Ein Fenster."))).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await translator.SendFormAsync(page, "Save what it shows", ("language", "fr"), ("text", "Une fenêtre."))).Status);
    }

    [Fact]
    public async Task The_library_answers_a_field_that_chooses_a_file()
    {
        var item = await library.AddAsync("chosen by a field.png", TestFiles.Png(library.NewWidth(), 19));
        var list = await library.Editor.GetAsync("/admin/media?format=json&q=chosen%20field");
        var known = await library.Editor.GetAsync($"/admin/media?format=json&path={Uri.EscapeDataString(item.Path)}");
        using var stranger = await library.Site.SignInAsync(AdminSite.Grant(Role.NationalEditor, "FR"));
        var hidden = await stranger.GetAsync($"/admin/media?format=json&path={Uri.EscapeDataString(item.Path)}");

        Assert.Equal([item.Path], PathsIn(list));
        Assert.Equal([item.Path], PathsIn(known));
        Assert.Empty(PathsIn(hidden));
    }

    private MediaFolder Media => library.Site.Services.GetRequiredService<MediaFolder>();

    private static IEnumerable<string?> PathsIn(Answer answer) =>
        [.. JsonDocument.Parse(answer.Html).RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("path").GetString())];

    private async Task<HttpStatusCode> DrawAsync(MediaItem item, byte[] bytes) =>
        (await LibrarySite.UploadAsync(library.Editor, HttpMethod.Post, $"/admin/media/{item.Id}/renditions", bytes)).Status;

    private async Task<IReadOnlyList<string>> AskAsync(PublishedItem item, string locale)
    {
        var gate = library.Site.Services.GetServices<PublishGate>().Single(one => one.GetType().Name == "DescribedPictures");

        return [.. (await gate.ProblemsAsync(library.Site.Published.Public, item, locale, default)).Select(problem => problem.Sentence.ToString())];
    }
}
