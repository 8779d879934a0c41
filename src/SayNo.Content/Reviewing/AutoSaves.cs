using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SayNo.Content.Fields;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Content.Reviewing;

/// <summary>Keeps what an editor has typed and not saved yet, for that editor alone.</summary>
public sealed class AutoSaves(CmsDb db, WriteTurns turns, Rights rights, TimeProvider time)
{
    /// <summary>The most bytes of a form, as JSON in UTF-8.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>Keeps a form in the place of the one kept before.</summary>
    /// <param name="itemId">The item.</param>
    /// <param name="locale">BCP 47 tag, or empty for the neutral variant.</param>
    /// <param name="basedOn">The version that the editor began with; null if there was none.</param>
    /// <param name="formJson">A JSON object of input name to list of texts.</param>
    /// <param name="by">The editor.</param>
    /// <param name="ct">Ends the attempt.</param>
    public async Task<AutoSaveResult> KeepAsync(string itemId, string locale, string? basedOn, string formJson, Editor by, CancellationToken ct)
    {
        if (Against(formJson) is { } sentence)
        {
            return AutoSaveResult.Refused(sentence);
        }

        await using var transaction = await turns.BeginAsync(db, ct);
        db.ChangeTracker.Clear();

        if (await ScopeAsync(itemId, ct) is not { } scope)
        {
            return AutoSaveResult.Refused("The text does not exist any more.");
        }

        rights.Demand(by, Right.Edit, scope, locale);
        var at = UtcMoment.Stored(time.GetUtcNow().UtcDateTime);
        await PutAsync(new() { EditorId = by.Id, ItemId = itemId, Locale = locale, BasedOn = basedOn, Form = formJson, SavedAt = at }, ct);
        await transaction.CommitAsync(ct);

        return new(at, []);
    }

    /// <summary>What this editor has typed and not saved; none if there is nothing.</summary>
    public async Task<AutoSave?> FindAsync(string itemId, string locale, Editor by, CancellationToken ct)
    {
        if (await ScopeAsync(itemId, ct) is not { } scope)
        {
            return null;
        }

        rights.Demand(by, Right.Read, scope, locale);

        return await Of(itemId, locale, by).AsNoTracking().SingleOrDefaultAsync(ct);
    }

    /// <summary>Forgets what this editor has typed and not saved.</summary>
    public async Task DropAsync(string itemId, string locale, Editor by, CancellationToken ct)
    {
        await using var transaction = await turns.BeginAsync(db, ct);

        if (await ScopeAsync(itemId, ct) is { } scope)
        {
            rights.Demand(by, Right.Read, scope, locale);
            await DropAsync(db, itemId, locale, by, ct);
            await transaction.CommitAsync(ct);
        }
    }

    /// <summary>The same within the transaction of saving.</summary>
    internal static Task DropAsync(CmsDb db, string itemId, string locale, Editor by, CancellationToken ct) =>
        db.AutoSaves.Where(saved => saved.EditorId == by.Id && saved.ItemId == itemId && saved.Locale == locale).ExecuteDeleteAsync(ct);

    private IQueryable<AutoSave> Of(string itemId, string locale, Editor by) =>
        db.AutoSaves.Where(saved => saved.EditorId == by.Id && saved.ItemId == itemId && saved.Locale == locale);

    private Task<string?> ScopeAsync(string itemId, CancellationToken ct) =>
        db.Items.Where(item => item.Id == itemId).Select(item => item.Scope).SingleOrDefaultAsync(ct);

    // Two windows of one editor keep at the same moment: on either database the statement is one, and the later one stays.
    private Task<int> PutAsync(AutoSave saved, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO "AutoSaves" ("EditorId", "ItemId", "Locale", "BasedOn", "Form", "SavedAt")
        VALUES ({saved.EditorId}, {saved.ItemId}, {saved.Locale}, {saved.BasedOn}, {saved.Form}, {saved.SavedAt})
        ON CONFLICT ("EditorId", "ItemId", "Locale")
        DO UPDATE SET "BasedOn" = excluded."BasedOn", "Form" = excluded."Form", "SavedAt" = excluded."SavedAt"
        """, ct);

    private static Sentence? Against(string formJson)
    {
        if (Encoding.UTF8.GetByteCount(formJson) is > MaxBytes and var bytes)
        {
            return $"What you have typed is too long to be kept: {bytes / 1024} KB, and at most {MaxBytes / 1024} KB fit. Please shorten it.";
        }

        return IsForm(formJson) ? null : "What you have typed could not be read, and was not kept. Save your text, and open the page again.";
    }

    private static bool IsForm(string json)
    {
        try
        {
            return JsonElement.Parse(json) is { ValueKind: JsonValueKind.Object } form
                && form.EnumerateObject().All(input => input.Value.ValueKind == JsonValueKind.Array
                    && input.Value.EnumerateArray().All(text => text.ValueKind == JsonValueKind.String));
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            // An argument is wrong if half a character stands in the text.
            return false;
        }
    }
}

/// <summary>What became of keeping a form.</summary>
/// <param name="KeptAt">When it was kept, UTC; null if it was not.</param>
/// <param name="Problems">Why it was not kept.</param>
public sealed record AutoSaveResult(DateTime? KeptAt, IReadOnlyList<Problem> Problems)
{
    public bool IsKept => KeptAt is not null;

    internal static AutoSaveResult Refused(Sentence sentence) => new(null, [new Problem("", sentence)]);
}
