using SayNo.Admin.Lists;
using SayNo.Content.Auditing;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Web.Admin;
using SayNo.Web.Localization;

namespace SayNo.Admin.Auditing;

/// <summary>Reads entries of the audit log with what they are about: the titles of texts and the names of colleagues.</summary>
public sealed class AuditView(AuditTrail trail, CmsDb db, PublishedContent published, ItemTitles titles, Colleagues colleagues)
{
    public async Task<AuditList> ReadAsync(AuditQuery query, PoLocalizer l, Editor by, CancellationToken ct)
    {
        var page = await trail.ReadAsync(query.ToFilter(), by, ct);

        return new(await ShowAsync(page.Entries, l, by, ct), page.HasMore);
    }

    /// <summary>One entry; null if there is none of that number.</summary>
    public async Task<ShownEntry?> FindAsync(long number, PoLocalizer l, Editor by, CancellationToken ct)
    {
        var page = await trail.ReadAsync(new() { Before = number + 1, Size = 1 }, by, ct);

        return page.Entries is [{ } entry] && entry.Sequence == number ? (await ShowAsync([entry], l, by, ct)).Single() : null;
    }

    // Two queries for all that they are about, however many entries there are.
    private async Task<IReadOnlyList<ShownEntry>> ShowAsync(IReadOnlyList<AuditEntry> entries, PoLocalizer l, Editor by, CancellationToken ct)
    {
        var targets = entries.Select(entry => entry.Target).Where(target => target.Length > 0).Distinct().ToList();
        var items = (await db.Items.Where(item => targets.Contains(item.Id)).ReadRowsAsync(ct)).ToDictionary(row => row.Id);
        var people = await colleagues.NamesAsync([.. targets.Where(target => !items.ContainsKey(target))], by, ct);

        return [.. entries.Select(entry => Show(entry, items.GetValueOrDefault(entry.Target), people.GetValueOrDefault(entry.Target), l))];
    }

    private ShownEntry Show(AuditEntry entry, ItemRow? item, string? person, PoLocalizer l) => new()
    {
        Entry = entry,
        Act = ActWords.Of(entry.Act, l),
        Item = item is null ? null : titles.Of(item.Named, l.Culture.Name),
        Person = person,
        Changes = AuditChange.Of(entry, item is null ? null : published.Current.Types.GetValueOrDefault(item.Type), l),
    };
}

/// <summary>One page of the audit log.</summary>
/// <param name="Entries">The newest first.</param>
/// <param name="HasMore">True if there are older ones that fit.</param>
public sealed record AuditList(IReadOnlyList<ShownEntry> Entries, bool HasMore);

/// <summary>An entry of the audit log as a screen shows it.</summary>
public sealed record ShownEntry
{
    public required AuditEntry Entry { get; init; }

    /// <summary>What was done, in the editor's language.</summary>
    public required string Act { get; init; }

    /// <summary>What the text is called that it is about; null if it is about none, or one that is gone.</summary>
    public required ItemTitle? Item { get; init; }

    /// <summary>The name of the account that it is about; null if it is about none, or one that is gone.</summary>
    public required string? Person { get; init; }

    public required IReadOnlyList<AuditChange> Changes { get; init; }

    public string Path => $"{AuditQuery.Path}/{Entry.Sequence}";

    /// <summary>Texts are a click away; what is not shown in the list is on the page of the entry.</summary>
    public IEnumerable<AuditChange> ShortChanges => Changes.Where(change => change.IsShort);

    public IEnumerable<AuditChange> LongChanges => Changes.Where(change => !change.IsShort);
}
