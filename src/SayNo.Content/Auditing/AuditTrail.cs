using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Content.Auditing;

/// <summary>Reads the audit log, proves that it is whole, and hands it out. It changes nothing but to add that it was handed out.</summary>
public sealed class AuditTrail(CmsDb db, WriteTurns turns, AuditLog log, Rights rights)
{
    private static readonly JsonWriterOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<AuditPage> ReadAsync(AuditFilter filter, Editor by, CancellationToken ct)
    {
        Demand(by);
        var size = Math.Clamp(filter.Size, 1, AuditFilter.MostAtOnce);
        var entries = await Matching(filter).OrderByDescending(entry => entry.Sequence).Take(size + 1).ToListAsync(ct);

        return new([.. entries.Take(size)], entries.Count > size);
    }

    /// <summary>Goes through all entries and finds the first that is not as it was written.</summary>
    public async Task<AuditVerdict> VerifyAsync(Editor by, CancellationToken ct)
    {
        Demand(by);
        var head = await AuditLog.HeadAsync(db, ct);
        var chain = new AuditChain(head);

        await foreach (var entry in db.AuditEntries.AsNoTracking().OrderBy(entry => entry.Sequence).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (!chain.Add(entry))
            {
                break;
            }
        }

        return chain.End();
    }

    /// <summary>Writes all entries with their hashes, one JSON object a line, the oldest first.</summary>
    /// <returns>How many.</returns>
    public async Task<long> ExportAsync(Stream output, Editor by, CancellationToken ct)
    {
        Demand(by);
        await RecordAsync(by, ct);
        var count = 0L;
        await using var writer = new Utf8JsonWriter(output, Form);

        await foreach (var entry in db.AuditEntries.AsNoTracking().OrderBy(entry => entry.Sequence).AsAsyncEnumerable().WithCancellation(ct))
        {
            Write(writer, entry);
            await writer.FlushAsync(ct);
            writer.Reset();
            await output.WriteAsync("\n"u8.ToArray(), ct);
            count++;
        }

        return count;
    }

    private void Demand(Editor by) => rights.Demand(by, Right.ReadAudit, Scopes.Campaign, Variant.Neutral);

    private async Task RecordAsync(Editor by, CancellationToken ct)
    {
        await using var transaction = await turns.BeginAsync(db, ct);
        await log.RecordAsync(db, new() { Act = Acts.ReadAudit }, by, ct);
        await transaction.CommitAsync(ct);
    }

    private IQueryable<AuditEntry> Matching(AuditFilter filter)
    {
        var entries = db.AuditEntries.AsNoTracking();
        entries = filter.Before is { } before ? entries.Where(entry => entry.Sequence < before) : entries;
        entries = filter.IsRefused is { } isRefused ? entries.Where(entry => entry.IsRefused == isRefused) : entries;
        entries = filter.From is { } from ? entries.Where(entry => entry.At >= from) : entries;
        entries = filter.Until is { } until ? entries.Where(entry => entry.At < until) : entries;
        entries = filter.Target is { } target ? entries.Where(entry => entry.Target == target) : entries;
        entries = filter.Scope is { } scope ? entries.Where(entry => entry.Scope == scope) : entries;
        entries = filter.Locale is { } locale ? entries.Where(entry => entry.Locale == locale) : entries;

        return ByWords(entries, filter);
    }

    private static IQueryable<AuditEntry> ByWords(IQueryable<AuditEntry> entries, AuditFilter filter)
    {
        entries = filter.Act switch
        {
            null => entries,
            [.., '.'] group => entries.Where(entry => entry.Act.StartsWith(group)),
            var act => entries.Where(entry => entry.Act == act),
        };

        if (filter.Actor is not { } actor)
        {
            return entries;
        }

        // Databases tell capitals from small letters, and people type names without capitals.
        var name = actor.Length == 0 ? "" : char.ToUpperInvariant(actor[0]) + actor[1..];

        return entries.Where(entry => entry.ActorId == actor || entry.Actor.Contains(actor) || entry.Actor.Contains(name));
    }

    private static void Write(Utf8JsonWriter writer, AuditEntry entry)
    {
        writer.WriteStartObject();
        writer.WriteNumber("sequence", entry.Sequence);
        writer.WriteString("at", entry.At.ToString("O", CultureInfo.InvariantCulture));
        writer.WriteString("actorId", entry.ActorId);
        writer.WriteString("actor", entry.Actor);
        writer.WriteString("act", entry.Act);
        writer.WriteBoolean("isRefused", entry.IsRefused);
        writer.WriteString("target", entry.Target);
        writer.WriteString("scope", entry.Scope);
        writer.WriteString("locale", entry.Locale);

        // As texts, not as objects: the hash is of the very characters.
        writer.WriteString("before", entry.Before);
        writer.WriteString("after", entry.After);
        writer.WriteString("note", entry.Note);
        writer.WriteString("hash", entry.Hash);
        writer.WriteEndObject();
    }
}
