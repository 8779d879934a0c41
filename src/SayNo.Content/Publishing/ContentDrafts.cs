using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using SayNo.Content.Fields;
using SayNo.Content.Reviewing;
using SayNo.Content.Storage;

namespace SayNo.Content.Publishing;

/// <summary>Creates items and keeps what editors write. Nothing of it is public.</summary>
public sealed class ContentDrafts(CmsDb db, WriteTurns turns, Rights rights, TimeProvider time)
{
    public async Task<CreateResult> CreateAsync(NewItem item, Editor by, CancellationToken ct)
    {
        rights.Demand(by, Right.Edit, item.Scope, Variant.Neutral);

        return await AddAsync(item, null, ct);
    }

    /// <summary>Creates a country's own wording of a campaign item. It replaces the original there once it is published.</summary>
    public async Task<CreateResult> CreateOverrideAsync(string itemId, string country, Editor by, CancellationToken ct)
    {
        rights.Demand(by, Right.Edit, country, Variant.Neutral);

        if (await db.Items.AsNoTracking().SingleOrDefaultAsync(item => item.Id == itemId, ct) is not { } original)
        {
            return Refused("The item to replace does not exist any more.");
        }

        if (OverrideRules.Against(original.Type, original.Scope, original.OverrideOf, original.Type, country) is { } sentence)
        {
            return Refused(sentence);
        }

        return await AddAsync(new() { Type = original.Type, Scope = country, Slug = original.Slug, Order = original.Order }, itemId, ct);
    }

    /// <summary>Saves a draft as a new version, unless somebody else saved meanwhile or it says what is stored already.</summary>
    public async Task<SaveResult> SaveAsync(DraftText draft, Editor by, CancellationToken ct)
    {
        await using var transaction = await turns.BeginAsync(db, ct);
        db.ChangeTracker.Clear();

        if (await LockAsync(draft, ct) is not { } item)
        {
            return SaveResult.Conflicting(null, draft.Values);
        }

        rights.Demand(by, Right.Edit, item.Scope, draft.Locale);
        var type = (await db.Types.AsNoTracking().SingleAsync(one => one.Name == item.Type, ct)).Read();

        if (await AgainstKeepingAsync(type, draft, ct) is { Count: > 0 } problems)
        {
            return SaveResult.Refused(problems);
        }

        var result = await KeepAsync(item, type, draft, by, ct);

        if (result.IsSaved)
        {
            await AutoSaves.DropAsync(db, draft.ItemId, draft.Locale, by, ct);
        }

        await transaction.CommitAsync(ct);

        return result;
    }

    private async Task<SaveResult> KeepAsync(ContentItem item, ContentType type, DraftText draft, Editor by, CancellationToken ct)
    {
        var newest = item.Variants.SingleOrDefault()?.Newest;
        var remaining = type.Validate(draft.Values, draft.Locale == Variant.Neutral, item.Scope);

        if (Says(newest, draft))
        {
            return SaveResult.Saved(newest, isNew: false, remaining);
        }

        return newest?.Id == draft.BasedOn
            ? SaveResult.Saved(await WriteAsync(item, draft, by, ct), isNew: true, remaining)
            : SaveResult.Conflicting(newest, draft.Values);
    }

    private static bool Says([NotNullWhen(true)] ContentVersion? version, DraftText draft) =>
        version is not null && version.IsReviewed == draft.IsReviewed && ContentValues.Parse(version.Data).Same(draft.Values);

    /// <summary>The item with the one variant.</summary>
    private async Task<ContentItem?> LockAsync(DraftText draft, CancellationToken ct)
    {
        await ItemLock.TakeAsync(db, draft.ItemId, ct);

        return await db.Items.Include(item => item.Variants.Where(variant => variant.Locale == draft.Locale)).ThenInclude(variant => variant.Draft)
            .Include(item => item.Variants.Where(variant => variant.Locale == draft.Locale)).ThenInclude(variant => variant.Published)
            .SingleOrDefaultAsync(item => item.Id == draft.ItemId, ct);
    }

