using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace SayNo.Web.Media;

/// <summary>The settings under <c>SayNo:Media</c>.</summary>
public sealed class MediaSettings
{
    /// <summary>Where films, captions and pictures lie.</summary>
    public string Folder { get; set; } = "App_Data/media";
}

/// <summary>The files that the site serves under <see cref="Root"/>: those of known kinds, by names that can only lead into the folder.</summary>
public sealed partial class MediaFolder(IOptions<MediaSettings> settings)
{
    public const string Root = "/media";

    /// <summary>Where the files lie that editors have uploaded, each in a folder of its own with a name that nobody guesses.</summary>
    public const string Library = "library/";

    private const int LongestPath = 260;

    private static readonly Dictionary<string, string> ContentTypes = new(StringComparer.Ordinal)
    {
        [".mp4"] = "video/mp4",
        [".webm"] = "video/webm",
        [".vtt"] = "text/vtt; charset=utf-8",
        [".webp"] = "image/webp",
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
    };

    private readonly string _folder = Path.GetFullPath(settings.Value.Folder);

    /// <summary>The folder on this machine, for the module that writes into it.</summary>
    public string FullName => _folder;

    /// <summary>The file of a path such as <c>films/say-no-de.mp4</c>; null if there is none, or if it must not be served.</summary>
    public MediaFile? Find(string path)
    {
        if (path.Length > LongestPath || !Name().IsMatch(path) || !ContentTypes.TryGetValue(Path.GetExtension(path), out var contentType))
        {
            return null;
        }

        var file = new FileInfo(Path.Combine(_folder, path));

        return !file.Exists ? null : new()
        {
            Path = path,
            FullName = file.FullName,
            ContentType = contentType,
            Length = file.Length,
            ModifiedAt = file.LastWriteTimeUtc,
            IsForever = Hash().IsMatch(path),
        };
    }

    /// <summary>What pages must know of a picture of the library; null if it is none.</summary>
    public MediaPicture? FindPicture(string path)
    {
        if (!path.StartsWith(Library, StringComparison.Ordinal) || Find(path) is not { } file)
        {
            return null;
        }

        var about = new FileInfo(Path.Combine(Path.GetDirectoryName(file.FullName) ?? "", MediaPicture.FileName));

        return about.Exists ? MediaPicture.Parse(File.ReadAllText(about.FullName)) : null;
    }

    /// <summary>A picture at a width that is enough for a place, if there is such a rendition; else as it is.</summary>
    public MediaFile? FindAt(string path, int width) =>
        FindPicture(path)?.Renditions.FirstOrDefault(one => one.Width >= width) is { } enough && Find(enough.Path) is { } rendition ? rendition : Find(path);

    // No name begins with a dot: neither "..", nor what a program hides.
    [GeneratedRegex(@"\A[a-zA-Z0-9_-][a-zA-Z0-9._-]*(/[a-zA-Z0-9_-][a-zA-Z0-9._-]*)*\z")]
    private static partial Regex Name();

    // Sixteen digits and more: a date must not pass for a hash.
    [GeneratedRegex(@"[._-][0-9a-f]{16,64}\.[a-z0-9]+\z")]
    private static partial Regex Hash();
}

/// <summary>One file that the site serves.</summary>
public sealed record MediaFile
{
    /// <summary>Its path within the folder.</summary>
    public required string Path { get; init; }

    public required string FullName { get; init; }

    public required string ContentType { get; init; }

    /// <summary>In bytes.</summary>
    public required long Length { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime ModifiedAt { get; init; }

    /// <summary>True if its name holds a hash of what is in it, so that it never changes.</summary>
    public required bool IsForever { get; init; }

    /// <summary>Its address on the site.</summary>
    public string Address => $"{MediaFolder.Root}/{Path}";
}
