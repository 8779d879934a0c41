using Microsoft.EntityFrameworkCore;
using SayNo.Content.Auditing;
using SayNo.Content.Fields;
using SayNo.Content.Published;
using SayNo.Content.Storage;

namespace SayNo.Content.Publishing;

/// <summary>Decides what the public sees of an item in a locale. Each verb checks, acts and records, in one transaction.</summary>
public sealed class ContentPublisher(CmsDb db, ChangeLog log, Rights rights, PublishCheck check, PublishedContent published)
{
    /// <summary>Makes the draft of one variant public, whatever its stage. No other variant changes.</summary>
    public Task<PublishResult> PublishAsync(string itemId, string locale, Editor by, CancellationToken ct) =>
        PublishAsync(itemId, locale, null, null, by, ct);

    /// <summary>Makes the version public that the person has looked at; if there is a newer one, nothing is done.</summary>
    public Task<PublishResult> PublishAsync(string itemId, string locale, string versionId, Editor by, CancellationToken ct) =>
        PublishAsync(itemId, locale, versionId, null, by, ct);

    /// <summary>Takes one variant from the public; its text stays as a draft.</summary>
    public Task<PublishResult> UnpublishAsync(string itemId, string locale, Editor by, CancellationToken ct) =>
        UnpublishAsync(itemId, locale, null, by, ct);

    /// <summary>Puts a few values onto what is public, as a new version, and onto the draft if there is one.</summary>
    /// <param name="amendment">What is to change.</param>
    /// <param name="right">The right that it takes, such as <see cref="Right.Verify"/>.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="ct">Until the end, cancelling leaves everything as it was.</param>
    public async Task<PublishResult> AmendAsync(Amendment amendment, Right right, Editor by, CancellationToken ct)
    {
        await using var open = await log.OpenAsync(by, ct);

        if (await ItemLock.LoadAsync(db, amendment.ItemId, ct) is not { } item)
        {
            return PublishResult.NotPublic;
        }

        rights.Demand(by, right, item.Scope, amendment.Locale);

        if (item.Variants.Find(one => one.Locale == amendment.Locale) is not { ArchivedAt: null } variant
            || (variant.Published ?? (amendment.EvenIfNotPublic ? variant.Draft : null)) is not { } before)
        {
            return PublishResult.NotPublic;
        }

        if (Amending.Against(amendment, item, variant, await TypeAsync(item.Type, ct)) is { Count: > 0 } problems)
        {
            return PublishResult.Refused(problems);
        }

        if (amendment.Along is { } along && !await along(db, ContentValues.Parse(before.Data), ct))
        {
            return PublishResult.Refused([]);
        }

        await open.CommitAsync(await new Amending(db, open).ApplyAsync(amendment, item, variant, ct), ct);

        return PublishResult.Done(open.Sequence);
    }

    /// <summary>What visitors would miss if a variant were taken from the public, in sentences.</summary>
    public async Task<IReadOnlyList<Sentence>> EmptyWithoutAsync(string itemId, string locale, Editor by, CancellationToken ct)
    {
        if (await db.Items.AsNoTracking().SingleOrDefaultAsync(one => one.Id == itemId, ct) is not { } item)
        {
            return [];
        }

        rights.Demand(by, Right.Read, item.Scope, locale);
        var before = published.Public;

        return EmptyPlaces.Between(before, PictureAfter.Without(before, item, locale), item, locale);
    }

    /// <summary>Removes an item with all its variants and their history; only the change log and the audit log remember it.</summary>
    public async Task<PublishResult> DeleteAsync(string itemId, Editor by, CancellationToken ct)
    {
        await using var open = await log.OpenAsync(by, ct);

        if (await ItemLock.LoadAsync(db, itemId, ct) is not { } item)
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
        await open.CommitAsync(ItemAudit.Act(Acts.Delete, before: item, after: null), ct);

        return PublishResult.Done(open.Sequence);
    }

