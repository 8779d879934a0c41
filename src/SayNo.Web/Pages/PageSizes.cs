using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using SayNo.Content.Published;
using SayNo.Web.Previewing;

namespace SayNo.Web.Pages;

/// <summary>Weighs public pages: all the bytes of the answer on the wire, compressed as the response cache does it, with status line and headers.</summary>
public sealed class PageSizes(SiteAnswers site)
{
    /// <summary>The byte budget of a country page: what the first flight of a connection carries, on a bad network too.</summary>
    public const int Limit = 14_000;

    private const int Window = 22;

    // What the server adds itself, and what the cache says of a page that it has just kept.
    private const string AddedByServer =
        "HTTP/1.1 200 OK\r\nDate: Sun, 22 Nov 2026 00:00:00 GMT\r\nConnection: close\r\nContent-Encoding: br\r\nCache-Status: sayno; fwd=miss; stored\r\n\r\n";

    /// <summary>The bytes of a page if the public were as in a picture; null if there is no such page.</summary>
    public async Task<int?> OfAsync(Picture picture, string path, CancellationToken ct) =>
        await AnswerAsync(picture, path, ct) is { } answer ? Weigh(answer, Effort.AsTheCache) : null;

    /// <summary>The same where it must be known whether the page is within the limit: exact above it, and at most some hundred too high below.</summary>
    internal async Task<int?> AgainstLimitAsync(Picture picture, string path, CancellationToken ct)
    {
        if (await AnswerAsync(picture, path, ct) is not { } answer)
        {
            return null;
        }

        return Weigh(answer, Effort.Quick) is var quick and <= Limit ? quick : Weigh(answer, Effort.AsTheCache);
    }

    private async Task<SiteAnswer?> AnswerAsync(Picture picture, string path, CancellationToken ct) =>
        await site.GetAsync(picture, path, ct) is { Status: StatusCodes.Status200OK } answer ? answer : null;

    private static int Weigh(SiteAnswer answer, Effort effort)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(answer.Body.Length)];

        if (!BrotliEncoder.TryCompress(answer.Body.Span, packed, out var body, (int)effort, Window))
        {
            body = answer.Body.Length;
        }

        var head = answer.Headers.Where(header => header.Key is not ("Content-Length" or "Cache-Status"))
            .Sum(header => header.Value.Sum(value => header.Key.Length + Encoding.UTF8.GetByteCount(value ?? "") + ": \r\n".Length));
        var length = $"Content-Length: {body.ToString(CultureInfo.InvariantCulture)}\r\n".Length;

        return AddedByServer.Length + head + length + body;
    }

    /// <summary>Brotli's quality. The highest takes ten times as long as the other for some hundredths of the size.</summary>
    private enum Effort
    {
        Quick = 9,
        AsTheCache = 11,
    }
}
