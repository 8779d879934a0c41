using Microsoft.EntityFrameworkCore;
using SayNo.Campaign.Storage;
using SayNo.Content;
using SayNo.Content.Fields;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Campaign.Contacts;

/// <summary>
/// Sees to it that no contact says "checked on" of a number that nobody has called: whoever changes a number or an address takes the date out,
/// and no day is in the future.
/// </summary>
public sealed class HonestDates(PublishedContent published, IDbContextFactory<CampaignDb> campaign, TimeProvider time) : PublishGate
{
    private const string Field = "CheckedOn";

    private static readonly Problem Outdated = new(Field,
        "A number or an address has changed since the contact was checked. Empty this field, publish, and then record a new check under Contacts.");

    private static readonly Problem InFuture = new(Field, "The day of the check cannot be in the future.");

    public override async Task<IReadOnlyList<Problem>> ProblemsAsync(Picture after, PublishedItem item, string locale, CancellationToken ct)
    {
        if (item.Type != ContactBoard.Type || locale != Variant.Neutral || item.Neutral?.Values is not { } values || values.Date(Field) is not { } day)
        {
            return [];
        }

        if (day > ContactChecks.Today(item.Scope, time))
        {
            return [InFuture];
        }

        return published.Public.Find(item.Id)?.Neutral?.Values is { } before
            ? before.Date(Field) == day && ContactChannel.InOrder.Any(channel => channel.Of(before) != channel.Of(values)) ? [Outdated] : []
            : await WasOfAnotherAsync(item.Id, values, day, ct) ? [Outdated] : [];
    }

    // Of a contact that was never public, only the checks themselves say what was tried that day.
    private async Task<bool> WasOfAnotherAsync(string itemId, ContentValues values, DateOnly day, CancellationToken ct)
    {
        await using var db = await campaign.CreateDbContextAsync(ct);
        var tried = await db.ContactChecks.AsNoTracking().Where(check => check.ItemId == itemId && check.Works && check.CheckedOn == day).ToListAsync(ct);

        return tried.Count > 0 && !tried.Any(check => ContactChannel.InOrder.Any(channel => channel.Field == check.Field && channel.Of(values) == check.What));
    }
}
