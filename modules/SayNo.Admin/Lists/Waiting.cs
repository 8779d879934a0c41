using Microsoft.EntityFrameworkCore;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Admin.Lists;

/// <summary>What a text waits for, from one editor.</summary>
public enum Wait
{
    Nothing = 0,

    /// <summary>It is in review, and they may answer.</summary>
    Review = 1,

    /// <summary>It was sent back, and they may write it anew.</summary>
    SentBack = 2,

    /// <summary>It is approved, and they may publish it.</summary>
    Publishing = 3,
}

/// <summary>Tells which texts wait for somebody.</summary>
public sealed class Waiting
{
    private readonly Editor _by;
    private readonly Dictionary<(string ItemId, string Locale), Rejection> _rejections;

    private Waiting(Editor by, IEnumerable<Rejection> rejections)
    {
        _by = by;
        _rejections = rejections.GroupBy(one => (one.ItemId, one.Locale)).ToDictionary(group => group.Key, group => group.MaxBy(one => one.At) ?? group.First());
    }

    /// <summary>Reads the reasons that are still open for some items.</summary>
    public static async Task<Waiting> ReadAsync(CmsDb db, IQueryable<ContentItem> items, Editor by, CancellationToken ct) => new(by, await db.Comments
        .Where(comment => comment.IsRejection && comment.ResolvedAt == null && items.Any(item => item.Id == comment.ItemId))
        .Select(comment => new Rejection(comment.ItemId, comment.Locale, comment.Text, comment.Author, comment.CreatedAt))
        .ToListAsync(ct));

    public Wait Of(ItemRow item, VariantRow variant) => variant.State switch
    {
        VariantState.InReview when Rights.May(_by, Right.Publish, item.Scope, variant.Locale) => Wait.Review,
        VariantState.Approved when Rights.May(_by, Right.Publish, item.Scope, variant.Locale) => Wait.Publishing,
        VariantState.Draft when RejectionOf(item, variant) is not null && Rights.May(_by, Right.Edit, item.Scope, variant.Locale) => Wait.SentBack,
        _ => Wait.Nothing,
    };

    /// <summary>Why a text was sent back, if nobody has written it anew since.</summary>
    public Rejection? RejectionOf(ItemRow item, VariantRow variant) =>
        variant.State == VariantState.Draft && _rejections.GetValueOrDefault((item.Id, variant.Locale)) is { } one && one.At >= variant.ChangedAt ? one : null;
}

/// <summary>Why a text was sent back.</summary>
public sealed record Rejection(string ItemId, string Locale, string Reason, string By, DateTime At);
