using System.Net;
using System.Text;
using SayNo.Content.Publishing;
using SayNo.Media.Files;
using SayNo.Testing;
using SayNo.Web.Tests.Admin;
using SayNo.Web.Tests.Campaign.Films;

namespace SayNo.Web.Tests.Media;

/// <summary>The library as editors use it without script.</summary>
public sealed class LibraryTests(LibrarySite library) : IClassFixture<LibrarySite>
{
    private const string Nothing = "WEBVTT\n\nNOTE Nothing yet\n";

    private static readonly string Clip = Repository.Path("tests/SayNo.Testing/Clip");

    public static TheoryData<string, byte[], FileKind> Pictures => new()
    {
        { "Foto.JPG", TestFiles.Jpeg(41, 21), FileKind.Jpeg },
        { "Foto.png", TestFiles.Png(41, 21, hasNotes: true), FileKind.Png },
        { "a video.mp4", TestFiles.WebP(41, 21), FileKind.WebP },
    };

    public static TheoryData<string, byte[], string> Refused => new()
    {
        { "logo.png", Encoding.ASCII.GetBytes("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>"), "A drawing in SVG can hold a program" },
        { "a.jpg", Encoding.ASCII.GetBytes("GIF89a"), "GIF is not taken." },
        { "a.jpg", Encoding.ASCII.GetBytes("\0\0\0\u0018ftypheic\0\0\0\0mif1heic"), "This is a photo in the format of one maker's phones." },
        { "a.mp4", Encoding.ASCII.GetBytes("\0\0\0\u0014ftypqt  \0\0\0\0qt  "), "This is a film in the format MOV" },
        { "a.jpg", Encoding.ASCII.GetBytes("MZ this is a program"), "This file is none of them, whatever its name says." },
        { "a.jpg", [], "The file is empty." },
        { "a.png", TestFiles.Png(50_000, 50_000), "The picture has 50000 times 50000 pixels." },
        { "a.png", TestFiles.Png(16_000, 16_000), "The picture has 16000 times 16000 pixels." },
        { "a.webp", TestFiles.WebP(16_000, 16_000), "The picture has 16000 times 16000 pixels." },
        { "a.jpg", TestFiles.Jpeg(30_000, 10), "The picture has 30000 times 10 pixels." },
        { "a.jpg", TestFiles.Jpeg(40, 20, turned: 6), "The picture lies on its side" },
        { "a.png", TestFiles.Png(40, 20, hasNotes: true, turned: 8), "The picture lies on its side" },
        { "a.webp", TestFiles.WebP(40, 20, turned: 3), "The picture lies on its side" },
        { "a.webp", TestFiles.WebP(40, 20, moves: true), "This picture moves." },
        { "a.png", TestFiles.Png(40, 20)[..^20], "The file is damaged or ends too early." },
        { "a.jpg", TestFiles.Jpeg(40, 20)[..^40], "The file is damaged or ends too early." },
        { "a.mp4", TestFiles.Mp4()[..^10], "The file is damaged or ends too early." },
        { "a.vtt", Encoding.ASCII.GetBytes(Nothing), "The file holds no captions." },
        { "a.vtt", Encoding.ASCII.GetBytes("WEBVTT\n\n00:01.000 --> 00:01.000\nOne\n"), "Line 3 of the captions: the caption must end after it begins." },
    };

    [Theory]
    [MemberData(nameof(Pictures))]
    public async Task A_picture_is_known_by_what_is_in_it_and_loses_what_a_camera_noted(string name, byte[] bytes, FileKind kind)
    {
        Assert.True(Holds(bytes, TestFiles.Note));

        var item = await library.AddAsync(name, bytes);

        var clean = library.BytesOf(item);
        Assert.Equal((kind, 41, 21), (item.Kind, item.Width, item.Height));
        Assert.EndsWith(kind.Ending(), item.Path, StringComparison.Ordinal);
        Assert.Equal(item.Bytes, clean.Length);
        Assert.False(Holds(clean, "Anna"));
        Assert.True(kind != FileKind.Jpeg || (Holds(clean, "ICC_PROFILE") && Holds(clean, "JFIF") && clean.AsSpan(clean.Length - 2).SequenceEqual((ReadOnlySpan<byte>)[0xFF, 0xD9])));
        Assert.True(kind != FileKind.Png || (Holds(clean, "gAMA") && Holds(clean, "IEND")));
        Assert.True(kind != FileKind.WebP || (BitConverter.ToInt32(clean, 4) == clean.Length - 8 && (clean[20] & 0x0C) == 0));
    }

