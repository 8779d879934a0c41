using System.Security.Cryptography;
using SayNo.Content;
using SayNo.Media.Files;
using SayNo.Web.Media;

namespace SayNo.Media.Library;

/// <summary>
/// Where the files of the library lie in the media folder: each in a folder of its own whose name nobody guesses, under a name with the hash
/// of what is in it. What has not arrived yet, or has not been looked at, lies where nobody is served.
/// </summary>
public sealed class MediaStore(MediaFolder media)
{
    private const int LongestName = 60;
    internal const int HashDigits = 32;

    /// <summary>Begins with a dot, so that nothing in it is served.</summary>
    public string PartFolder { get; } = Path.Combine(media.FullName, ".uploads");

    public string LibraryFolder { get; } = Path.Combine(media.FullName, MediaFolder.Library);

    /// <summary>Where the bytes of an upload are gathered.</summary>
    public string PartOf(string uploadId)
    {
        Directory.CreateDirectory(PartFolder);

        return Path.Combine(PartFolder, uploadId);
    }

    /// <summary>The path that a new file gets in the media folder.</summary>
    public static string NewPath(string name, string hash, FileKind kind)
    {
        var words = Slugs.Propose(Path.GetFileNameWithoutExtension(name));
        var shortened = words.Length > LongestName ? words[..LongestName].TrimEnd('-') : words;

        return $"{MediaFolder.Library}{RandomNumberGenerator.GetHexString(HashDigits, lowercase: true)}/"
            + $"{(shortened.Length == 0 ? "file" : shortened)}.{hash[..HashDigits]}{kind.Ending()}";
    }

    /// <summary>The path of another file beside one of the library.</summary>
    public static string Beside(string path, string name) => path[..(path.LastIndexOf('/') + 1)] + name;

    /// <summary>Brings a finished file to its place in one step.</summary>
    public void Take(string part, string path)
    {
        var target = FullName(path);
        Directory.CreateDirectory(Path.GetDirectoryName(target) ?? LibraryFolder);
        File.Move(part, target, overwrite: true);
    }

    /// <summary>Takes a file of the library away, with all that lies beside it.</summary>
    public void Remove(string path)
    {
        if (Path.GetDirectoryName(FullName(path)) is { } folder && Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Writes down what pages must know of a picture, in one step.</summary>
    public async Task DescribeAsync(string path, MediaPicture picture, CancellationToken ct)
    {
        var target = FullName(Beside(path, MediaPicture.FileName));
        Directory.CreateDirectory(Path.GetDirectoryName(target) ?? LibraryFolder);
        var draft = target + ".new";
        await File.WriteAllTextAsync(draft, picture.ToString(), ct);
        File.Move(draft, target, overwrite: true);
    }

    /// <summary>Where a path of the media folder is on this machine.</summary>
    public string FullName(string path) => Path.Combine(media.FullName, path);
}
