using System.Globalization;
using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using SayNo.Content.Published;

namespace SayNo.Web.Caching;

/// <summary>An answer ready to be written: each coding is made once, at its first use, and every header value is ready.</summary>
internal sealed class CachedAnswer
{
    private const int WorthCompressing = 400;

    private const int MaxAge = 60;
    private const int StaleWhileRevalidate = 600;

    private static readonly StringValues CacheControl = Keep(MaxAge, StaleWhileRevalidate);
    private static readonly StringValues VaryByEncoding = "Accept-Encoding";

    private readonly Answer _answer;
    private readonly CompressionLevel _level;
    private readonly Lock _making = new();
    private readonly Representation _identity;
    private readonly StringValues _contentType;
    private readonly bool _isPacked;
    private readonly StringValues _lastModified;
    private readonly DateTime _modifiedAt;
    private readonly KeyValuePair<string, StringValues>[] _headers;
    private Representation? _brotli;
    private Representation? _gzip;

    public CachedAnswer(Answer answer, Picture picture, DateTime modifiedAt, CompressionLevel level)
    {
        _answer = answer;
        _level = level;
        _modifiedAt = new(modifiedAt.Ticks - modifiedAt.Ticks % TimeSpan.TicksPerSecond, DateTimeKind.Utc);
        _lastModified = _modifiedAt.ToString("r");
        _contentType = answer.ContentType;
        MediaType = answer.ContentType.Split(';')[0];

        // Pictures have been compressed already; a drawing in SVG is text.
        _isPacked = MediaType.StartsWith("image/", StringComparison.Ordinal) && MediaType != "image/svg+xml";
        _headers = [.. answer.Headers.Select(header => KeyValuePair.Create(header.Key, new StringValues(header.Value)))];
        _identity = Representation.Identity(answer.Body);
        MadeOf = [.. answer.MadeOf];
        MadeFrom = picture;
    }

    public string MediaType { get; }

    public IReadOnlyList<string> MadeOf { get; }

    /// <summary>A picture in which everything it was made of is as it was then.</summary>
    public Picture MadeFrom { get; set; }

    /// <summary>True if somebody asked for it since room was last made.</summary>
    public bool IsUsed { get; set; } = true;

    /// <summary>What it holds in all codings; the two that may still be made are guessed at a third each.</summary>
    public long Bytes => _answer.Body.Length + _answer.Body.Length * 2L / 3;

    public bool IsOver(TimeProvider time) => _answer.ValidUntil is { } until && time.GetUtcNow().UtcDateTime >= until;

    public Task WriteAsync(HttpContext context, StringValues cacheStatus, TimeProvider time)
    {
        var body = For(context.Request.Headers.AcceptEncoding);
        var headers = context.Response.Headers;
        headers.CacheControl = CacheControlAt(time);
        headers.Vary = VaryByEncoding;
        headers.ETag = body.Tag;
        headers.LastModified = _lastModified;
        headers["Cache-Status"] = cacheStatus;

        foreach (var (name, value) in _headers)
        {
            headers[name] = value;
        }

        if (Preconditions.IsNotModified(context.Request.Headers, body.Tag!, _modifiedAt))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;

            return Task.CompletedTask;
        }

        headers.ContentType = _contentType;
        headers.ContentEncoding = body.Coding;
        headers.ContentLength = body.Body.Length;

        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : WriteAsync(context, body.Body);
    }

    /// <summary>What says something of the hour, such as "open now", is kept by nobody beyond the hour.</summary>
    private StringValues CacheControlAt(TimeProvider time)
    {
        if (_answer.ValidUntil is not { } until)
        {
            return CacheControl;
        }

        var left = Math.Max(0, (int)Math.Min((until - time.GetUtcNow().UtcDateTime).TotalSeconds, MaxAge + StaleWhileRevalidate));
        var maxAge = Math.Min(left, MaxAge);

        return left == MaxAge + StaleWhileRevalidate ? CacheControl : Keep(maxAge, left - maxAge);
    }

    private static StringValues Keep(int maxAge, int stale) =>
        string.Create(CultureInfo.InvariantCulture, $"public, max-age={maxAge}, stale-while-revalidate={stale}, stale-if-error=86400");

    private static Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        var write = context.Response.BodyWriter.WriteAsync(body, context.RequestAborted);

        return write.IsCompletedSuccessfully ? Task.CompletedTask : write.AsTask();
    }

    private Representation For(StringValues acceptEncoding)
    {
        if (acceptEncoding.Count == 0 || _isPacked || _answer.Body.Length < WorthCompressing)
        {
            return _identity;
        }

        return AcceptEncoding.Best(acceptEncoding.ToString()) switch
        {
            ContentCoding.Brotli => _brotli ?? Make(ref _brotli, ContentCoding.Brotli),
            ContentCoding.Gzip => _gzip ?? Make(ref _gzip, ContentCoding.Gzip),
            _ => _identity,
        };
    }

    private Representation Make(ref Representation? place, ContentCoding coding)
    {
        lock (_making)
        {
            return place ??= Representation.Of(_answer.Body, coding, _level);
        }
    }
}
