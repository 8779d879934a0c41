using System.Text.RegularExpressions;
using SayNo.Content;
using SayNo.Content.Exchanging;
using SayNo.Web.Media;

namespace SayNo.Admin.Exchange;

/// <summary>
/// The files that somebody looks at before they bring them in. They lie in the media folder, which all nodes of a site share, where nothing is
/// served from, and go away after a day.
/// </summary>
public sealed partial class ImportFiles(MediaFolder media, TimeProvider time)
{
    /// <summary>What somebody may send in a form; the command line takes any length.</summary>
    public const int MostMegabytes = 64;

    public const int MostBytes = MostMegabytes * 1024 * 1024;

    private const int LongestName = 60;

    private static readonly TimeSpan Lasts = TimeSpan.FromDays(1);

    private readonly string _folder = Path.Combine(media.FullName, ".imports");

    /// <returns>The id under which it is found again.</returns>
    public async Task<string> KeepAsync(string scope, string name, Func<Stream, CancellationToken, Task> copy, CancellationToken ct)
    {
        Directory.CreateDirectory(_folder);
        Sweep();
        var id = ContentId.New();
        var words = Slugs.Propose(Path.GetFileNameWithoutExtension(name));
        var file = Path.Combine(_folder, $"{id}.{scope}.{(words.Length == 0 ? "import" : words[..Math.Min(words.Length, LongestName)].Trim('-'))}.json");

        try
        {
            await using var stream = File.Create(file);
            await copy(stream, ct);
        }
        catch
        {
            File.Delete(file);

            throw;
        }

        return id;
    }

    /// <summary>The file of an id; none if it was brought in or thrown away, or its day is over.</summary>
    public KeptImport? Find(string id)
    {
        var found = ContentId.IsValid(id) && Directory.Exists(_folder) ? Directory.EnumerateFiles(_folder, $"{id}.*").FirstOrDefault() : null;

        return found is not null && KeptName().Match(Path.GetFileName(found)) is { Success: true } match
            ? new(match.Groups["scope"].Value, new(match.Groups["name"].Value, new FileInfo(found).Length, () => File.OpenRead(found)), found)
            : null;
    }

    public static void Drop(KeptImport kept) => File.Delete(kept.Path);

    private void Sweep()
    {
        var before = time.GetUtcNow().UtcDateTime - Lasts;

        foreach (var file in new DirectoryInfo(_folder).EnumerateFiles().Where(file => file.LastWriteTimeUtc < before))
        {
            file.Delete();
        }
    }

    [GeneratedRegex(@"\A[0-9a-z]+\.(?<scope>[A-Z]{2})\.(?<name>[a-z0-9-]+\.json)\z")]
    private static partial Regex KeptName();
}

/// <summary>A file that waits for somebody to say yes.</summary>
/// <param name="Scope">Whose items it is to bring.</param>
/// <param name="File">The file.</param>
/// <param name="Path">Where it lies on this machine.</param>
public sealed record KeptImport(string Scope, ImportFile File, string Path);
