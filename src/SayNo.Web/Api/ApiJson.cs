using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SayNo.Web.Api;

/// <summary>JSON as the API writes it: UTF-8, with letters of every script as they are.</summary>
public static class ApiJson
{
    public const string MediaType = "application/json; charset=utf-8";

    private const int MostKeptBytes = 1024 * 1024;

    // The answers are never put into HTML, so only what JSON itself asks for is escaped.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    /// <summary>What <paramref name="write"/> writes, in an array of exactly that size.</summary>
    public static byte[] Bytes(Action<Utf8JsonWriter> write)
    {
        var buffer = _buffer ?? new(32 * 1024);
        var writer = _writer ?? new(buffer, Options);

        // Taken off the thread while in use, so that writing inside writing gets a buffer of its own.
        _buffer = null;
        _writer = null;
        buffer.ResetWrittenCount();
        writer.Reset(buffer);
        write(writer);
        writer.Flush();
        var bytes = buffer.WrittenSpan.ToArray();

        if (buffer.Capacity <= MostKeptBytes)
        {
            _buffer = buffer;
            _writer = writer;
        }

        return bytes;
    }

    public static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);

        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
