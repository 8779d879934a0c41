using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SayNo.Content;
using SayNo.Content.Auditing;
using SayNo.Content.Fields;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Media.Files;
using SayNo.Media.Storage;

namespace SayNo.Media.Library;

/// <summary>Takes the smaller sizes of a picture, which the editor's browser has drawn, after looking whether they are what they should be.</summary>
public sealed class Renditions(MediaDb db, WriteTurns turns, AuditLog audit, Rights rights, MediaStore store, PictureNotes notes)
{
    /// <summary>More than any picture of these widths needs.</summary>
    public const int MostBytes = 1_500_000;

    /// <summary>In pixels: from a small phone to a large screen.</summary>
    public static IReadOnlyList<int> Widths { get; } = [320, 640, 960, 1280, 1920];

    /// <summary>Takes one rendition; one of the same width that is there already stays.</summary>
    /// <returns>Why it was refused; null if it is there now.</returns>
    public async Task<Sentence?> AddAsync(string id, Stream bytes, Editor by, CancellationToken ct)
    {
        if (await db.Media.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, ct) is not { Width: { } width, Height: { } height } item || !item.Kind.IsPicture())
        {
            return "A colleague has deleted the picture meanwhile.";
        }

        rights.Demand(by, Right.Edit, item.Scope, Variant.Neutral);
        var part = store.PartOf(ContentId.New());

        try
        {
            await ReceiveAsync(bytes, part, ct);
            var file = (await FileCleaning.CleanAsync(part, new() { PictureBytes = MostBytes }, ct)).File;

            if (file is not { Kind: FileKind.WebP, Size: { } size } || !Widths.Contains(size.Width) || size.Width > width || !Fits(size, width, height))
            {
                return "Your browser has drawn a smaller size of the picture that does not fit it. Use a current browser, and bring the picture again.";
            }

            await KeepAsync(item, file, size, part, by, ct);

            return null;
        }
        finally
        {
            File.Delete(part);
        }
    }

    // A browser rounds to whole pixels, and not always to the nearer one.
    private static bool Fits(PictureSize size, int width, int height) => Math.Abs(size.Height - (size.Width * (double)height / width)) <= 1;

    private static async Task ReceiveAsync(Stream from, string part, CancellationToken ct)
    {
        await using var to = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, useAsync: true);
        await from.CopyToAsync(to, ct);
    }

    private async Task KeepAsync(MediaItem item, CleanFile file, PictureSize size, string part, Editor by, CancellationToken ct)
    {
        await using var transaction = await turns.BeginAsync(db, ct);

        if (!await db.Media.AnyAsync(one => one.Id == item.Id, ct) || await db.Renditions.AnyAsync(one => one.MediaId == item.Id && one.Width == size.Width, ct))
        {
            return;
        }

        var rendition = db.Renditions.Add(new()
        {
            MediaId = item.Id,
            Width = size.Width,
            Height = size.Height,
            Path = MediaStore.Beside(item.Path, $"{size.Width}.{file.Hash[..MediaStore.HashDigits]}.webp"),
            Bytes = file.Bytes,
        }).Entity;
        await db.SaveChangesAsync(ct);
        store.Take(part, rendition.Path);
        await notes.WriteAsync(db, item, ct);
        var act = new AuditedAct
        {
            Act = Acts.ChangeMedia,
            Target = item.Id,
            Scope = item.Scope,
            After = JsonSerializer.Serialize(new { Rendition = $"{size.Width} × {size.Height}", file.Hash }),
        };
        await audit.RecordAsync(db, act, by, ct);
        await transaction.CommitAsync(ct);
    }
}
