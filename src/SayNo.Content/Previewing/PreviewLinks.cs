using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SayNo.Content.Auditing;
using SayNo.Content.Fields;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Content.Previewing;

/// <summary>Makes, opens and revokes the addresses under which people without an account see one unpublished text, or a whole release.</summary>
public sealed class PreviewLinks(CmsDb db, WriteTurns turns, Rights rights, AuditLog audit, TimeProvider time)
{
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(10);

    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    private const int LongestPath = 500;

    public async Task<PreviewLinkResult> CreateAsync(NewPreviewLink wanted, Editor by, CancellationToken ct)
    {
        await using var transaction = await turns.BeginAsync(db, ct);
        db.ChangeTracker.Clear();

        if (await OwnerAsync(wanted.ItemId, wanted.ReleaseId, ct) is not { } scope)
        {
            return PreviewLinkResult.Refused("The text does not exist any more.");
        }

        DemandSharing(by, scope, wanted.ReleaseId is null ? wanted.Locale : Variant.Neutral);

        if (await AgainstAsync(wanted, ct) is { } sentence)
        {
            return PreviewLinkResult.Refused(sentence);
        }

        var (token, hash) = PreviewToken.New();
        var now = Now;
        var link = new PreviewLink
        {
            Id = ContentId.New(),
            TokenHash = hash,
            ItemId = wanted.ItemId,
            Locale = wanted.Locale,
            ReleaseId = wanted.ReleaseId,
            Path = wanted.Path,
            ById = by.Id,
            By = by.Name,
            CreatedAt = now,
            ExpiresAt = UtcMoment.Stored(now + wanted.Lasts),
        };
        db.PreviewLinks.Add(link);
        await db.SaveChangesAsync(ct);
        await audit.RecordAsync(db, Act(Acts.CreatePreviewLink, link, scope), by, ct);
        await transaction.CommitAsync(ct);

        return new(link, token, []);
    }

    /// <summary>The preview behind a token; none if the token is unknown, has run out or was revoked, without saying which.</summary>
    public async Task<OpenedPreview?> OpenAsync(string token, CancellationToken ct)
    {
        if (PreviewToken.Hash(token) is not { } hash)
        {
            return null;
        }

        var link = await db.PreviewLinks.AsNoTracking().SingleOrDefaultAsync(one => one.TokenHash == hash, ct);

        return link is { RevokedAt: null } && Now < link.ExpiresAt ? new(link) : null;
    }

    /// <summary>Ends a link at once; a second time changes nothing.</summary>
    public async Task<PreviewLinkResult> RevokeAsync(string id, Editor by, CancellationToken ct)
    {
        await using var transaction = await turns.BeginAsync(db, ct);
        db.ChangeTracker.Clear();

        if (await db.PreviewLinks.SingleOrDefaultAsync(one => one.Id == id, ct) is not { } link
            || await OwnerAsync(link.ItemId, link.ReleaseId, ct) is not { } scope)
        {
            return PreviewLinkResult.Refused("The link does not exist any more.");
        }

        DemandSharing(by, scope, link.ReleaseId is null ? link.Locale : Variant.Neutral);

        if (link.RevokedAt is null)
        {
            link.RevokedAt = Now;
            await db.SaveChangesAsync(ct);
            await audit.RecordAsync(db, Act(Acts.RevokePreviewLink, link, scope), by, ct);
            await transaction.CommitAsync(ct);
        }

        return new(link, null, []);
    }

    /// <summary>All links to one variant, the newest first; those that have ended are among them.</summary>
    public async Task<IReadOnlyList<PreviewLink>> OfAsync(string itemId, string locale, Editor by, CancellationToken ct)
    {
        if (await ScopeAsync(itemId, ct) is not { } scope)
        {
            return [];
        }

        rights.Demand(by, Right.Read, scope, locale);

        return await db.PreviewLinks.AsNoTracking().Where(link => link.ItemId == itemId && link.Locale == locale && link.ReleaseId == null)
            .OrderByDescending(link => link.CreatedAt).ThenBy(link => link.Id).ToListAsync(ct);
    }

    /// <summary>All links to a release, the newest first; those that have ended are among them.</summary>
    public async Task<IReadOnlyList<PreviewLink>> OfReleaseAsync(string releaseId, Editor by, CancellationToken ct)
    {
        if (await OwnerAsync("", releaseId, ct) is not { } scope)
        {
            return [];
        }

        rights.Demand(by, Right.Read, scope, Variant.Neutral);

        return await db.PreviewLinks.AsNoTracking().Where(link => link.ReleaseId == releaseId)
            .OrderByDescending(link => link.CreatedAt).ThenBy(link => link.Id).ToListAsync(ct);
    }

    private DateTime Now => UtcMoment.Stored(time.GetUtcNow().UtcDateTime);

    // Whoever writes a text or answers for it may show it to others before it is public.
    private void DemandSharing(Editor by, string scope, string locale) =>
        rights.Demand(by, Rights.May(by, Right.Publish, scope, locale) ? Right.Publish : Right.Edit, scope, locale);

    private Task<string?> OwnerAsync(string itemId, string? releaseId, CancellationToken ct) => releaseId is null
        ? ScopeAsync(itemId, ct)
        : db.Releases.Where(release => release.Id == releaseId).Select(release => release.Scope).SingleOrDefaultAsync(ct);

    private Task<string?> ScopeAsync(string itemId, CancellationToken ct) =>
        db.Items.Where(item => item.Id == itemId).Select(item => item.Scope).SingleOrDefaultAsync(ct);

    private async Task<Sentence?> AgainstAsync(NewPreviewLink wanted, CancellationToken ct)
    {
        if (wanted.Lasts < Shortest || wanted.Lasts > Longest)
        {
            return $"A preview link can last from {Shortest.TotalMinutes:0} minutes to {Longest.TotalDays:0} days.";
        }

        if (wanted.Path.Length > LongestPath || !wanted.Path.StartsWith('/') || wanted.Path.StartsWith("//", StringComparison.Ordinal))
        {
            return "A preview link needs a page of this site to open.";
        }

        return await db.Variants.AnyAsync(one => one.ItemId == wanted.ItemId && one.Locale == wanted.Locale && (one.DraftId ?? one.PublishedId) != null, ct)
            ? null
            : "There is no text to show yet. Save a draft first.";
    }

    private static AuditedAct Act(string act, PreviewLink link, string scope) => new()
    {
        Act = act,
        Target = link.ReleaseId ?? link.ItemId,
        Scope = scope,
        Locale = link.ReleaseId is null ? link.Locale : Variant.Neutral,
        After = JsonSerializer.Serialize(new { link.Id, link.Path, link.ExpiresAt }),
    };
}
