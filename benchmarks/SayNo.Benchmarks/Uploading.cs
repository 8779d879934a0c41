using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;

namespace SayNo.Benchmarks;

/// <summary>How much memory a film of two gigabytes takes on its way into the library, sent in one piece and in parts.</summary>
internal static class Uploading
{
    private const long Length = 2_000_000_000;
    private const int Part = 8 * 1024 * 1024;

    public static async Task RunAsync(Table table, string folder)
    {
        await using var site = await EditingSite.StartAsync(Path.Combine(folder, "library"), _ => Task.CompletedTask);
        var token = (await site.FormTokenAsync()).Value;

        // A small one first, so that what the first request of a process costs is not counted.
        await SendAsync(site, token, 20_000_000, 20_000_000);

        foreach (var (how, part) in new[] { ("in one request", Length), ("in parts of 8 MB", Part) })
        {
            GC.Collect();
            var peak = new Peak();
            var watch = Stopwatch.StartNew();
            await SendAsync(site, token, Length + part, part);
            var grown = await peak.StopAsync();
            table.Add($"memory for a film of 2 GB {how}", $"{grown / 1e6:0} MB more", "64 MB at most", $"{watch.Elapsed.TotalSeconds:0.0} s, of which the browser's part is in this process too");
        }
    }

    private static async Task SendAsync(EditingSite site, string token, long length, long part)
    {
        using var begun = await AskAsync(site, token, HttpMethod.Post, "/admin/media/uploads", null,
            ("Upload-Length", Text(length)), ("Upload-Metadata", $"filename {Base64("film.mp4")},scope {Base64("EU")}"));
        var path = begun.Headers.Location?.OriginalString ?? throw new InvalidOperationException("The upload was not begun.");

        for (var offset = 0L; offset < length; offset += part)
        {
            using var content = new StreamContent(new Film(length, offset, Math.Min(part, length - offset)), 64 * 1024);
            content.Headers.ContentType = new("application/offset+octet-stream");
            using var answer = await AskAsync(site, token, HttpMethod.Patch, path, content, ("Upload-Offset", Text(offset)));

            if (answer.StatusCode != HttpStatusCode.NoContent)
            {
                throw new InvalidOperationException($"The film was not taken: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            }
        }
    }

    private static async Task<HttpResponseMessage> AskAsync(
        EditingSite site, string token, HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };

        foreach (var (name, value) in headers.Append(("Form-Token", token)))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await site.Http.SendAsync(request);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    /// <summary>Looks at the memory of the process again and again.</summary>
    private sealed class Peak
    {
        private readonly Task _watching;
        private volatile bool _isOver;
        private long _highest;

        public Peak() => _watching = WatchAsync(Environment.WorkingSet);

        public async Task<long> StopAsync()
        {
            _isOver = true;
            await _watching;

            return _highest;
        }

        private async Task WatchAsync(long before)
        {
            while (!_isOver)
            {
                _highest = Math.Max(_highest, Environment.WorkingSet - before);
                await Task.Delay(20);
            }
        }
    }

    /// <summary>A part of a film that is nowhere: its head, and bytes that stand for pictures.</summary>
    private sealed class Film(long length, long offset, long count) : Stream
    {
        private readonly byte[] _head = Head(length);
        private long _read;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => count;

        public override long Position
        {
            get => _read;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var some = (int)Math.Min(buffer.Length, count - _read);

            for (var i = 0; i < some; i++)
            {
                var at = offset + _read + i;
                buffer[i] = at < _head.Length ? _head[at] : (byte)(at * 31 >> 8);
            }

            _read += some;

            return some;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private static byte[] Head(long length)
        {
            byte[] plan = [.. Box("ftyp", 16), .. "isom"u8, 0, 0, 2, 0, .. Box("moov", 108), .. Box("trak", 100), .. Box("tkhd", 92), .. new byte[84]];
            var pixels = new byte[16];
            BinaryPrimitives.WriteInt32BigEndian(pixels, 1);
            "mdat"u8.CopyTo(pixels.AsSpan(4));
            BinaryPrimitives.WriteInt64BigEndian(pixels.AsSpan(8), length - plan.Length);

            return [.. plan, .. pixels];
        }

        private static byte[] Box(string type, int length)
        {
            var head = new byte[8];
            BinaryPrimitives.WriteInt32BigEndian(head, length);
            Encoding.ASCII.GetBytes(type, head.AsSpan(4));

            return head;
        }
    }
}
