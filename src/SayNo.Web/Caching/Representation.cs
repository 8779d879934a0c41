using System.Buffers.Text;
using System.IO.Compression;
using System.IO.Hashing;
using Microsoft.Extensions.Primitives;

namespace SayNo.Web.Caching;

/// <summary>The bytes of an answer in one content coding, with the strong entity tag that belongs to exactly these bytes.</summary>
internal sealed class Representation
{
    private Representation(ReadOnlyMemory<byte> body, StringValues coding)
    {
        Body = body;
        Coding = coding;

        // 128 bits, and ten times as fast as SHA-256: nobody gains by making two answers of ours look alike.
        Tag = $"\"{Base64Url.EncodeToString(XxHash128.Hash(body.Span))}\"";
    }

    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>Content-Encoding; empty for the bytes as they are.</summary>
    public StringValues Coding { get; }

    public StringValues Tag { get; }

    public static Representation Identity(ReadOnlyMemory<byte> body) => new(body, StringValues.Empty);

    public static Representation Of(ReadOnlyMemory<byte> body, ContentCoding coding, CompressionLevel level)
    {
        using var output = new MemoryStream(body.Length / 4);

        using (Stream encoder = coding == ContentCoding.Brotli ? new BrotliStream(output, level, true) : new GZipStream(output, level, true))
        {
            encoder.Write(body.Span);
        }

        return new(output.ToArray(), coding == ContentCoding.Brotli ? "br" : "gzip");
    }
}
