using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace SayNo.Content.Published;

/// <summary>The picture as a local file, so that a node can start without its database. It is replaced as a whole or not at all.</summary>
public sealed class PictureFile(string path)
{
    // A file of another form is refused by its first bytes.
    private static readonly byte[] Form = "SayNo picture 1\n"u8.ToArray();

    public string Path => path;

    public bool Exists => File.Exists(path);

    /// <exception cref="IOException">The file cannot be written; the one before is still there.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written; the one before is still there.</exception>
    public async Task WriteAsync(Picture picture, CancellationToken ct)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path)) ?? ".");
        var temporary = $"{path}.{ContentId.New()}.tmp";

        try
        {
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                await WriteAsync(picture, file, ct);

                // Without this a power cut could leave the new name on an empty file.
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>The picture in the file.</summary>
    /// <exception cref="InvalidDataException">The file is damaged or of another form; nothing of it was used.</exception>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    public async Task<Picture> ReadAsync(CancellationToken ct)
    {
        var bytes = await File.ReadAllBytesAsync(path, ct);
        var end = bytes.Length - SHA256.HashSizeInBytes;

        if (end < Form.Length
            || !bytes.AsSpan(0, Form.Length).SequenceEqual(Form)
            || !SHA256.HashData(bytes.AsSpan(0, end)).AsSpan().SequenceEqual(bytes.AsSpan(end)))
        {
            throw new InvalidDataException($"The file {path} is damaged or no picture of this version of the program.");
        }

        using var payload = new MemoryStream(bytes, Form.Length, end - Form.Length);
        await using var unpacked = new BrotliStream(payload, CompressionMode.Decompress);
        using var reader = new BinaryReader(unpacked, Encoding.UTF8);

        return Read(reader);
    }

    private static async Task WriteAsync(Picture picture, FileStream file, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var packed = new MemoryStream();
        packed.Write(Form);

        await using (var packing = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        await using (var writer = new BinaryWriter(packing, Encoding.UTF8, leaveOpen: true))
        {
            Write(picture, writer);
        }

        var bytes = packed.GetBuffer().AsMemory(0, (int)packed.Length);
        hash.AppendData(bytes.Span);
        await file.WriteAsync(bytes, ct);
        await file.WriteAsync(hash.GetHashAndReset(), ct);
    }

    private static void Write(Picture picture, BinaryWriter writer)
    {
        writer.Write(picture.Sequence);
        writer.Write(picture.ChangedAt.Ticks);
        writer.Write(picture.Types.Count);

        foreach (var type in picture.Types.Values.OrderBy(type => type.Name, StringComparer.Ordinal))
        {
            writer.Write(type.Definition.ToJsonString());
        }

        writer.Write(picture.Settings.All.Count);

        foreach (var (name, value) in picture.Settings.All)
        {
            writer.Write(name);
            writer.Write(value.ToJsonString());
        }

        writer.Write(picture.Count);

        foreach (var item in picture.All)
        {
            Write(item, writer);
        }
    }

    private static void Write(PublishedItem item, BinaryWriter writer)
    {
        writer.Write(item.Id);
        writer.Write(item.Type);
        writer.Write(item.Scope);
        writer.Write(item.Slug);
        writer.Write(item.Order);
        writer.Write(item.OverrideOf ?? "");
        writer.Write(item.Locales.Count + (item.Neutral is null ? 0 : 1));

        if (item.Neutral is not null)
        {
            Write("", item.Neutral, writer);
        }

        foreach (var (locale, version) in item.Locales)
        {
            Write(locale, version, writer);
        }
    }

    private static void Write(string locale, PublishedVersion version, BinaryWriter writer)
    {
        writer.Write(locale);
        writer.Write(version.Id);
        writer.Write(version.Number);
        writer.Write(version.IsReviewed);
        writer.Write(version.PublishedAt.Ticks);
        writer.Write(version.Values.ToString());
    }

    private static Picture Read(BinaryReader reader)
    {
        var sequence = reader.ReadInt64();
        var changedAt = new DateTime(reader.ReadInt64(), DateTimeKind.Utc);
        var types = Times(reader, () => ContentType.Read(Json(reader).AsObject()));
        var settings = Times(reader, () => KeyValuePair.Create(reader.ReadString(), Json(reader)));
        var items = new PublishedItems();

        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            ReadItem(reader, items);
        }

        return Picture.Of(sequence, changedAt, types, new(settings.ToDictionary()), items.ToDictionary().Values);
    }

    private static void ReadItem(BinaryReader reader, PublishedItems items)
    {
        var item = items.Add(reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadInt32(),
            reader.ReadString() is { Length: > 0 } original ? original : null);

        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            items.Add(item, reader.ReadString(), new()
            {
                Id = reader.ReadString(),
                Number = reader.ReadInt32(),
                IsReviewed = reader.ReadBoolean(),
                PublishedAt = new(reader.ReadInt64(), DateTimeKind.Utc),
                Values = ContentValues.Parse(reader.ReadString()),
            });
        }
    }

    private static List<T> Times<T>(BinaryReader reader, Func<T> read) => [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => read())];

    private static JsonNode Json(BinaryReader reader) => JsonNode.Parse(reader.ReadString()) ?? throw new InvalidDataException("A value is missing.");
}
