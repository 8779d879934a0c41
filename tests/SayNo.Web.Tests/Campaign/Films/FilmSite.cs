using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using SayNo.Content.Published;
using SayNo.Testing;
using SayNo.Web.Media;

namespace SayNo.Web.Tests.Campaign.Films;

/// <summary>
/// The public site with films: Sweden has an English one, with captions in five languages, and a Swedish one; Germany's is on another website.
/// </summary>
public sealed class FilmSite : IAsyncLifetime, IDisposable
{
    private readonly TempFolder _folder = new();

    public FilmSite()
    {
        Media = Directory.CreateDirectory(_folder.File("media")).FullName;
        File.WriteAllText(_folder.File("secret.mp4"), "secret");
        Add("clip.0123456789abcdef.mp4", "clip.mp4");
        Add("notes.txt", "clip-en.vtt");
        Add(".hidden.mp4", "clip.mp4");

        foreach (var file in Directory.GetFiles(Clip))
        {
            Add(Path.GetFileName(file), Path.GetFileName(file));
        }

        Under = new(builder => builder.Configuration["SayNo:Media:Folder"] = Media);
        Under.Published.Show(WithFilms(RecipePicture.Campaign));
    }

    /// <summary>The pictures, words and sounds that stand for the film.</summary>
    public static string Clip { get; } = Repository.Path("tests/SayNo.Testing/Clip");

    public SiteUnderTest Under { get; }

    public string Media { get; }

    public MediaFolder MediaFolder => new(Options.Create(new MediaSettings { Folder = Media }));

    public Uri Address => Under.Http.BaseAddress!;

    public Task InitializeAsync() => Under.InitializeAsync();

    public Task DisposeAsync() => Under.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    internal static JsonArray Paths(params IEnumerable<string> paths) => [.. paths.Select(path => new JsonObject { ["Path"] = path })];

    private static Picture WithFilms(Picture picture)
    {
        var english = Edits.New("Film", "SE", "clip-en").With("Language", "en").With("Title", "The clip").With("DurationSeconds", 3).With("Poster", Paths("poster.webp"))
            .With("Files", Paths("clip.mp4", "clip.webm")).With("DescribedFiles", Paths("clip.webm"))
            .With("en", "Transcript", "A yellow square moves. A green bar meets it.").With("ar", "Transcript", "مربع أصفر يتحرك.");
        var swedish = Edits.New("Film", "SE", "clip-sv").With("Language", "sv").With("Title", "Klippet").With("Files", Paths("clip.webm"));
        var german = picture.OfType("Film", "DE").Single().With("Video", new JsonObject { ["Url"] = "https://films.example.org/say-no" });

        foreach (var locale in new[] { "ar", "bg", "de", "el", "en" })
        {
            english = english.With(locale, "Captions", Paths($"clip-{locale}.vtt"));
        }

        return picture.Publish(english, swedish, german);
    }

    private void Add(string name, string file) => File.Copy(Path.Combine(Clip, file), Path.Combine(Media, name));
}
