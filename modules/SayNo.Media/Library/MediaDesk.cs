using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SayNo.Content.Auditing;
using SayNo.Content.Fields;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Media.Storage;
using SayNo.Web.Media;

namespace SayNo.Media.Library;

/// <summary>Changes what the library says about a file, and takes files away. A file itself never changes.</summary>
public sealed class MediaDesk(MediaDb db, CmsDb content, WriteTurns turns, AuditLog audit, Rights rights, MediaStore store, PictureNotes notes)
{
    /// <summary>Gives a file another name, and a picture another place that matters most.</summary>
    /// <returns>Why it was refused; null if it was done, also if nothing had to be.</returns>
    public async Task<Sentence?> ChangeAsync(string id, string name, MediaFocus focus, Editor by, CancellationToken ct)
    {
        await using var transaction = await turns.BeginAsync(db, ct);

        if (await db.Media.SingleOrDefaultAsync(one => one.Id == id, ct) is not { } item)
        {
            return Gone;
        }

        rights.Demand(by, Right.Edit, item.Scope, Variant.Neutral);
        var called = Additions.NameOf(name);

        if (called.Length == 0 || !MediaFocus.IsWithin(focus.X) || !MediaFocus.IsWithin(focus.Y))
        {
            return "Give the file a name by which colleagues find it.";
        }

        var before = About(item);
        (item.Name, item.FocusX, item.FocusY) = (called, focus.X, focus.Y);
        var after = About(item);

        if (before == after)
        {
            return null;
        }

        await db.SaveChangesAsync(ct);
        await notes.WriteAsync(db, item, ct);
        await audit.RecordAsync(db, new() { Act = Acts.ChangeMedia, Target = item.Id, Scope = item.Scope, Before = before, After = after }, by, ct);
        await transaction.CommitAsync(ct);

        return null;
    }

    /// <summary>Deletes a file that no text names.</summary>
    /// <returns>Why it was refused; null if it is gone.</returns>
    public async Task<Sentence?> DeleteAsync(string id, Editor by, CancellationToken ct)
    {
        MediaItem item;

        await using (var transaction = await turns.BeginAsync(db, ct))
        {
            if (await db.Media.SingleOrDefaultAsync(one => one.Id == id, ct) is not { } found)
            {
                return null;
            }

            rights.Demand(by, Right.Edit, found.Scope, Variant.Neutral);

            if (await MediaUses.IsUsedAsync(content, found, ct))
            {
                return "Texts use this file. Take it out of them first, or replace it by another.";
            }

            item = found;
            db.Media.Remove(item);
            await db.SaveChangesAsync(ct);
            await audit.RecordAsync(db, new() { Act = Acts.DeleteMedia, Target = item.Id, Scope = item.Scope, Before = About(item) }, by, ct);
            await transaction.CommitAsync(ct);
        }

        store.Remove(item.Path);

        return null;
    }

    private static Sentence Gone => "A colleague has deleted the file meanwhile.";

    private static string About(MediaItem item) => JsonSerializer.Serialize(new { item.Name, Focus = $"{item.FocusX} % / {item.FocusY} %" });
}
