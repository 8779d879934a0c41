using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SayNo.Content.Auditing;
using SayNo.Content.Fields;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Content.Reviewing;

/// <summary>What colleagues tell each other about a field or a text, until somebody says that it is dealt with.</summary>
public sealed class Comments(CmsDb db, WriteTurns turns, Rights rights, AuditLog audit, TimeProvider time)
{
    /// <summary>The most characters (Unicode code points) of a comment.</summary>
    public const int MaxLength = CommentText.MaxLength;

    public async Task<CommentResult> AddAsync(NewComment comment, Editor by, CancellationToken ct)
    {
        await using var transaction = await turns.BeginAsync(db, ct);
        db.ChangeTracker.Clear();

        if (await db.Items.AsNoTracking().SingleOrDefaultAsync(item => item.Id == comment.ItemId, ct) is not { } item)
        {
            return CommentResult.Refused("The text does not exist any more.");
        }

        rights.Demand(by, Right.Comment, item.Scope, comment.Locale);
        var text = CommentText.Clean(comment.Text);

        if ((CommentText.Against(text) ?? await AgainstPlaceAsync(item, comment, ct)) is { } sentence)
        {
            return CommentResult.Refused(sentence);
        }

        var added = new Comment
        {
            Id = ContentId.New(),
            ItemId = comment.ItemId,
            Locale = comment.Locale,
            Field = comment.Field,
            Text = text,
            AuthorId = by.Id,
            Author = by.Name,
            CreatedAt = UtcMoment.Stored(time.GetUtcNow().UtcDateTime),
        };
        db.Comments.Add(added);
        await db.SaveChangesAsync(ct);
        await audit.RecordAsync(db, Act(Acts.Comment, added, item.Scope), by, ct);
        await transaction.CommitAsync(ct);

        return new(added, []);
    }

    /// <summary>Says that a comment is dealt with; whoever said so first is kept.</summary>
    public async Task<CommentResult> ResolveAsync(string id, Editor by, CancellationToken ct)
    {
        await using var transaction = await turns.BeginAsync(db, ct);
        db.ChangeTracker.Clear();

        if (await db.Comments.SingleOrDefaultAsync(one => one.Id == id, ct) is not { } comment)
        {
            return CommentResult.Refused("The comment does not exist any more.");
        }

        var scope = await db.Items.Where(item => item.Id == comment.ItemId).Select(item => item.Scope).SingleAsync(ct);
        rights.Demand(by, Right.Comment, scope, comment.Locale);

        if (comment.ResolvedAt is null)
        {
            comment.ResolvedAt = UtcMoment.Stored(time.GetUtcNow().UtcDateTime);
            comment.ResolvedBy = by.Name;
            await db.SaveChangesAsync(ct);
            await audit.RecordAsync(db, Act(Acts.ResolveComment, comment, scope), by, ct);
            await transaction.CommitAsync(ct);
        }

        return new(comment, []);
    }

    /// <summary>All comments on one variant, the oldest first.</summary>
    public async Task<IReadOnlyList<Comment>> OfAsync(string itemId, string locale, Editor by, CancellationToken ct)
    {
        if (await db.Items.Where(item => item.Id == itemId).Select(item => item.Scope).SingleOrDefaultAsync(ct) is not { } scope)
        {
            return [];
        }

        rights.Demand(by, Right.Read, scope, locale);

        return await db.Comments.AsNoTracking().Where(one => one.ItemId == itemId && one.Locale == locale)
            .OrderBy(one => one.CreatedAt).ThenBy(one => one.Id).ToListAsync(ct);
    }

    private async Task<Sentence?> AgainstPlaceAsync(ContentItem item, NewComment comment, CancellationToken ct)
    {
        if (!await db.Variants.AnyAsync(variant => variant.ItemId == item.Id && variant.Locale == comment.Locale, ct))
        {
            return "There is nothing to comment on in this language yet.";
        }

        var type = (await db.Types.AsNoTracking().SingleAsync(one => one.Name == item.Type, ct)).Read();

        return comment.Field.Length == 0 || type[comment.Field] is not null ? null : (Sentence)$"{type.DisplayName} has no field {comment.Field}.";
    }

    private static AuditedAct Act(string act, Comment comment, string scope) => new()
    {
        Act = act,
        Target = comment.ItemId,
        Scope = scope,
        Locale = comment.Locale,
        After = JsonSerializer.Serialize(new { comment.Id, comment.Field }),
        Note = comment.Text,
    };
}
