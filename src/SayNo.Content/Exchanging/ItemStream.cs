using System.Runtime.CompilerServices;
using System.Text.Json;
using SayNo.Content.Recipes;

namespace SayNo.Content.Exchanging;

/// <summary>Reads the items of a recipe one by one, so that a file of any length takes no more memory than its largest item.</summary>
internal sealed class ItemStream(Stream stream, string file)
{
    public const int MostItemBytes = 8 * 1024 * 1024;

    private readonly ItemGrammar _grammar = new(file);
    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private bool _isFinal;
    private JsonReaderState _state = new(RecipeText.ReaderOptions);
    private int _line = 1;

    /// <summary>Why the file cannot be read on; none if it can.</summary>
    public RecipeProblem? Problem { get; private set; }

    /// <summary>How much of the file has been read.</summary>
    public long Bytes { get; private set; }

    public async IAsyncEnumerable<(RecipeText? Text, RecipeProblem? Problem)> ReadAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await FillAsync(ct);
        _start = _buffer.AsSpan(0, _end).StartsWith("\uFEFF"u8) ? 3 : 0;

        while (Problem is null)
        {
            var (found, utf8, line) = Next();

            if (found == Found.Item)
            {
                yield return RecipeText.ReadPart(file, utf8, _grammar.ItemPath, line);
            }
            else if (found == Found.End || !await FillAsync(ct))
            {
                Problem ??= found == Found.End ? _grammar.AgainstEnd(_line) : null;

                yield break;
            }
        }
    }

    private (Found Found, ReadOnlyMemory<byte> Utf8, int Line) Next()
    {
        var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _isFinal, _state);

        try
        {
            while (Problem is null)
            {
                var before = reader;

                if (!reader.Read())
                {
                    Keep(reader);

                    return (_isFinal ? Found.End : Found.Nothing, default, 0);
                }

                var from = (int)reader.TokenStartIndex;
                var line = LineAt(from);

                switch (_grammar.Take(ref reader, line))
                {
                    case Taken.Refused:
                        Problem = _grammar.Problem;
                        break;

                    case Taken.NeedsMore:
                        Keep(before);

                        return (Found.Nothing, default, 0);

                    case Taken.Item:
                        var utf8 = _buffer.AsSpan(_start + from, (int)reader.BytesConsumed - from).ToArray();
                        Keep(reader);

                        return (Found.Item, utf8, line);
                }
            }
        }
        catch (JsonException e)
        {
            Problem = new(file, "$", (int)(e.LineNumber ?? 0) + 1, $"This is not JSON, at character {e.BytePositionInLine + 1} of the line. Is the file whole?");
        }

        return (Found.End, default, 0);
    }

    private int LineAt(int index) => _line + _buffer.AsSpan(_start, index).Count((byte)'\n');

    private void Keep(in Utf8JsonReader reader)
    {
        var consumed = (int)reader.BytesConsumed;
        _line = LineAt(consumed);
        _start += consumed;
        _state = reader.CurrentState;
    }

    /// <summary>Reads on; false if nothing more can come.</summary>
    private async Task<bool> FillAsync(CancellationToken ct)
    {
        if (_isFinal)
        {
            return false;
        }

        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);

        if (_end == _buffer.Length)
        {
            if (_buffer.Length >= MostItemBytes)
            {
                Problem = new(file, "$", _line, $"One item is larger than {MostItemBytes / 1024 / 1024} MB.");

                return false;
            }

            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        try
        {
            var read = await stream.ReadAsync(_buffer.AsMemory(_end), ct);
            _end += read;
            Bytes += read;
            _isFinal = read == 0;
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            Problem = new(file, "$", _line, $"The file cannot be read from here on: {e.Message}");

            return false;
        }

        return true;
    }

    private enum Found
    {
        Nothing,
        Item,
        End,
    }
}
