using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SayNo.Content.Fields;
using SayNo.Media.Library;
using SayNo.Media.Storage;

namespace SayNo.Media.Uploading;

/// <summary>Says whether there is room for one more file: on the server's disk, and within what its owner may have.</summary>
public sealed class Room(MediaDb db, MediaStore store, IOptions<MediaLimits> limits)
{
    /// <summary>What an editor is told when the disk is full, which is not theirs to mend.</summary>
    public static Sentence DiskIsFull { get; } =
        "The server has no room left for files. Nothing was lost that was there before. Tell whoever runs the server; this is not your fault.";

    /// <summary>Why there is no room for a file; null if there is.</summary>
    public async Task<Sentence?> AgainstAsync(string scope, long bytes, CancellationToken ct)
    {
        if (bytes > limits.Value.FilmBytes)
        {
            return $"The file has {Megabytes(bytes)} megabytes, and at most {Megabytes(limits.Value.FilmBytes)} are taken. Make it smaller.";
        }

        var used = await db.Media.Where(item => item.Scope == scope).SumAsync(item => item.Bytes, ct);
        var coming = await db.Uploads.Where(upload => upload.Scope == scope).SumAsync(upload => upload.Length, ct);

        if (used + coming + bytes > limits.Value.BytesPerOwner)
        {
            return $"The library has {Megabytes(limits.Value.BytesPerOwner)} megabytes for this owner, and {Megabytes(used + coming)} are taken. Delete files that no text uses.";
        }

        return new DriveInfo(Directory.CreateDirectory(store.PartFolder).FullName).AvailableFreeSpace - bytes < limits.Value.BytesLeftFree ? DiskIsFull : null;
    }

    /// <summary>Whether a failure means that the disk is full.</summary>
    public static bool IsFull(IOException failure) => (failure.HResult & 0xFFFF) is 28 or 0x70 or 0x27;

    private static long Megabytes(long bytes) => bytes / 1_000_000;
}