    [Fact]
    public async Task Films_lose_their_notes_and_keep_every_byte_in_its_place()
    {
        var bytes = TestFiles.Mp4();
        var made = await library.AddAsync("film.mp4", bytes);
        var mp4 = await library.AddAsync("clip.mp4", await File.ReadAllBytesAsync(Path.Combine(Clip, "clip.mp4")));
        var webm = await library.AddAsync("clip.webm", await File.ReadAllBytesAsync(Path.Combine(Clip, "clip.webm")));

        var clean = library.BytesOf(made);
        Assert.Equal((640, 360), (made.Width, made.Height));
        Assert.Equal(bytes.Length, clean.Length);
        Assert.False(Holds(clean, "Anna"));
        Assert.Equal(bytes.AsSpan().IndexOf("mdat"u8), clean.AsSpan().IndexOf("mdat"u8));
        Assert.True(mp4.Width > 0 && webm.Width == mp4.Width && webm.Height == mp4.Height);
        Assert.False(Holds(library.BytesOf(webm), "ENCODER"));
    }

    [Fact]
    public async Task A_film_and_its_captions_in_five_languages_come_at_once()
    {
        var answer = await LibrarySite.SendAsync(library.Editor, "AT",
            Directory.GetFiles(Clip, "*.vtt").Select(file => (Path.GetFileName(file), File.ReadAllBytes(file))));

        Assert.Equal("/admin/media?notice=added", answer.Location);
        var list = await library.Editor.GetPageAsync("/admin/media?kind=captions&q=CLIP%20de");
        Assert.Contains("clip-de.vtt", list.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("clip-en.vtt", list.Html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_cannot_be_used_is_refused_with_the_reason_and_leaves_nothing(string name, byte[] bytes, string sentence)
    {
        var good = TestFiles.Png(library.NewWidth(), 3);

        var answer = await LibrarySite.SendAsync(library.Editor, "AT", (name, bytes), ("good.png", good));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        var summary = answer.Page.QuerySelector(".sn-summary")!.TextContent;
        Assert.Contains($"{name}: ", summary, StringComparison.Ordinal);
        Assert.Contains(sentence, summary, StringComparison.Ordinal);
        Assert.Contains("1 other file is in the library.", summary, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.Combine(library.Site.MediaFolder, ".uploads")));
    }

    [Fact]
    public async Task A_file_is_nobodys_to_find_or_keep_before_something_public_uses_it()
    {
        var item = await library.AddAsync("Plakat für März.png", TestFiles.Png(library.NewWidth(), 5));
        Assert.Matches($"^library/[0-9a-f]{{32}}/plakat-fur-marz\\.{item.Hash[..32]}\\.png$", item.Path);

        using var draft = await library.VisitAsync(item.Path);
        Assert.Equal(HttpStatusCode.OK, draft.StatusCode);
        Assert.Equal("no-store, private", draft.Headers.CacheControl!.ToString());
        Assert.Equal("noindex", Assert.Single(draft.Headers.GetValues("X-Robots-Tag")));

        using var notes = await library.VisitAsync(item.Path[..(item.Path.LastIndexOf('/') + 1)] + ".picture.json");
        Assert.Equal(HttpStatusCode.NotFound, notes.StatusCode);

        var before = library.Site.Published.Public;
        library.Site.Published.Show(before.Publish(Edits.New("Film", "AT", "with-poster").With("Poster", FilmSite.Paths(item.Path))));
        using var shown = await library.VisitAsync(item.Path);
        library.Site.Published.Show(before);
        Assert.Equal("public, max-age=31536000, immutable", shown.Headers.CacheControl!.ToString());
        Assert.False(shown.Headers.Contains("X-Robots-Tag"));
    }

    [Fact]
    public async Task The_same_file_twice_is_one_file()
    {
        var bytes = TestFiles.Png(library.NewWidth(), 7);

        Assert.Equal((await library.AddAsync("one.png", bytes)).Id, (await library.AddAsync("two.png", bytes)).Id);
    }

    [Fact]
    public async Task A_name_and_the_point_that_matters_most_are_changed_and_written_down()
    {
        var item = await library.AddAsync("IMG_0001.png", TestFiles.Png(library.NewWidth(), 9));
        var page = await library.Editor.GetPageAsync($"/admin/media/{item.Id}");

        var saved = await library.Editor.SubmitAsync(page, "Save", ("name", "Mädchen am Fenster"), ("focusX", "20"), ("focusY", "80"));

        Assert.Equal("Mädchen am Fenster", saved.Page.QuerySelector("h1")!.TextContent);
        Assert.Contains("\"y\": 80", File.ReadAllText(Path.Combine(library.Site.MediaFolder, Path.GetDirectoryName(item.Path)!, ".picture.json")), StringComparison.Ordinal);
        using var auditor = await library.Site.SignInAsync(AdminSite.Grant(Role.Auditor));
        Assert.Contains("Changed the name of a file", (await auditor.GetPageAsync("/admin/audit")).Html, StringComparison.Ordinal);
        var refused = await library.Editor.SubmitAsync(saved, "Save", ("name", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
    }

    [Fact]
    public async Task A_file_that_a_draft_uses_stays_and_says_where_it_is_used()
    {
        var item = await library.AddAsync("used.png", TestFiles.Png(library.NewWidth(), 11));
        using var lead = await library.Site.SignInAsync(AdminSite.Grant(Role.CampaignLead, "AT"));
        var film = await CreateAsync("Film", "AT", item.Path, lead);
        var page = await lead.GetPageAsync($"/admin/media/{item.Id}");

        Assert.Contains("Film mit Bild", page.Page.QuerySelector(".sn-uses")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("in a draft", page.Page.QuerySelector(".sn-uses")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Page.QuerySelectorAll("button"), one => one.TextContent == "Delete for good");
        var refused = await lead.PostAsync($"/admin/media/{item.Id}?handler=Delete", ("form-token", page.FormToken!));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Texts use this file.", refused.Html, StringComparison.Ordinal);

        await library.Site.WithAsync<ContentPublisher, PublishResult>(publisher => publisher.DeleteAsync(film, Editor.System, default));
        var gone = await lead.SubmitAsync(await lead.GetPageAsync($"/admin/media/{item.Id}"), "Delete for good");

        Assert.Contains("The file was deleted.", gone.Html, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.GetDirectoryName(Path.Combine(library.Site.MediaFolder, item.Path))));
        using var visited = await library.VisitAsync(item.Path);
        Assert.Equal(HttpStatusCode.NotFound, visited.StatusCode);
    }

    private async Task<string> CreateAsync(string type, string scope, string path, Browser by)
    {
        var created = await library.Site.WithAsync<ContentDrafts, CreateResult>(drafts =>
            drafts.CreateAsync(new() { Type = type, Scope = scope, Slug = $"with-{Guid.NewGuid():N}" }, by.Editor, default));
        var draft = new DraftText
        {
            ItemId = created.Item!.Id,
            Locale = "",
            Values = Content.ContentValues.Parse($$"""{ "Language": "de", "Title": "Film mit Bild", "Poster": [ { "Path": "{{path}}" } ] }"""),
        };
        var saved = await library.Site.WithAsync<ContentDrafts, SaveResult>(drafts => drafts.SaveAsync(draft, by.Editor, default));
        Assert.True(saved.IsSaved);

        return created.Item.Id;
    }

    private static bool Holds(byte[] bytes, string text) => bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(text)) >= 0;
}
