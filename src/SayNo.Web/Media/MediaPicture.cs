using System.Text.Json;
using System.Text.Json.Serialization;

namespace SayNo.Web.Media;

/// <summary>
/// What pages must know of a picture of the library. It lies beside the picture, so that a page can be drawn while the database is away;
/// the module that keeps the library writes it.
/// </summary>
public sealed record MediaPicture
{
    /// <summary>Begins with a dot, so that nobody is served it.</summary>
    public const string FileName = ".picture.json";

    private static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
    };

    public required int Width { get; init; }

    public required int Height { get; init; }

    public required MediaFocus Focus { get; init; }

    /// <summary>The same picture at other widths, the smallest first.</summary>
    public IReadOnlyList<MediaSize> Renditions { get; init; } = [];

    /// <summary>What it shows, by locale; empty where somebody decided that nothing is to be said.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>();

    public static MediaPicture? Parse(string json) => JsonSerializer.Deserialize<MediaPicture>(json, Form);

    public override string ToString() => JsonSerializer.Serialize(this, Form);
}

/// <summary>A picture at one width.</summary>
/// <param name="Path">Its path in the media folder.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
public sealed record MediaSize(string Path, int Width, int Height);
