using Microsoft.EntityFrameworkCore;
using SayNo.Content.Fields;
using SayNo.Content.Storage;

namespace SayNo.Content.Publishing;

/// <summary>Decides what the public sees of an item in a locale. Each verb checks, acts and records, in one transaction.</summary>
public sealed class ContentPublisher(CmsDb db, ChangeLog log, Rights rights)
{
    /// <summary>Makes the draft of one variant public. No other variant changes.</summary>
    public async Task<PublishResult> PublishAsync(string itemId, string locale, Editor by, CancellationToken ct)
    {
        await using var open = await log.OpenAsync(by, ct);

        if (await LockAsync(itemId, ct) is not { } item || item.Variants.Find(one => one.Locale == locale) is not { Draft: { } draft } variant)
        {
            return PublishResult.NoDraft;
        }

        rights.Demand(by, Right.Publish, item.Scope, locale);

        if (await ProblemsAsync(item, variant, ContentValues.Parse(draft.Data), ct) is { Count: > 0 } problems)
        {
            return PublishResult.Refused(problems);
        }

        variant.Publish(open.At);
        open.Append(ChangeKind.Published, item, locale, draft.Id);
        await open.CommitAsync(ct);

        return PublishResult.Done(open.Sequence);
    }

    /// <summary>Takes one variant from the public; its text stays as a draft.</summary>
    public async Task<PublishResult> UnpublishAsync(string itemId, string locale, Editor by, CancellationToken ct)
    {
        await using var open = await log.OpenAsync(by, ct);

        if (await LockAsync(itemId, ct) is not { } item
            || item.Variants.Find(one => one.Locale == locale) is not { Published: { } published } variant)
        {
            return PublishResult.NotPublic;
        }

        rights.Demand(by, Right.Publish, item.Scope, locale);
        var type = await TypeAsync(item.Type, ct);

        if (variant.IsNeutral && ContentRules.AgainstShowing(type, [.. item.Variants.Where(one => one != variant)]) is not null)
        {
            return PublishResult.Refused([new("", "The languages need the fields that they share. Take the languages from the public first.")]);
        }

        variant.Unpublish();
        open.Append(ChangeKind.Unpublished, item, locale, published.Id);
        await open.CommitAsync(ct);

        return PublishResult.Done(open.Sequence);
    }

    /// <summary>Removes an item with all its variants and their history; only the change log remembers it.</summary>
    public async Task<PublishResult> DeleteAsync(string itemId, Editor by, CancellationToken ct)
    {
        await using var open = await log.OpenAsync(by, ct);

        if (await LockAsync(itemId, ct) is not { } item)
        {
            return PublishResult.NotPublic;
        }

        rights.Demand(by, Right.Delete, item.Scope, Variant.Neutral);

        if (await AgainstDeletingAsync(item, ct) is { } problem)
        {
            return PublishResult.Refused([problem]);
        }

        open.Append(ChangeKind.Deleted, item, Variant.Neutral);
        db.ChangeTracker.Clear();
        await db.Items.Where(one => one.Id == itemId).ExecuteDeleteAsync(ct);
        await open.CommitAsync(ct);

        return PublishResult.Done(open.Sequence);
    }

    // Drafts are saved without the change log's lock: the item's own row keeps a save from coming in between.
    private async Task<ContentItem?> LockAsync(string itemId, CancellationToken ct)
    {
        await ItemLock.TakeAsync(db, itemId, ct);

        return await db.Items.Include(item => item.Variants).ThenInclude(variant => variant.Draft)
            .Include(item => item.Variants).ThenInclude(variant => variant.Published)
            .SingleOrDefaultAsync(item => item.Id == itemId, ct);
    }

    private async Task<List<Problem>> ProblemsAsync(ContentItem item, Variant variant, ContentValues values, CancellationToken ct)
    {
        var type = await TypeAsync(item.Type, ct);
        List<Problem> problems = [.. type.Validate(values, variant.IsNeutral, item.Scope)];
        var references = ContentRules.References(type, values).ToList();
        var missing = await ContentRules.MissingAsync(db, [.. references.Select(one => one.Id).Distinct()], ct);
        problems.AddRange(references.Where(one => missing.Contains(one.Id)).Select(one => ContentRules.PointsNowhere(one.Field, one.Id)));

        if (!variant.IsNeutral && ContentRules.AgainstAddingLanguage(type, item.Variants) is { } problem)
        {
            problems.Add(problem);
        }

        return problems;
    }

    private async Task<Problem?> AgainstDeletingAsync(ContentItem item, CancellationToken ct)
    {
        var countries = await db.Items.Where(one => one.OverrideOf == item.Id).Select(one => one.Scope).ToListAsync(ct);

        return countries.Count == 0
            ? null
            : new("", $"Delete the countries' own wordings of it first: {string.Join(", ", countries.Order(StringComparer.Ordinal))}.");
    }

    private async Task<ContentType> TypeAsync(string name, CancellationToken ct) =>
        (await db.Types.AsNoTracking().SingleAsync(type => type.Name == name, ct)).Read();
}
