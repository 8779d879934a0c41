using System.Text;
using SayNo.Campaign.Films;
using SayNo.Content.Published;
using SayNo.Content.Storage;

namespace SayNo.Web.Tests.Campaign.Films;

/// <summary>What is said of a film's files when somebody wants to publish it.</summary>
public sealed class FilmFilesTests(FilmSite site) : IClassFixture<FilmSite>
{
    private const string Good = "WEBVTT\n\n00:01.000 --> 00:02.000\nOne\n";

    [Fact]
    public async Task The_clip_s_files_and_captions_are_sound()
    {
        var item = site.Under.Published.Current.Find("Film", "SE", "clip-en")!;

        foreach (var locale in item.Locales.Keys.Prepend(Variant.Neutral))
        {
            Assert.Empty(await AskAsync(item, locale));
        }
    }

    [Fact]
    public async Task R22_a_film_waits_for_captions_in_the_language_spoken_and_for_a_still_picture()
    {
        var film = Edits.New("Film", "SE", "new").With("Language", "de-AT").With("Files", FilmSite.Paths("clip.mp4")).With("de", "Notes", "Neu")
            .With("en", "Captions", FilmSite.Paths("clip-en.vtt"));

        Assert.Equal(["Poster", "Files"], (await ProblemsAsync(film, Variant.Neutral)).Select(problem => problem.Field));
        Assert.Equal("Captions", Assert.Single(await ProblemsAsync(film, "de")).Field);
        Assert.Empty(await ProblemsAsync(film, "en"));

        film = film.With("Poster", FilmSite.Paths("poster.webp")).With("de", "Captions", FilmSite.Paths("clip-de.vtt"));
        Assert.Empty(await ProblemsAsync(film, Variant.Neutral));
        Assert.Empty(await ProblemsAsync(film, "de"));
    }

    [Fact]
    public async Task R22_of_a_film_in_a_language_that_the_site_does_not_write_any_captions_are_enough()
    {
        var film = Edits.New("Film", "SE", "new").With("Language", "se").With("Files", FilmSite.Paths("clip.mp4")).With("Poster", FilmSite.Paths("poster.webp"));

        Assert.Contains("(se)", Assert.Single(await AskAsync(film, Variant.Neutral)), StringComparison.Ordinal);
        Assert.Empty(await AskAsync(film.With("en", "Captions", FilmSite.Paths("clip-en.vtt")), Variant.Neutral));
    }

    [Theory]
    [InlineData("Files", "nothing.mp4", "There is no file \"nothing.mp4\" in the media folder.")]
    [InlineData("Files", "clip-en.vtt", "The file \"clip-en.vtt\" cannot be used here. Its name must end in .mp4, .webm.")]
    [InlineData("DescribedFiles", "../secret.mp4", "There is no file \"../secret.mp4\" in the media folder.")]
    [InlineData("Poster", "clip.mp4", "The file \"clip.mp4\" cannot be used here. Its name must end in .webp, .png, .jpg.")]
    public async Task A_file_that_is_not_there_or_of_another_kind_is_refused_beside_its_field(string field, string path, string sentence)
    {
        var problem = (await ProblemsAsync(Edits.New("Film", "SE", "new").With(field, FilmSite.Paths(path)), Variant.Neutral))[0];

        Assert.Equal(field, problem.Field);
        Assert.StartsWith(sentence, problem.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("WEBVT\n", "Line 1 of the captions must be the word WEBVTT.")]
    [InlineData("WEBVTT\n00:01.000 --> 00:02.000\nOne", "Line 2 of the captions must be empty.")]
    [InlineData("WEBVTT\n\nNOTE Nothing yet\n", "The file holds no captions.")]
    [InlineData("WEBVTT\n\n1\n0:01 --> 0:02\nOne", "Line 4 of the captions must be two times, such as 00:01.000 --> 00:03.500.")]
    [InlineData("WEBVTT\n\n00:02.000 --> 00:02.000\nOne", "Line 3 of the captions: the caption must end after it begins.")]
    [InlineData(Good + "\n00:01.500 --> 00:03.000\nTwo", "Line 6 of the captions: this caption begins before the one above it has ended.")]
    [InlineData(Good + "\n00:00.500 --> 00:00.900\nTwo", "Line 6 of the captions: this caption comes before the one above it. Put them in order.")]
    [InlineData(Good + "\n00:03.000 --> 00:04.000", "Line 6 of the captions: the caption has no text.")]
    [InlineData("WEBVTT\n\n00:01.000 --> 00:02.000\nOne\nTwo\nThree", "Line 3 of the captions: a caption has 2 lines at most, this one has 3.")]
    [InlineData("WEBVTT\n\n00:01.000 --> 00:02.000\nA\nabcdefghijklmnopqrstuvwxyzabcdefghijklmnopq", "Line 5 of the captions has 43 signs. Nobody reads more than 42 in time.")]
    public async Task R23_captions_that_cannot_be_read_in_time_are_refused_with_the_line(string captions, string sentence) =>
        Assert.Equal([sentence], await AskAsync(Encoding.UTF8.GetBytes(captions)));

    [Theory]
    [InlineData("\uFEFFWEBVTT - Say No\r\n\r\nSTYLE\r\n::cue { color: white }\r\n\r\nfirst\r\n00:00:01.000 --> 01:00:02.000 line:0\r\n<v Ada>A &amp; B</v>\r\n")]
    [InlineData(Good + "\n00:02.000 --> 00:03.000\n<i>abcdefghijklmnopqrstuvwxyzabcdefghijklmnop</i>\nTwo\n")]
    public async Task R23_names_marks_styles_and_captions_that_follow_at_once_are_welcome(string captions) =>
        Assert.Empty(await AskAsync(Encoding.UTF8.GetBytes(captions)));

    [Fact]
    public async Task R23_captions_in_another_encoding_are_refused() =>
        Assert.StartsWith("The captions are not written in UTF-8.", Assert.Single(await AskAsync(Encoding.Latin1.GetBytes(Good + "é"))), StringComparison.Ordinal);

    private async Task<IEnumerable<string>> AskAsync(byte[] captions)
    {
        var name = $"{Guid.NewGuid():N}.vtt";
        await File.WriteAllBytesAsync(Path.Combine(site.Media, name), captions);

        return await AskAsync(Edits.New("Film", "SE", "new").With("de", "Captions", FilmSite.Paths(name)), "de");
    }

    private async Task<IEnumerable<string>> AskAsync(PublishedItem item, string locale) =>
        (await ProblemsAsync(item, locale)).Select(problem => problem.Sentence.ToString());

    private Task<IReadOnlyList<Content.Fields.Problem>> ProblemsAsync(PublishedItem item, string locale) =>
        new FilmFiles(site.MediaFolder).ProblemsAsync(site.Under.Published.Current, item, locale, default);
}
