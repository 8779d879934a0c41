using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Content.Auditing;

/// <summary>One act for the audit log; when, who and the hash are added as it is recorded.</summary>
public sealed record AuditedAct
{
    /// <summary>A name of <see cref="Acts"/>.</summary>
    public required string Act { get; init; }

    public string Target { get; init; } = "";

    public string Scope { get; init; } = "";

    public string Locale { get; init; } = "";

    /// <summary>JSON, or null.</summary>
    public string? Before { get; init; }

    /// <summary>JSON, or null.</summary>
    public string? After { get; init; }

    public string? Note { get; init; }

    public bool IsRefused { get; init; }
}

/// <summary>Appends to the audit log, which nothing in this program ever changes.</summary>
public sealed class AuditLog(TimeProvider time)
{
    /// <summary>
    /// Writes an entry with the statements of an open transaction of the site's database: it stands if and only if the act does.
    /// Call it last, since it holds the log's head until the transaction ends.
    /// </summary>
    /// <param name="db">Any context over the site's database, within a transaction.</param>
    /// <param name="act">What is done.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="ct">Ends the attempt.</param>
    /// <exception cref="InvalidOperationException">There is no open transaction.</exception>
    public Task RecordAsync(DbContext db, AuditedAct act, Editor by, CancellationToken ct) => RecordAllAsync(db, [act], by, ct);

    /// <summary>Writes several entries, as one does.</summary>
    public async Task RecordAllAsync(DbContext db, IReadOnlyList<AuditedAct> acts, Editor by, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("An audit entry needs the transaction of its act.");
        }

        await db.Database.ExecuteSqlAsync($"""UPDATE "AuditHead" SET "Sequence" = "Sequence" + {acts.Count}""", ct);
        var (last, hash) = await HeadAsync(db, ct);

        foreach (var (index, act) in acts.Index())
        {
            var entry = EntryOf(last - acts.Count + index + 1, act, by, hash);
            await InsertAsync(db, entry, ct);
            hash = entry.Hash;
        }

        await db.Database.ExecuteSqlAsync($"""UPDATE "AuditHead" SET "Hash" = {hash}""", ct);
    }

    /// <summary>The hash that an entry must have after the entry with the given hash.</summary>
    public static string HashOf(AuditEntry entry, string previous)
    {
        // A JSON array says where each member ends, so that no two entries are one text.
        string?[] members =
        [
            previous,
            entry.Sequence.ToString(CultureInfo.InvariantCulture),
            entry.At.ToString("O", CultureInfo.InvariantCulture),
            entry.ActorId,
            entry.Actor,
            entry.Act,
            entry.IsRefused ? "refused" : "done",
            entry.Target,
            entry.Scope,
            entry.Locale,
            entry.Before,
            entry.After,
            entry.Note,
        ];

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(members))));
    }

    private AuditEntry EntryOf(long sequence, AuditedAct act, Editor by, string previous)
    {
        var entry = new AuditEntry
        {
            Sequence = sequence,
            At = UtcMoment.Stored(time.GetUtcNow().UtcDateTime),
            ActorId = by.Id,
            Actor = by.Name,
            Act = act.Act,
            IsRefused = act.IsRefused,
            Target = act.Target,
            Scope = act.Scope,
            Locale = act.Locale,
            Before = act.Before,
            After = act.After,
            Note = act.Note,
            Hash = "",
        };

        return entry with { Hash = HashOf(entry, previous) };
    }

    /// <summary>What the log says its last entry is.</summary>
    internal static Task<AuditHead> HeadAsync(DbContext db, CancellationToken ct) =>
        db.Database.SqlQuery<AuditHead>($"""SELECT "Sequence", "Hash" FROM "AuditHead" """).SingleAsync(ct);

    private static Task<int> InsertAsync(DbContext db, AuditEntry entry, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO "AuditEntries" ("Sequence", "At", "ActorId", "Actor", "Act", "IsRefused", "Target", "Scope", "Locale", "Before", "After", "Note", "Hash")
        VALUES ({entry.Sequence}, {entry.At}, {entry.ActorId}, {entry.Actor}, {entry.Act}, {entry.IsRefused}, {entry.Target}, {entry.Scope},
            {entry.Locale}, {entry.Before}, {entry.After}, {entry.Note}, {entry.Hash})
        """, ct);
}

/// <summary>The number and the hash of the last entry.</summary>
internal sealed record AuditHead(long Sequence, string Hash);
