using System.Text.Json;
using System.Text.Json.Serialization;

namespace SayNo.Content.Publishing;

/// <summary>What a translation or an override was made from: a version of its source, and the hash of each segment of it.</summary>
/// <param name="VersionId">The source's version that was looked at last.</param>
/// <param name="Fields">What the fields of the text were made from, segment by segment.</param>
/// <param name="Hashes">Of texts that were saved before there were segments: field name to hash of all that the source's field said.</param>
public sealed record MadeFrom(
    string VersionId, IReadOnlyDictionary<string, MadeFromField>? Fields = null, IReadOnlyDictionary<string, string>? Hashes = null)
{
    private static readonly JsonSerializerOptions Form = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <exception cref="JsonException">The text is not what <see cref="ToString"/> writes.</exception>
    public static MadeFrom Parse(string json) => JsonSerializer.Deserialize<MadeFrom>(json, Form) ?? throw new JsonException("A version's origin is missing.");

    public override string ToString() => JsonSerializer.Serialize(this, Form);
}

/// <summary>
/// What one field of a text was made from. It need not be what the source said at any one moment: each part of it is as old as the
/// translation of that part.
/// </summary>
/// <param name="Source">The hashes of the source's segments, in their order.</param>
/// <param name="Targets">For each segment of the text: its place in <paramref name="Source"/>, or -1 if it was made from none of them.</param>
public sealed record MadeFromField(IReadOnlyList<string> Source, IReadOnlyList<int> Targets)
{
    /// <summary>The place of what was made from nothing.</summary>
    public const int Nothing = -1;
}
