using Microsoft.EntityFrameworkCore;
using SayNo.Campaign.Storage;
using SayNo.Content.Published;
using SayNo.Content.Storage;

namespace SayNo.Campaign.Links;

/// <summary>Keeps for every published address whether it still answers. Nothing of it is public.</summary>
public sealed class LinkChecks(CampaignDb db, PublishedContent published, LinkProbe probe, NetworkDoubt doubt, WriteTurns turns, TimeProvider time)
{
    private static readonly TimeSpan Claim = TimeSpan.FromDays(1);
    private static readonly TimeSpan WhenInDoubt = TimeSpan.FromHours(1);

    private DateTime Now => UtcMoment.Stored(time.GetUtcNow().UtcDateTime);

    /// <summary>Takes up what was published, and forgets what is no longer.</summary>
    public async Task FollowAsync(CancellationToken ct)
    {
        var wanted = PublishedLinks.Of(published.Current);
        await using var transaction = await turns.BeginAsync(db, ct);
        var known = await db.LinkChecks.Select(check => check.Url).ToHashSetAsync(ct);

        foreach (var url in wanted.Except(known))
        {
            // Another node may do the same at this moment.
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO "LinkChecks" ("Url", "State", "Failures", "NextAt") VALUES ({url}, 0, 0, {Now}) ON CONFLICT ("Url") DO NOTHING""", ct);
        }

        foreach (var gone in known.Except(wanted).Chunk(500))
        {
            await db.LinkChecks.Where(check => gone.Contains(check.Url)).ExecuteDeleteAsync(ct);
        }

        await transaction.CommitAsync(ct);
    }

    /// <summary>Asks the address that has waited longest.</summary>
    /// <returns>False if none is due.</returns>
    public async Task<bool> AskNextAsync(CancellationToken ct)
    {
        var now = Now;
        var due = await db.LinkChecks.AsNoTracking().Where(check => check.NextAt <= now)
            .OrderBy(check => check.NextAt).ThenBy(check => check.Url)
            .Select(check => new { check.Url, check.NextAt }).FirstOrDefaultAsync(ct);

        if (due is null)
        {
            return false;
        }

        // Whoever moves its turn on is the one node that asks.
        if (await ClaimAsync(due.Url, due.NextAt, now + Claim, ct))
        {
            await KeepAsync(due.Url, await FindingAsync(due.Url, ct), ct);
        }

        return true;
    }

    private Task<LinkFinding> FindingAsync(string url, CancellationToken ct) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) ? probe.AskAsync(address, ct) : Task.FromResult(new LinkFinding(LinkFault.Forbidden));

    private async Task<bool> ClaimAsync(string url, DateTime turn, DateTime next, CancellationToken ct)
    {
        await using var transaction = await turns.BeginAsync(db, ct);
        var claimed = await db.LinkChecks.Where(check => check.Url == url && check.NextAt == turn)
            .ExecuteUpdateAsync(set => set.SetProperty(check => check.NextAt, next), ct);
        await transaction.CommitAsync(ct);

        return claimed == 1;
    }

    private async Task KeepAsync(string url, LinkFinding finding, CancellationToken ct)
    {
        await using var transaction = await turns.BeginAsync(db, ct);

        if (await db.LinkChecks.SingleOrDefaultAsync(check => check.Url == url, ct) is not { } check)
        {
            return;
        }

        if (doubt.Explains(finding))
        {
            check.NextAt = Now + WhenInDoubt;
        }
        else
        {
            check.Take(finding, Now);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