    private async Task<ContentVersion> WriteAsync(ContentItem item, DraftText draft, Editor by, CancellationToken ct)
    {
        if (item.Variants.SingleOrDefault() is not { } variant)
        {
            variant = new() { Id = ContentId.New(), ItemId = item.Id, Locale = draft.Locale };
            db.Variants.Add(variant);

            // A variant and its version point to each other: first the rows, then the pointer.
            await db.SaveChangesAsync(ct);
        }

        var version = new ContentVersion
        {
            Id = ContentId.New(),
            VariantId = variant.Id,
            Number = ++variant.LastNumber,
            Data = draft.Values.ToString(),
            IsReviewed = draft.IsReviewed,
            Author = by.Name,
            Comment = draft.Comment,
            CreatedAt = UtcMoment.Stored(time.GetUtcNow().UtcDateTime),
        };
        db.Versions.Add(version);
        variant.Draft = version;
        await db.SaveChangesAsync(ct);

        return version;
    }

    private async Task<List<Problem>> AgainstKeepingAsync(ContentType type, DraftText draft, CancellationToken ct)
    {
        List<Problem> problems = [.. ContentRules.AgainstKeeping(type, draft.Values, draft.Locale == Variant.Neutral)];

        if (draft.Locale == Variant.Neutral)
        {
            return problems;
        }

        var settings = await db.Settings.AsNoTracking().ToListAsync(ct);

        if (new SiteSettings(settings.ToDictionary(one => one.Name, one => one.Read())).Locales.Find(draft.Locale) != draft.Locale)
        {
            problems.Add(new("", $"The site has no locale \"{draft.Locale}\"."));
        }

        return problems;
    }

    private async Task<CreateResult> AddAsync(NewItem wanted, string? overrideOf, CancellationToken ct)
    {
        await using var transaction = await turns.BeginAsync(db, ct);
        db.ChangeTracker.Clear();

        if (await AgainstCreatingAsync(wanted, overrideOf, ct) is { } sentence)
        {
            return Refused(sentence);
        }

        var item = new ContentItem
        {
            Id = ContentId.New(),
            Type = wanted.Type,
            Scope = wanted.Scope,
            Slug = wanted.Slug,
            Order = wanted.Order,
            OverrideOf = overrideOf,
            CreatedAt = UtcMoment.Stored(time.GetUtcNow().UtcDateTime),
        };
        db.Items.Add(item);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        return new(item, []);
    }

    private async Task<string?> AgainstCreatingAsync(NewItem wanted, string? overrideOf, CancellationToken ct)
    {
        if (!Scopes.IsValid(wanted.Scope) || !Slugs.IsValid(wanted.Slug))
        {
            return Scopes.IsValid(wanted.Scope)
                ? $"\"{wanted.Slug}\" cannot be part of an address. Use small letters a-z, digits and single hyphens."
                : $"\"{wanted.Scope}\" is no scope. Use EU for the campaign, or a country code of two capital letters.";
        }

        // Writing the type's row makes others wait who create an item of it: of two with one address the second is told so.
        var types = db.Types.Where(type => type.Name == wanted.Type);

        if (await types.ExecuteUpdateAsync(set => set.SetProperty(type => type.Order, type => type.Order), ct) == 0)
        {
            return $"There is no content type {wanted.Type}.";
        }

        if (overrideOf is not null && await db.Items.AnyAsync(item => item.OverrideOf == overrideOf && item.Scope == wanted.Scope, ct))
        {
            return $"{wanted.Scope} already has its own wording of it.";
        }

        return await db.Items.AnyAsync(item => item.Type == wanted.Type && item.Scope == wanted.Scope && item.Slug == wanted.Slug, ct)
            ? $"Another {wanted.Type} of {wanted.Scope} has the address \"{wanted.Slug}\" already. Choose another."
            : null;
    }

    private static CreateResult Refused(string sentence) => new(null, [new Problem("", sentence)]);
}
