using System.Collections.Concurrent;
using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using SayNo.Content.Published;

namespace SayNo.Web.Caching;

/// <summary>
/// Keeps the answers to public GET and HEAD requests until something they were made of changes. It asks the picture itself: what is the same
/// object in two pictures has not changed, so no message can be missed or come too early.
/// </summary>
public sealed class ResponseCache(PublishedContent published, TimeProvider time, IOptions<ResponseCacheOptions> options)
{
    private static readonly StringValues Hit = "sayno; hit";
    private static readonly StringValues Stored = "sayno; fwd=miss; stored";
    private static readonly StringValues Bypassed = "sayno; fwd=bypass";

    // A new build may write other bytes from the same content, so nothing is older than the program.
    private static readonly DateTime ProgramChangedAt = File.GetLastWriteTimeUtc(typeof(ResponseCache).Assembly.Location);

    private readonly ConcurrentDictionary<CacheKey, CachedAnswer> _answers = [];
    private readonly ConcurrentDictionary<(CacheKey Key, Picture Picture), Lazy<Task<CachedAnswer>>> _making = [];
    private readonly Lock _keeping = new();
    private Picture _picture = Picture.Empty;
    private long _bytes;

    /// <summary>Writes the answer that is kept for exactly this address; null if there is none, or none that the client takes.</summary>
    internal Task? TryWrite(HttpContext context)
    {
        var request = context.Request;

        return (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            && Find(new(request.Path.Value ?? "/", request.QueryString.Value ?? "")) is { } found
            && AcceptedTypes.Include(request.Headers.Accept, found.MediaType)
                ? found.WriteAsync(context, Hit, time)
                : null;
    }

    /// <summary>Writes the answer that is kept under the canonical address, or makes it, keeps it and writes it.</summary>
    /// <param name="context">The request, which must be a GET or HEAD.</param>
    /// <param name="path">The canonical path.</param>
    /// <param name="query">The canonical query with its question mark: known parameters only, in a fixed order; empty if there is none.</param>
    /// <param name="picture">What <paramref name="make"/> reads, and nothing else.</param>
    /// <param name="make">Makes the answer; it must be the same for everybody who asks for this address.</param>
    public async Task ServeAsync(HttpContext context, string path, string query, Picture picture, Func<ValueTask<Answer>> make)
    {
        var key = new CacheKey(path, query);

        // A preview is nobody's but the one's who asked for it: it is neither kept nor taken from what is kept.
        if (picture.IsPreview || !options.Value.Enabled)
        {
            await Cached(await make(), picture, CompressionLevel.Fastest).WriteAsync(context, Bypassed, time);

            return;
        }

        if (Find(key) is { } found)
        {
            await found.WriteAsync(context, Hit, time);

            return;
        }

        var making = _making.GetOrAdd((key, picture), _ => new(async () => Cached(await make(), picture, CompressionLevel.SmallestSize)));

        try
        {
            var made = await making.Value;
            Keep(key, made);
            await made.WriteAsync(context, Stored, time);
        }
        finally
        {
            _making.TryRemove((key, picture), out _);
        }
    }

    /// <summary>Writes an answer with its ETag, or 304, and does not keep it.</summary>
    public Task WriteUnkeptAsync(HttpContext context, Picture picture, Answer answer) =>
        Cached(answer, picture, CompressionLevel.Fastest).WriteAsync(context, Bypassed, time);

    private CachedAnswer? Find(CacheKey key)
    {
        if (!ReferenceEquals(_picture, published.Public))
        {
            Follow();
        }

        if (!_answers.TryGetValue(key, out var found))
        {
            return null;
        }

        if (found.IsOver(time))
        {
            Remove(key);

            return null;
        }

        if (!found.IsUsed)
        {
            found.IsUsed = true;
        }

        return found;
    }

    /// <summary>Drops what the newest picture has made stale.</summary>
    private void Follow()
    {
        lock (_keeping)
        {
            var picture = published.Public;

            foreach (var (key, answer) in _answers)
            {
                if (!IsStillTrue(answer, picture))
                {
                    Remove(key);
                }
            }

            _picture = picture;
        }
    }

    private void Keep(CacheKey key, CachedAnswer made)
    {
        lock (_keeping)
        {
            // Between making and keeping, the picture may have moved on.
            if (made.Bytes > options.Value.MaximumBytes / 8 || !IsStillTrue(made, _picture))
            {
                return;
            }

            Remove(key);
            _answers[key] = made;
            _bytes += made.Bytes;
            MakeRoom();
        }
    }

    /// <summary>The answers that nobody asked for since last time go first; whoever stays has to be asked for again.</summary>
    private void MakeRoom()
    {
        while (_bytes > options.Value.MaximumBytes)
        {
            foreach (var (key, answer) in _answers)
            {
                if (!answer.IsUsed && _bytes > options.Value.MaximumBytes / 2)
                {
                    Remove(key);
                }

                answer.IsUsed = false;
            }
        }
    }

    private void Remove(CacheKey key)
    {
        lock (_keeping)
        {
            if (_answers.TryRemove(key, out var removed))
            {
                _bytes -= removed.Bytes;
            }
        }
    }

    private static bool IsStillTrue(CachedAnswer answer, Picture picture)
    {
        var before = answer.MadeFrom;

        if (!ReferenceEquals(before, picture)
            && (!ReferenceEquals(before.Types, picture.Types)
                || !ReferenceEquals(before.Settings, picture.Settings)
                || answer.MadeOf.Any(one => !ReferenceEquals(before.Find(one), picture.Find(one)) || !ReferenceEquals(before.OfType(one), picture.OfType(one)))))
        {
            return false;
        }

        answer.MadeFrom = picture;

        return true;
    }

    private static CachedAnswer Cached(Answer answer, Picture picture, CompressionLevel level)
    {
        var modifiedAt = picture.ChangedAt > ProgramChangedAt ? picture.ChangedAt : ProgramChangedAt;

        return new(answer, picture, answer.ChangedAt > modifiedAt ? answer.ChangedAt.Value : modifiedAt, level);
    }

    private readonly record struct CacheKey(string Path, string Query);
}
