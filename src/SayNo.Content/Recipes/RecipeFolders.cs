using System.Text.Json;

namespace SayNo.Content.Recipes;

/// <summary>Finds a recipe by its name: beside the including file, in the folders under it, then in the folders given.</summary>
internal sealed class RecipeFolders(IReadOnlyList<string> folders)
{
    private const string Pattern = "*.recipe.json";

    /// <summary>A recipe's name stands at its beginning; reading more than this to find one would be reading content.</summary>
    private const int Beginning = 64 * 1024;

    private static readonly EnumerationOptions Below = new() { RecurseSubdirectories = true, IgnoreInaccessible = true, MaxRecursionDepth = 4 };

    private readonly Dictionary<string, IReadOnlyList<(string Name, string File)>> _listed = new(StringComparer.Ordinal);

    /// <summary>The files of that name in the first place that has one; more than one is a question that only the author can answer.</summary>
    public IReadOnlyList<string> Find(string name, string includingFile)
    {
        var beside = Path.GetDirectoryName(Path.GetFullPath(includingFile)) ?? ".";
        var near = Named(name, beside).ToList();
        var same = near.Where(file => Path.GetDirectoryName(file) == beside).ToList();

        return (same.Count > 0, near.Count > 0) switch
        {
            (true, _) => same,
            (_, true) => near,
            _ => folders.Select(folder => Named(name, Path.GetFullPath(folder)).ToList()).FirstOrDefault(found => found.Count > 0) ?? [],
        };
    }

    private IEnumerable<string> Named(string name, string folder) =>
        List(folder).Where(one => one.Name == name).Select(one => one.File);

    private IReadOnlyList<(string Name, string File)> List(string folder)
    {
        if (!_listed.TryGetValue(folder, out var list))
        {
            list = Directory.Exists(folder)
                ? [.. Directory.EnumerateFiles(folder, Pattern, Below).Order(StringComparer.Ordinal).Select(file => (NameOf(file) ?? "", file))]
                : [];
            _listed[folder] = list;
        }

        return list;
    }

    private static string? NameOf(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            var bytes = new byte[Math.Min(Beginning, stream.Length)];
            var utf8 = bytes.AsSpan(0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));

            return NameIn(utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8);
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            // A broken neighbour is no reason to refuse this recipe; if it is the one that was asked for, it is not found.
            return null;
        }
    }

    private static string? NameIn(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, isFinalBlock: false, new JsonReaderState(RecipeText.ReaderOptions));

        while (reader.Read())
        {
            if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 } && reader.ValueTextEquals("name"u8))
            {
                return reader.Read() && reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            }
        }

        return null;
    }
}
