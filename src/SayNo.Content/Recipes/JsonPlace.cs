using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SayNo.Content.Recipes;

/// <summary>JSON paths of values, and the lines they are on.</summary>
internal static class JsonPlace
{
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    public static string Of(JsonNode? node) => node switch
    {
        null or { Parent: null } => "$",
        { Parent: JsonArray array } => Of(array) + Segment(node.GetElementIndex()),
        { Parent: { } parent } => Of(parent) + Segment(node.GetPropertyName()),
    };

    public static string Of(JsonNode parent, string member) => Of(parent) + Segment(member);

    public static string Of(JsonNode parent, int index) => Of(parent) + Segment(index);

    /// <summary>The lines of the given paths, by one walk through the text.</summary>
    public static Dictionary<string, int> Lines(ReadOnlySpan<byte> utf8, IEnumerable<string> paths)
    {
        var asked = paths.ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var walk = new JsonWalk(utf8);

        while (lines.Count < asked.Set.Count && walk.Read())
        {
            if (asked.TryGetValue(walk.Path, out var path))
            {
                lines.TryAdd(path, walk.Line);
            }
        }

        return lines;
    }

    /// <summary>The first member that an object has twice.</summary>
    public static (string Path, int Line)? FirstDuplicate(ReadOnlySpan<byte> utf8)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var walk = new JsonWalk(utf8);

        while (walk.Read())
        {
            if (walk.IsMember && !seen.Add(walk.Path.ToString()))
            {
                return (walk.Path.ToString(), walk.Line);
            }
        }

        return null;
    }

    internal static string Segment(string name) =>
        name.Length > 0 && !name.AsSpan().ContainsAnyExcept(Plain) ? "." + name : $"['{name.Replace("'", "\\'", StringComparison.Ordinal)}']";

    internal static string Segment(int index) => string.Create(CultureInfo.InvariantCulture, $"[{index}]");

    /// <summary>Goes through a text from value to value, knowing the path and the line of each.</summary>
    private ref struct JsonWalk(ReadOnlySpan<byte> utf8)
    {
        private readonly ReadOnlySpan<byte> _utf8 = utf8;
        private readonly StringBuilder _path = new("$");
        private readonly Stack<(int Length, int Index)> _open = new();
        private Utf8JsonReader _reader = new(utf8, RecipeText.ReaderOptions);
        private int _counted;
        private bool _named;

        /// <summary>True at the name of an object's member; an element of an array has no name.</summary>
        public readonly bool IsMember => _reader.TokenType == JsonTokenType.PropertyName;

        public readonly ReadOnlySpan<char> Path => _path.ToString();

        public int Line { get; private set; } = 1;

        public bool Read()
        {
            while (_reader.Read())
            {
                var start = (int)_reader.TokenStartIndex;
                Line += _utf8[_counted..start].Count((byte)'\n');
                _counted = start;

                if (Step())
                {
                    return true;
                }
            }

            return false;
        }

        private bool Step()
        {
            if (_reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject)
            {
                _path.Length = _open.Pop().Length;
                return false;
            }

            if (_reader.TokenType == JsonTokenType.PropertyName)
            {
                _path.Length = _open.Peek().Length;
                _path.Append(Segment(_reader.GetString() ?? ""));
                _named = true;
                return true;
            }

            var isElement = !_named && EnterElement();
            _named = false;

            if (_reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
            {
                _open.Push((_path.Length, _reader.TokenType == JsonTokenType.StartArray ? 0 : -1));
            }

            return isElement;
        }

        private readonly bool EnterElement()
        {
            if (_open.Count == 0)
            {
                return true;
            }

            var (length, index) = _open.Pop();
            _open.Push((length, index + 1));
            _path.Length = length;
            _path.Append(Segment(index));

            return true;
        }
    }
}
