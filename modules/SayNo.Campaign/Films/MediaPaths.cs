using System.Text.Json;
using SayNo.Content.Published;

namespace SayNo.Campaign.Films;

/// <summary>Reads the paths of files in the media folder.</summary>
internal static class MediaPaths
{
    public static IReadOnlyList<string> Paths(this ResolvedContent content, string field) =>
        content.Values.TryGetValue(field, out var found) ? Of(found.Value) : [];

    public static IReadOnlyList<string> Of(JsonElement? value) => value is { ValueKind: JsonValueKind.Array } media
        ? [.. media.EnumerateArray().Select(medium => medium.GetProperty("Path").GetString()).OfType<string>()]
        : [];
}
