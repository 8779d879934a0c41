using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace SayNo.Content.Recipes;

/// <summary>
/// A recipe file as read from disk. Size, nesting and number of values are counted before anything is built from the bytes,
/// so that a hostile file costs its own size in memory and no more.
/// </summary>
internal sealed class RecipeText
{
    private const string Whole = "$";

    public const int MaxBytes = 256 * 1024 * 1024;

    public const int MaxDepth = 64;

    public const int MaxValues = 8_000_000;

    private readonly ReadOnlyMemory<byte> _utf8;

    private RecipeText(string file, ReadOnlyMemory<byte> utf8, JsonObject root)
    {
        File = file;
        _utf8 = utf8;
        Root = root;
    }

    /// <summary>One level more than allowed, so that the count here speaks first.</summary>
    public static JsonReaderOptions ReaderOptions { get; } = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = MaxDepth + 1,
    };

    public string File { get; }

    public JsonObject Root { get; }

    /// <summary>Where it stands, if it is a part of a larger file.</summary>
    private string Path { get; init; } = Whole;

    /// <summary>The line on which it begins.</summary>
    private int FirstLine { get; init; } = 1;

    /// <summary>The file, or why it cannot be used.</summary>
    public static async Task<(RecipeText? Text, RecipeProblem? Problem)> ReadAsync(string file, CancellationToken ct)
    {
        try
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1, useAsync: true);
            var utf8 = await ReadAsync(stream, ct);

            return utf8 is { } bytes
                ? Parse(file, bytes)
                : (null, new(file, "$", null, $"The file is larger than {MaxBytes / 1024 / 1024} MB. Split it into several recipes."));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, new(file, "$", null, "There is no such file."));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, new(file, "$", null, $"The file cannot be read: {e.Message}"));
        }
    }

    /// <summary>An object out of a larger file, or why it cannot be used.</summary>
    /// <param name="file">The file.</param>
    /// <param name="utf8">The object's own bytes.</param>
    /// <param name="path">Where it stands in the file.</param>
    /// <param name="line">The line on which it begins.</param>
    public static (RecipeText? Text, RecipeProblem? Problem) ReadPart(string file, ReadOnlyMemory<byte> utf8, string path, int line)
    {
        var (text, problem) = Parse(file, utf8);

        return text is null
            ? (null, problem is null ? null : problem with { Path = path + problem.Path[1..], Line = problem.Line + line - 1 })
            : (new(file, utf8, text.Root) { Path = path, FirstLine = line }, null);
    }

    /// <summary>A path within this text, as it is called in the file.</summary>
    public string PathOf(string path) => Path + path[1..];

    public Dictionary<string, int> Lines(IEnumerable<string> paths) =>
        JsonPlace.Lines(_utf8.Span, paths.Where(path => path.StartsWith(Path, StringComparison.Ordinal)).Select(path => Whole + path[Path.Length..]))
            .ToDictionary(pair => PathOf(pair.Key), pair => pair.Value + FirstLine - 1, StringComparer.Ordinal);

    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(Stream stream, CancellationToken ct)
    {
        if (stream.CanSeek && stream.Length > MaxBytes)
        {
            return null;
        }

        var bytes = new byte[stream.CanSeek ? (int)stream.Length + 1 : 64 * 1024];
        var length = 0;

        while (await stream.ReadAsync(bytes.AsMemory(length), ct) is > 0 and var read)
        {
            length += read;

            if (length > MaxBytes)
            {
                return null;
            }

            if (length == bytes.Length)
            {
                Array.Resize(ref bytes, (int)Math.Min(MaxBytes + 1L, bytes.Length * 2L));
            }
        }

        var start = bytes.AsSpan(0, length).StartsWith("\uFEFF"u8) ? 3 : 0;

        return bytes.AsMemory(start, length - start);
    }

    private static (RecipeText? Text, RecipeProblem? Problem) Parse(string file, ReadOnlyMemory<byte> utf8)
    {
        if (Fault(utf8.Span) is { } fault)
        {
            return (null, new(file, fault.Path, fault.Line, fault.Sentence));
        }

        var options = new JsonDocumentOptions
        {
            AllowTrailingCommas = true,
            AllowDuplicateProperties = false,
            CommentHandling = JsonCommentHandling.Skip,
            MaxDepth = MaxDepth,
        };

        try
        {
            return JsonNode.Parse(utf8.Span, documentOptions: options) is JsonObject root
                ? (new(file, utf8, root), null)
                : (null, new(file, "$", 1, "A recipe is a JSON object: { \"name\": ..., \"steps\": [ ... ] }."));
        }
        catch (JsonException) when (JsonPlace.FirstDuplicate(utf8.Span) is { } duplicate)
        {
            return (null, new(file, duplicate.Path, duplicate.Line, "The object has this member twice."));
        }
    }

    private static (string Path, int Line, string Sentence)? Fault(ReadOnlySpan<byte> utf8)
    {
        if (!Utf8.IsValid(utf8))
        {
            return ("$", InvalidLine(utf8), "The file is not valid UTF-8 from here on. Save it as UTF-8.");
        }

        var reader = new Utf8JsonReader(utf8, ReaderOptions);
        var values = 0;

        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject && reader.CurrentDepth >= MaxDepth)
                {
                    return ("$", LineAt(utf8, reader.TokenStartIndex), $"The values are nested deeper than {MaxDepth} levels.");
                }

                if (++values > MaxValues)
                {
                    return ("$", LineAt(utf8, reader.TokenStartIndex),
                        $"The file has more than {MaxValues / 1_000_000} million values. Split it into several recipes.");
                }
            }
        }
        catch (JsonException e)
        {
            return ("$", (int)(e.LineNumber ?? 0) + 1, $"This is not JSON, at character {e.BytePositionInLine + 1} of the line: {Reason(e)}");
        }

        return null;
    }

    private static string Reason(JsonException e)
    {
        var place = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);

        return place < 0 ? e.Message : e.Message[..place];
    }

    private static int LineAt(ReadOnlySpan<byte> utf8, long index) => utf8[..(int)index].Count((byte)'\n') + 1;

    private static int InvalidLine(ReadOnlySpan<byte> utf8)
    {
        var line = 1;

        while (utf8.IndexOf((byte)'\n') is >= 0 and var end && Utf8.IsValid(utf8[..end]))
        {
            utf8 = utf8[(end + 1)..];
            line++;
        }

        return line;
    }
}
