using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SayNo.Content.Auditing;
using SayNo.Content.Fields;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Media.Files;
using SayNo.Media.Storage;

namespace SayNo.Media.Library;

/// <summary>What pictures show, in each language: for those who cannot see them, and for those whose connection is too slow.</summary>
public sealed class PictureTexts(MediaDb db, WriteTurns turns, AuditLog audit, Rights rights, PictureNotes notes)
{
    /// <summary>More than that nobody listens to.</summary>
    public const int Longest = 250;

    /// <summary>The texts by their locale.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(string mediaId, CancellationToken ct) =>
        await db.Texts.AsNoTracking().Where(one => one.MediaId == mediaId).OrderBy(one => one.Locale).ToDictionaryAsync(one => one.Locale, one => one.Text, ct);

    /// <summary>Says what a picture shows; an empty text is a decision that it says nothing that the text beside it does not say.</summary>
    /// <returns>Why it was refused; null if it was done.</returns>
    public async Task<Sentence?> SaveAsync(string id, string locale, string typed, bool isDecorative, Editor by, CancellationToken ct)
    {
        await using var transaction = await turns.BeginAsync(db, ct);

        if (await db.Media.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, ct) is not { } item || !item.Kind.IsPicture())
        {
            return "A colleague has deleted the picture meanwhile.";
        }

        rights.Demand(by, Right.Edit, item.Scope, locale);
        var text = isDecorative ? "" : TextSigns.Clean(typed).ReplaceLineEndings(" ").Trim();

        if (text.Length == 0 && !isDecorative)
        {
            return "Write what the picture shows, or say that it is only decoration.";
        }

        if (text.Length > Longest)
        {
            return $"What a picture shows is said in at most {Longest} characters. Say the rest in the text beside it.";
        }

        await KeepAsync(item, locale, text, by, ct);
        await transaction.CommitAsync(ct);

        return null;
    }

    private async Task KeepAsync(MediaItem item, string locale, string text, Editor by, CancellationToken ct)
    {
        var stored = await db.Texts.SingleOrDefaultAsync(one => one.MediaId == item.Id && one.Locale == locale, ct);
        var before = stored?.Text;

        if (before == text)
        {
            return;
        }

        if (stored is null)
        {
            db.Texts.Add(new() { MediaId = item.Id, Locale = locale, Text = text });
        }
        else
        {
            stored.Text = text;
        }

        await db.SaveChangesAsync(ct);
        await notes.WriteAsync(db, item, ct);
        var act = new AuditedAct
        {
            Act = Acts.DescribeMedia,
            Target = item.Id,
            Scope = item.Scope,
            Locale = locale,
            Before = before is null ? null : JsonSerializer.Serialize(new { Text = before }),
            After = JsonSerializer.Serialize(new { Text = text }),
        };
        await audit.RecordAsync(db, act, by, ct);
    }
}
