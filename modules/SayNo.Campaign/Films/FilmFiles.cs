using SayNo.Content.Fields;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Web.Media;

namespace SayNo.Campaign.Films;

/// <summary>
/// Sees to it that a film never names a file that is not there or not of its kind, that whoever cannot hear it can follow (R22), and that its
/// captions can be read in time (R23).
/// </summary>
public sealed class FilmFiles(MediaFolder media) : PublishGate
{
    private const long LongestCaptions = 1_000_000;

    private static readonly (string Name, string[] Endings)[] Shared =
    [
        ("Files", [".mp4", ".webm"]),
        ("DescribedFiles", [".mp4", ".webm"]),
        ("Poster", [".webp", ".png", ".jpg"]),
    ];

    private static readonly (string Name, string[] Endings)[] Localized = [(FilmCaptions.Field, [".vtt"])];

    public override bool IsAskedAgain => true;

    public override async Task<IReadOnlyList<Problem>> ProblemsAsync(Picture after, PublishedItem item, string locale, CancellationToken ct)
    {
        var isNeutral = locale == Variant.Neutral;

        if (item.Type != "Film" || (isNeutral ? item.Neutral : item.Locales.GetValueOrDefault(locale))?.Values is not { } values)
        {
            return [];
        }

        var problems = new List<Problem>();

        foreach (var (field, endings) in isNeutral ? Shared : Localized)
        {
            foreach (var path in MediaPaths.Of(values[field]))
            {
                problems.AddRange((await SentencesAsync(path, endings, ct)).Select(sentence => new Problem(field, sentence)));
            }
        }

        problems.AddRange(Missing(after, item, locale));

        return problems;
    }

    /// <summary>What a film that the site itself plays cannot do without.</summary>
    private static IEnumerable<Problem> Missing(Picture after, PublishedItem item, string locale)
    {
        var isNeutral = locale == Variant.Neutral;

        if (MediaPaths.Of(item.Neutral?.Values["Files"]) is [])
        {
            yield break;
        }

        if (isNeutral && MediaPaths.Of(item.Neutral?.Values["Poster"]) is [])
        {
            yield return new("Poster", "Choose a still picture: without one, visitors see a black box before they press play.");
        }

        var language = item.Text("Language") ?? "";

        // In a language that the site does not write in there can be no captions: then any are better than none.
        var isKnown = after.Locales.Supported.Any(one => SpokenLanguage.IsSame(one, language));
        bool Helps(string one) => !isKnown || SpokenLanguage.IsSame(one, language);

        if ((isNeutral || Helps(locale)) && !item.Locales.Any(text => Helps(text.Key) && MediaPaths.Of(text.Value.Values[FilmCaptions.Field]).Count > 0))
        {
            yield return new(isNeutral ? "Files" : FilmCaptions.Field, NoCaptions(language));
        }
    }

    private static Sentence NoCaptions(string language) =>
        $"Whoever cannot hear the film needs captions in the language that is spoken in it ({language}). Give the film's text in that language a captions file, and publish that first.";

    private async Task<IEnumerable<Sentence>> SentencesAsync(string path, string[] endings, CancellationToken ct)
    {
        if (!endings.Contains(Path.GetExtension(path)))
        {
            return [$"The file \"{path}\" cannot be used here. Its name must end in {string.Join(", ", endings)}."];
        }

        if (media.Find(path) is not { } file)
        {
            return [$"There is no file \"{path}\" in the media folder. Its name may hold letters from a to z, digits, hyphens and dots."];
        }

        return endings is [".vtt"] ? await CaptionProblemsAsync(file, ct) : [];
    }

    private static async Task<IEnumerable<Sentence>> CaptionProblemsAsync(MediaFile file, CancellationToken ct) => file.Length > LongestCaptions
        ? [$"The captions \"{file.Path}\" are too large for a file of captions."]
        : new WebVtt(await File.ReadAllBytesAsync(file.FullName, ct)).Problems();
}
