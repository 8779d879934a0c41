using Microsoft.EntityFrameworkCore;
using SayNo.Campaign.Links;
using SayNo.Campaign.Storage;
using SayNo.Content;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Campaign.Contacts;

/// <summary>Shows national teams their contacts and what is to be done about them. Each answer costs three SQL commands, whatever there is.</summary>
public sealed class ContactBoard(CmsDb content, CampaignDb campaign, Rights rights, TimeProvider time)
{
    public const string Type = "CountryContact";

    private static readonly string[] LinkFields = ["Website", "Chat", "Source"];

    /// <summary>What people found longer ago says nothing any more.</summary>
    private const int YearsBack = 2;

    /// <summary>The contacts of one country, or of the campaign, as visitors see them one after the other.</summary>
    public async Task<IReadOnlyList<ContactEntry>> OfAsync(string scope, Editor by, CancellationToken ct)
    {
        rights.Demand(by, Right.Read, scope, Variant.Neutral);

        return await EntriesAsync(content.Items.Where(item => item.Scope == scope), ct);
    }

    /// <summary>Everything that somebody should look after, wherever the editor may read, the most urgent first.</summary>
    public async Task<IReadOnlyList<ContactEntry>> DueAsync(Editor by, CancellationToken ct)
    {
        var reach = Rights.Reach(by, Right.Read);
        var scopes = reach.Scopes.ToList();
        var entries = await EntriesAsync(
            reach.IsEverywhere ? content.Items : content.Items.Where(item => scopes.Contains(item.Scope)), ct);

        return [.. entries.Where(entry => entry.IsDue).OrderBy(entry => entry.Urgency).ThenBy(entry => entry.CheckedOn)];
    }

    /// <summary>One contact, for somebody who wants to record a check; null if there is none.</summary>
    public async Task<ContactEntry?> FindAsync(string itemId, Editor by, CancellationToken ct)
    {
        var found = await EntriesAsync(content.Items.Where(item => item.Id == itemId), ct);

        if (found is not [var entry])
        {
            return null;
        }

        rights.Demand(by, Right.Verify, entry.Scope, Variant.Neutral);

        return entry;
    }

    /// <summary>Whose contacts there are, as far as the editor may read them: the campaign first, then countries by their codes.</summary>
    public async Task<IReadOnlyList<string>> ScopesAsync(Editor by, CancellationToken ct)
    {
        var reach = Rights.Reach(by, Right.Read);
        var all = await content.Items.Where(item => item.Type == Type).Select(item => item.Scope).Distinct().ToListAsync(ct);

        return [.. all.Where(reach.Holds).OrderBy(scope => scope != Scopes.Campaign).ThenBy(scope => scope, StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<ContactEntry>> EntriesAsync(IQueryable<ContentItem> items, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var rows = await Rows(items).ToListAsync(ct);
        var ids = rows.Select(row => row.ItemId).ToList();
        var since = now.AddYears(-YearsBack);
        var checks = await campaign.ContactChecks.AsNoTracking().Where(check => ids.Contains(check.ItemId) && check.RecordedAt >= since).ToListAsync(ct);
        var urls = rows.SelectMany(Urls).Distinct().ToList();
        var links = await campaign.LinkChecks.AsNoTracking().Where(check => urls.Contains(check.Url)).ToDictionaryAsync(check => check.Url, ct);
        var byItem = checks.ToLookup(check => check.ItemId);

        return
        [
            .. rows.Select(row => ContactEntry.Of(
                row, [.. byItem[row.ItemId].OrderByDescending(check => check.RecordedAt).ThenByDescending(check => check.Id)], links, now)),
        ];
    }

    private static IQueryable<ContactRow> Rows(IQueryable<ContentItem> items) =>
        from item in items
        from variant in item.Variants
        where item.Type == Type && variant.Locale == Variant.Neutral && variant.ArchivedAt == null
        where variant.PublishedId != null || variant.DraftId != null
        orderby item.Scope, item.Order, item.Slug
        select new ContactRow(
            item.Id, item.Scope, item.Slug,
            variant.Published == null ? null : variant.Published.Data,
            variant.Draft == null ? null : variant.Draft.Data);

    private static IEnumerable<string> Urls(ContactRow row)
    {
        var values = ContentValues.Parse(row.Published ?? row.Draft ?? "{}");

        return LinkFields.Select(field => PublishedLinks.UrlOf(values, field)).OfType<string>();
    }
}
