using SayNo.Campaign.Links;
using SayNo.Content;

namespace SayNo.Campaign.Contacts;

/// <summary>A contact as its national team sees it: what visitors are shown, how sure that is, and what people and the program found out about it.</summary>
public sealed record ContactEntry
{
    public required string ItemId { get; init; }

    public required string Scope { get; init; }

    /// <summary>One of <see cref="ContactKind"/>.</summary>
    public required string Kind { get; init; }

    public required string Organisation { get; init; }

    public required IReadOnlyList<ContactWay> Ways { get; init; }

    public Link? Source { get; init; }

    public LinkCheck? SourceCheck { get; init; }

    public string? SourceRetrievedFrom { get; init; }

    /// <summary>"confirmed", "likely" or "unverified".</summary>
    public required string Confidence { get; init; }

    public DateOnly? CheckedOn { get; init; }

    public string? CheckedBy { get; init; }

    public required Freshness Freshness { get; init; }

    /// <summary>True if visitors see it; else this is a draft.</summary>
    public required bool IsPublic { get; init; }

    /// <summary>True if a draft waits beside what visitors see.</summary>
    public required bool HasNewerDraft { get; init; }

    /// <summary>The last checks by people, the newest first.</summary>
    public required IReadOnlyList<ContactCheck> Checks { get; init; }

    /// <summary>Why somebody should look after it, the most urgent reason first; empty if all is well.</summary>
    public IReadOnlyList<ContactNeed> Needs { get; init; } = [];

    public bool IsDue => Needs.Count > 0;

    /// <summary>The most urgent need; after all others if there is none.</summary>
    public int Urgency => IsDue ? (int)Needs[0] : int.MaxValue;

    internal static ContactEntry Of(ContactRow row, IReadOnlyList<ContactCheck> checks, IReadOnlyDictionary<string, LinkCheck> links, DateTime now)
    {
        var values = ContentValues.Parse(row.Published ?? row.Draft ?? "{}");
        var checkedOn = values.Date("CheckedOn");
        var source = values.Link("Source");
        var entry = new ContactEntry
        {
            ItemId = row.ItemId,
            Scope = row.Scope,
            Kind = values.Text("Kind") ?? "",
            Organisation = values.Text("Organisation") ?? row.Slug,
            Ways = [.. ContactWay.Of(values, checks, links)],
            Source = source,
            SourceCheck = links.GetValueOrDefault(source?.Url ?? ""),
            SourceRetrievedFrom = values.Text("SourceRetrievedFrom"),
            Confidence = values.Text("Confidence") ?? "unverified",
            CheckedOn = checkedOn,
            CheckedBy = values.Text("CheckedBy"),
            Freshness = ContactFreshness.Of(checkedOn, row.Scope, now),
            IsPublic = row.Published is not null,
            HasNewerDraft = row is { Published: not null, Draft: not null },
            Checks = checks,
        };

        return entry with { Needs = [.. NeedsOf(entry).Order()] };
    }

    private static IEnumerable<ContactNeed> NeedsOf(ContactEntry entry)
    {
        if (entry.Ways.Any(way => way.IsReported))
        {
            yield return ContactNeed.NotWorking;
        }

        if (entry.IsPublic && entry.Ways.Any(way => way.IsBroken))
        {
            yield return ContactNeed.BrokenLink;
        }

        if (entry.Freshness is not Freshness.Fresh)
        {
            yield return entry.Freshness switch
            {
                Freshness.Red => ContactNeed.Red,
                Freshness.Amber => ContactNeed.Amber,
                _ => ContactNeed.NeverChecked,
            };
        }
    }
}

/// <summary>Why somebody should look after a contact, the most urgent reason first.</summary>
public enum ContactNeed
{
    /// <summary>Somebody tried it and it did not work.</summary>
    NotWorking = 1,

    /// <summary>The program found a published link dead.</summary>
    BrokenLink = 2,

    /// <summary>The last check is 90 days old or older.</summary>
    Red = 3,

    NeverChecked = 4,

    /// <summary>The last check is 60 days old or older.</summary>
    Amber = 5,
}

/// <summary>One way to reach a contact, with what was found out about it.</summary>
/// <param name="Channel">What it is.</param>
/// <param name="Value">The number or the address.</param>
/// <param name="Link">What the program found; null for what is no link, or was not asked.</param>
/// <param name="Last">The last time that somebody tried this very number or address.</param>
public sealed record ContactWay(ContactChannel Channel, string Value, LinkCheck? Link, ContactCheck? Last)
{
    /// <summary>True if somebody found that it does not work, and nobody since that it does. A changed number starts anew.</summary>
    public bool IsReported => Last is { Works: false };

    /// <summary>True if the program found it dead, unless a person has opened it since: some servers tell programs that nothing is there.</summary>
    public bool IsBroken => Link is { State: LinkState.Broken } link && !(Last is { Works: true } last && last.RecordedAt > link.FailingSince);

    internal static IEnumerable<ContactWay> Of(ContentValues values, IReadOnlyList<ContactCheck> checks, IReadOnlyDictionary<string, LinkCheck> links) =>
        from channel in ContactChannel.InOrder
        let value = channel.Of(values)
        where value is { Length: > 0 }
        select new ContactWay(
            channel, value, channel.IsLink ? links.GetValueOrDefault(value) : null,
            checks.FirstOrDefault(check => check.Field == channel.Field && check.What == value));
}

/// <summary>A contact as the database has it.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="Scope">Whose it is.</param>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Published">The public values as JSON; null if it is not public.</param>
/// <param name="Draft">The draft's values as JSON; null if there is none.</param>
internal sealed record ContactRow(string ItemId, string Scope, string Slug, string? Published, string? Draft);
