using System.Text.Json;

namespace SayNo.Content.Publishing;

/// <summary>What a translation or an override was made from: a version of its source, and the hash of each segment of it.</summary>
/// <param name="VersionId">The source's version.</param>
/// <param name="Hashes">Field name to hash of the source's text at that time; see <c>SourceHash</c>.</param>
public sealed record MadeFrom(string VersionId, IReadOnlyDictionary<string, string> Hashes)
{
    /// <exception cref="JsonException">The text is not what <see cref="ToString"/> writes.</exception>
    public static MadeFrom Parse(string json) => JsonSerializer.Deserialize<MadeFrom>(json) ?? throw new JsonException("A version's origin is missing.");

    public override string ToString() => JsonSerializer.Serialize(this);
}
