using System.Text.Json;
using SayNo.Content.Fields;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Web.Media;

namespace SayNo.Media.Library;

/// <summary>
/// Lets no picture of the library become public in a language in which nobody has said what it shows, or that it is only decoration; and no
/// file that is gone.
/// </summary>
public sealed class DescribedPictures(MediaFolder media) : PublishGate
{
    public override bool IsAskedAgain => true;

    public override Task<IReadOnlyList<Problem>> ProblemsAsync(Picture after, PublishedItem item, string locale, CancellationToken ct)
    {
        var problems = new List<Problem>();

        foreach (var field in after.Types.GetValueOrDefault(item.Type)?.Fields.OfType<MediaField>() ?? [])
        {
            // What is the same in every language is seen in each of them.
            var values = (field.Localized ? item.Locales.GetValueOrDefault(locale) : item.Neutral)?.Values;
            problems.AddRange(ProblemsOf(field, values?[field.Name], locale == Variant.Neutral ? [.. item.Locales.Keys] : [locale]));
        }

        return Task.FromResult<IReadOnlyList<Problem>>(problems);
    }

    private IEnumerable<Problem> ProblemsOf(MediaField field, JsonElement? value, IReadOnlyCollection<string> locales)
    {
        foreach (var path in UsedMedia.Paths(field, value).Where(path => path.StartsWith(MediaFolder.Library, StringComparison.Ordinal)))
        {
            if (media.Find(path) is null)
            {
                yield return new(field.Name, Gone(field.Label, path));
            }
            else if (media.FindPicture(path) is { } picture && !(field.Localized && HasText(value, path)))
            {
                foreach (var locale in locales.Where(locale => !picture.Texts.ContainsKey(locale)))
                {
                    yield return new(field.Name, Silent(field.Label, locale, path));
                }
            }
        }
    }

    private static bool HasText(JsonElement? value, string path) => value is { } media && media.EnumerateArray()
        .Any(one => one.GetProperty("Path").GetString() == path && one.TryGetProperty("Text", out var text) && !string.IsNullOrWhiteSpace(text.GetString()));

    private static Sentence Gone(string label, string path) => $"{label}: the file {path} is not in the library any more. Choose another one.";

    private static Sentence Silent(string label, string locale, string path) =>
        $"{label}: nobody has said in the language {locale} what the picture shows, for those who cannot see it. Say it under Pictures and films ({path}), or say there that it is only decoration.";
}
