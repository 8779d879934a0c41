using System.Text.Json;
using System.Text.RegularExpressions;

namespace SayNo.Content.Reading;

/// <summary>What a site's texts never say, by language, and whose wording has to stay as it is.</summary>
/// <param name="Groups">Words that are unwanted for the same reason.</param>
/// <param name="Agreed">Parts of sentences that others agreed on: they may be long.</param>
public sealed record UnwantedWords(IReadOnlyList<UnwantedGroup> Groups, IReadOnlyList<string> Agreed)
{
    public static UnwantedWords None { get; } = new([], []);

    public static UnwantedWords Read(Stream json) => JsonSerializer.Deserialize<UnwantedWords>(json, JsonSerializerOptions.Web) ?? None;

    /// <summary>The words of a text that it should not have, each with the reason.</summary>
    public IEnumerable<(string Words, string Why)> In(string text, string locale)
    {
        var written = text.Replace('’', '\'');

        return
            from one in Groups
            from pattern in one.Words.GetValueOrDefault(locale) ?? []
            let match = Regex.Match(written, pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))
            where match.Success
            select (match.Value, one.Why);
    }
}

/// <summary>Words that are unwanted for one reason.</summary>
/// <param name="Why">The reason, as a sentence.</param>
/// <param name="Words">Regular expressions by BCP 47 tag.</param>
public sealed record UnwantedGroup(string Why, IReadOnlyDictionary<string, IReadOnlyList<string>> Words);
