using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using SayNo.Campaign.Storage;
using SayNo.Content;
using SayNo.Content.Auditing;
using SayNo.Content.Fields;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Campaign.Contacts;

/// <summary>Records that somebody called, opened or wrote to a contact. A contact that works gets its new date; one that does not becomes a task.</summary>
public sealed class ContactChecks(
    CmsDb content, IDbContextFactory<CampaignDb> campaign, ContentPublisher publisher, WriteTurns turns, AuditLog audit, Rights rights, TimeProvider time)
{
    public const int LongestNote = 1000;

    /// <summary>The day that it is in a country.</summary>
    public static DateOnly Today(string scope, TimeProvider time) => TimeZones.DayOf(scope, time.GetUtcNow().UtcDateTime);

    /// <summary>
    /// Records one check. If it worked, the contact carries from now on when, by whom and how it was checked, in public and in the draft; if
    /// not, nothing changes but what its team has to do.
    /// </summary>
    public async Task<CheckResult> RecordAsync(NewContactCheck wanted, Editor by, CancellationToken ct)
    {
        var item = await content.Items.AsNoTracking().SingleOrDefaultAsync(one => one.Id == wanted.ItemId && one.Type == ContactBoard.Type, ct);

        if (item is null)
        {
            return CheckResult.Refused(CheckRefusal.NoContact);
        }

        rights.Demand(by, Right.Verify, item.Scope, Variant.Neutral);
        var check = CheckOf(wanted, by);

        if (Against(check, Today(item.Scope, time)) is { Count: > 0 } refusals)
        {
            return CheckResult.Refused(refusals);
        }

        var shown = await ValuesAsync(item.Id, ct);

        // A check that somebody writes down later than a newer one adds to the history and changes nothing else.
        return check.Works && !(shown?.Date("CheckedOn") > check.CheckedOn)
            ? await ConfirmAsync(check, by, ct)
            : await NoteAsync(item, check, by, ct);
    }

    private ContactCheck CheckOf(NewContactCheck wanted, Editor by) => new()
    {
        ItemId = wanted.ItemId,
        Field = wanted.Field,
        What = wanted.What,
        CheckedOn = wanted.On,
        Works = wanted.Works,
        Note = TextSigns.Clean(wanted.Note ?? "").Trim() is { Length: > 0 } note ? note : null,
        ById = by.Id,
        By = by.Name,
        RecordedAt = UtcMoment.Stored(time.GetUtcNow().UtcDateTime),
    };

    private static List<CheckRefusal> Against(ContactCheck check, DateOnly today)
    {
        List<CheckRefusal> refusals = [];

        if (check.CheckedOn > today)
        {
            refusals.Add(CheckRefusal.InFuture);
        }

        if (check.CheckedOn < today.AddYears(-1))
        {
            refusals.Add(CheckRefusal.TooLongAgo);
        }

        if (check is { Works: false, Note: null })
        {
            refusals.Add(CheckRefusal.NoteMissing);
        }

        if (check.Note is { Length: > LongestNote })
        {
            refusals.Add(CheckRefusal.NoteTooLong);
        }

        return refusals;
    }

    private async Task<CheckResult> ConfirmAsync(ContactCheck check, Editor by, CancellationToken ct)
    {
        CheckRefusal? refusal = null;
        var amendment = new Amendment
        {
            ItemId = check.ItemId,
            Locale = Variant.Neutral,
            Changes = new Dictionary<string, JsonNode?>
            {
                ["CheckedOn"] = check.CheckedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                ["CheckedBy"] = check.By,
                ["CheckedHow"] = HowOf(check),
            },
            Comment = check.Note,
            Act = Acts.CheckContact,
            EvenIfNotPublic = true,
            Along = async (db, values, token) =>
            {
                refusal = Mismatch(check, values);

                return refusal is null && await KeepAsync(db, check, token);
            },
        };
        var result = await publisher.AmendAsync(amendment, Right.Verify, by, ct);

        return result.IsDone ? CheckResult.Done
            : refusal is { } reason ? CheckResult.Refused(reason)
            : new(result.Problems.Count == 0 ? [CheckRefusal.NoContact] : [], result.Problems);
    }

    private async Task<CheckResult> NoteAsync(ContentItem item, ContactCheck check, Editor by, CancellationToken ct)
    {
        await using var transaction = await turns.BeginAsync(content, ct);

        if (Mismatch(check, await ValuesAsync(item.Id, ct)) is { } refusal)
        {
            return CheckResult.Refused(refusal);
        }

        await KeepAsync(content, check, ct);
        await audit.RecordAsync(content, ActOf(item, check), by, ct);
        await transaction.CommitAsync(ct);

        return CheckResult.Done;
    }

    private static AuditedAct ActOf(ContentItem item, ContactCheck check) => new()
    {
        Act = Acts.CheckContact,
        Target = item.Id,
        Scope = item.Scope,
        After = JsonSerializer.Serialize(new { check.Field, check.What, check.CheckedOn, check.Works }),
        Note = check.Note,
    };

    private async Task<ContentValues?> ValuesAsync(string itemId, CancellationToken ct)
    {
        var found = await content.Variants.AsNoTracking()
            .Where(variant => variant.ItemId == itemId && variant.Locale == Variant.Neutral && variant.ArchivedAt == null)
            .Select(variant => variant.Published == null ? variant.Draft == null ? null : variant.Draft.Data : variant.Published.Data)
            .SingleOrDefaultAsync(ct);

        return found is null ? null : ContentValues.Parse(found);
    }

    private static CheckRefusal? Mismatch(ContactCheck check, ContentValues? shown) =>
        shown is null ? CheckRefusal.NoContact
        : ChannelOf(check) is not { } channel ? CheckRefusal.NothingTried
        : channel.Of(shown) != check.What ? CheckRefusal.Changed
        : null;

    private static ContactChannel? ChannelOf(ContactCheck check) => ContactChannel.InOrder.FirstOrDefault(channel => channel.Field == check.Field);

    private static string HowOf(ContactCheck check) => ChannelOf(check)?.How ?? "";

    // On the connection and in the transaction of the content, so that both stand or neither.
    private async Task<bool> KeepAsync(CmsDb db, ContactCheck check, CancellationToken ct)
    {
        await using var own = await campaign.CreateDbContextAsync(ct);
        own.Database.SetDbConnection(db.Database.GetDbConnection());
        await own.Database.UseTransactionAsync(db.Database.CurrentTransaction?.GetDbTransaction(), ct);
        own.ContactChecks.Add(check);

        return await own.SaveChangesAsync(ct) == 1;
    }
}
