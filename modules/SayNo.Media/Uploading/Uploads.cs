using Microsoft.EntityFrameworkCore;
using SayNo.Content;
using SayNo.Content.Fields;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Media.Library;
using SayNo.Media.Storage;

namespace SayNo.Media.Uploading;

/// <summary>Files on their way to the library, which can be interrupted and taken up again. Each step asks anew whether the person still may.</summary>
public sealed class Uploads(MediaDb db, WriteTurns turns, Rights rights, Room room, MediaStore store, Additions additions, TimeProvider time)
{
    private const int BufferSize = 64 * 1024;

    /// <summary>Begins an upload, if there is room for it.</summary>
    public async Task<BeginResult> BeginAsync(string scope, string name, long length, Editor by, CancellationToken ct)
    {
        rights.Demand(by, Right.Edit, scope, Variant.Neutral);

        if (!Scopes.IsValid(scope) || length < 1)
        {
            return new(null, "The file is empty.");
        }

        await using var transaction = await turns.BeginAsync(db, ct);

        if (await room.AgainstAsync(scope, length, ct) is { } sentence)
        {
            return new(null, sentence);
        }

        var upload = new Upload
        {
            Id = ContentId.New(),
            Scope = scope,
            Name = Additions.NameOf(name),
            Length = length,
            ById = by.Id,
            BegunAt = UtcMoment.Stored(time.GetUtcNow().UtcDateTime),
        };
        db.Uploads.Add(upload);
        await db.SaveChangesAsync(ct);
        await File.WriteAllBytesAsync(store.PartOf(upload.Id), [], ct);
        await transaction.CommitAsync(ct);

        return new(upload, null);
    }

    /// <summary>An upload that has been begun, and how much of it is there; none if it is over.</summary>
    /// <exception cref="RightDeniedException">It belongs to others.</exception>
    public async Task<OpenUpload?> FindAsync(string id, Editor by, CancellationToken ct)
    {
        if (!ContentId.IsValid(id) || await db.Uploads.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, ct) is not { } upload)
        {
            return null;
        }

        rights.Demand(by, Right.Edit, upload.Scope, Variant.Neutral);
        var part = new FileInfo(store.PartOf(id));

        return part.Exists ? new(upload, part.Length) : null;
    }

    /// <summary>Adds what comes to what is there. With its last byte the file is looked at, and comes into the library or is gone.</summary>
    /// <param name="upload">The upload.</param>
    /// <param name="offset">Where the bytes belong; nothing is written if that is not where the last ones ended.</param>
    /// <param name="bytes">What comes; if it breaks off, what has come stays.</param>
    /// <param name="by">Who sends it.</param>
    /// <param name="ct">Ends the attempt.</param>
    public async Task<ArrivalResult> WriteAsync(Upload upload, long offset, Stream bytes, Editor by, CancellationToken ct)
    {
        var part = store.PartOf(upload.Id);

        try
        {
            await using (var file = new FileStream(part, FileMode.Open, FileAccess.Write, FileShare.None, 1, useAsync: true))
            {
                if (file.Length != offset)
                {
                    return new() { Offset = file.Length, State = ArrivalState.Elsewhere };
                }

                file.Position = offset;

                if (!await ReceiveAsync(bytes, file, upload.Length - offset, ct))
                {
                    return new() { Offset = file.Length, State = ArrivalState.TooMuch };
                }

                if (file.Length < upload.Length)
                {
                    return new() { Offset = file.Length, State = ArrivalState.Kept };
                }
            }

            var wanted = new NewMedia { Scope = upload.Scope, Name = upload.Name, UploadId = upload.Id };

            return new() { Offset = upload.Length, State = ArrivalState.Whole, Addition = await additions.AddAsync(part, wanted, by, ct) };
        }
        catch (IOException failure) when (Room.IsFull(failure))
        {
            return new() { Offset = new FileInfo(part).Length, State = ArrivalState.DiskFull };
        }
        catch (IOException) when (IsTaken(part))
        {
            return new() { Offset = offset, State = ArrivalState.Busy };
        }
    }

    /// <summary>Gives an upload up.</summary>
    public async Task DropAsync(Upload upload, CancellationToken ct)
    {
        await db.Uploads.Where(one => one.Id == upload.Id).ExecuteDeleteAsync(ct);
        File.Delete(store.PartOf(upload.Id));
    }

    // One buffer is all the memory that a film of any length takes.
    private static async Task<bool> ReceiveAsync(Stream from, FileStream to, long most, CancellationToken ct)
    {
        var buffer = new byte[BufferSize];

        while (await from.ReadAsync(buffer, ct) is > 0 and var count)
        {
            if (count > most)
            {
                return false;
            }

            await to.WriteAsync(buffer.AsMemory(0, count), ct);
            most -= count;
        }

        return true;
    }

    // Somebody else writes to it at this moment, or has just finished it.
    private static bool IsTaken(string part)
    {
        try
        {
            using var file = new FileStream(part, FileMode.Open, FileAccess.Write, FileShare.None);

            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }
}

/// <summary>What became of beginning an upload.</summary>
/// <param name="Upload">The upload; none if it was refused.</param>
/// <param name="Sentence">Why it was refused.</param>
public sealed record BeginResult(Upload? Upload, Sentence? Sentence);

/// <summary>An upload that is under way.</summary>
/// <param name="Upload">The upload.</param>
/// <param name="Offset">How many bytes are there.</param>
public sealed record OpenUpload(Upload Upload, long Offset);

/// <summary>What became of bytes that came.</summary>
public sealed record ArrivalResult
{
    /// <summary>How many bytes are there now.</summary>
    public required long Offset { get; init; }

    public required ArrivalState State { get; init; }

    /// <summary>What became of the file, once it was whole.</summary>
    public AdditionResult? Addition { get; init; }
}

/// <summary>How far bytes have come.</summary>
public enum ArrivalState
{
    Kept,
    Whole,

    /// <summary>They belong to another place than where the last ones ended.</summary>
    Elsewhere,

    /// <summary>More than was announced.</summary>
    TooMuch,
    DiskFull,

    /// <summary>Another request writes to the same upload.</summary>
    Busy,
}