    /// <summary>Does what was scheduled, if it still waits: as the person who scheduled it, who had the right then.</summary>
    internal Task<PublishResult> RunAsync(ScheduledAct due, CancellationToken ct)
    {
        var by = new Editor(due.ById, due.By, [new Grant(Role.NationalApprover, Grant.Everywhere, [due.Locale])]);

        return due.Kind == ScheduledKind.Publish
            ? PublishAsync(due.ItemId, due.Locale, due.VersionId, due.Id, by, ct)
            : UnpublishAsync(due.ItemId, due.Locale, due.Id, by, ct);
    }

    private async Task<PublishResult> PublishAsync(
        string itemId, string locale, string? versionId, string? scheduledId, Editor by, CancellationToken ct)
    {
        await using var open = await log.OpenAsync(by, ct);

        if (await ItemLock.LoadAsync(db, itemId, ct) is not { } item)
        {
            return PublishResult.NoDraft;
        }

        rights.Demand(by, Right.Publish, item.Scope, locale);

        if (item.Variants.Find(one => one.Locale == locale) is not { Draft: { } draft } variant)
        {
            return PublishResult.NoDraft;
        }

        if (await AgainstAsync(item, variant, draft, versionId, scheduledId, by, ct) is { Count: > 0 } problems)
        {
            return PublishResult.Refused(problems);
        }

        var before = new { variant.State, variant.Published };
        variant.Publish(open.At);
        open.Append(ChangeKind.Published, item, locale, draft.Id);
        await ScheduleRows.PublishedAsync(db, variant, draft.Id, open.At, ct);
        await open.CommitAsync(PublishedAct(item, variant, draft, before.State, before.Published), ct);

        return PublishResult.Done(open.Sequence);
    }

    private async Task<IReadOnlyList<Problem>> AgainstAsync(
        ContentItem item, Variant variant, ContentVersion draft, string? versionId, string? scheduledId, Editor by, CancellationToken ct)
    {
        if (scheduledId is not null && !await ScheduleRows.WaitsAsync(db, scheduledId, ct))
        {
            return [CalledOff];
        }

        return DraftRules.Against(variant, versionId) is { } problem
            ? [problem]
            : await check.OfPublishingAsync(item, variant, draft, await TypeAsync(item.Type, ct), by, ct);
    }

    private async Task<PublishResult> UnpublishAsync(string itemId, string locale, string? scheduledId, Editor by, CancellationToken ct)
    {
        await using var open = await log.OpenAsync(by, ct);

        if (await ItemLock.LoadAsync(db, itemId, ct) is not { } item)
        {
            return PublishResult.NotPublic;
        }

        rights.Demand(by, Right.Publish, item.Scope, locale);

        if (item.Variants.Find(one => one.Locale == locale) is not { Published: { } shown } variant)
        {
            return PublishResult.NotPublic;
        }

        if (await AgainstHidingAsync(item, variant, scheduledId, ct) is { } problem)
        {
            return PublishResult.Refused([problem]);
        }

        var before = new VariantAudit { State = variant.State, Version = shown.Number };
        variant.Unpublish();
        open.Append(ChangeKind.Unpublished, item, locale, shown.Id);
        await ScheduleRows.UnpublishedAsync(db, variant, open.At, ct);
        await open.CommitAsync(VariantAudit.Act(Acts.Unpublish, item, locale, before, new() { State = VariantState.Draft }), ct);

        return PublishResult.Done(open.Sequence);
    }

    private async Task<Problem?> AgainstHidingAsync(ContentItem item, Variant variant, string? scheduledId, CancellationToken ct) =>
        scheduledId is not null && !await ScheduleRows.WaitsAsync(db, scheduledId, ct)
            ? CalledOff
            : ContentRules.AgainstHiding(await TypeAsync(item.Type, ct), item, variant);

    private static AuditedAct PublishedAct(ContentItem item, Variant variant, ContentVersion draft, VariantState state, ContentVersion? shown)
    {
        var (old, now) = VariantAudit.Changed(shown, draft);

        return VariantAudit.Act(Acts.Publish, item, variant.Locale,
            new() { State = state, Version = shown?.Number, Values = old },
            new() { State = VariantState.Published, Version = draft.Number, Author = draft.Author, Values = now });
    }

    private static Problem CalledOff { get; } = new("", "It was called off.");

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
