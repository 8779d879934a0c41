using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SayNo.Content;
using SayNo.Content.Auditing;
using SayNo.Content.Fields;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Media.Files;
using SayNo.Media.Storage;
using SayNo.Web.Media;

namespace SayNo.Media.Library;

/// <summary>Takes a file that has arrived into the library: looks into it, cleans it, and brings it to its place.</summary>
public sealed class Additions(MediaDb db, WriteTurns turns, AuditLog audit, Rights rights, MediaStore store, IOptions<MediaLimits> limits, TimeProvider time)
{
    public const int LongestName = 200;

    /// <summary>Takes in what lies in a part file; whatever becomes of it, the part file is gone afterwards.</summary>
    /// <param name="part">The whole file, which nobody else has open.</param>
    /// <param name="wanted">Whose it becomes, and its name.</param>
    /// <param name="by">Who brings it.</param>
    /// <param name="ct">Until the end, cancelling leaves the library as it was.</param>
    public async Task<AdditionResult> AddAsync(string part, NewMedia wanted, Editor by, CancellationToken ct)
    {
        rights.Demand(by, Right.Edit, wanted.Scope, Variant.Neutral);
        var cleaning = await FileCleaning.CleanAsync(part, limits.Value, ct);

        if (cleaning.File is not { } file)
        {
            File.Delete(part);
            await DropUploadAsync(wanted, ct);

            return new() { Fault = cleaning.Fault?.ToString().ToLowerInvariant(), Sentences = cleaning.Sentences };
        }

        await using var transaction = await turns.BeginAsync(db, ct);
        await DropUploadAsync(wanted, ct);

        if (await db.Media.AsNoTracking().FirstOrDefaultAsync(one => one.Scope == wanted.Scope && one.Hash == file.Hash, ct) is { } known)
        {
            File.Delete(part);
            await transaction.CommitAsync(ct);

            return new() { Item = known, IsKnown = true };
        }

        var item = ItemOf(file, wanted, by);
        await KeepAsync(item, part, by, ct);
        await transaction.CommitAsync(ct);

        return new() { Item = item };
    }

    private async Task KeepAsync(MediaItem item, string part, Editor by, CancellationToken ct)
    {
        db.Media.Add(item);
        await db.SaveChangesAsync(ct);

        if (item is { Width: { } width, Height: { } height } && item.Kind.IsPicture())
        {
            await store.DescribeAsync(item.Path, new() { Width = width, Height = height, Focus = MediaFocus.Middle }, ct);
        }

        store.Take(part, item.Path);
        var act = new AuditedAct
        {
            Act = Acts.AddMedia,
            Target = item.Id,
            Scope = item.Scope,
            After = JsonSerializer.Serialize(new { item.Name, Kind = item.Kind.ToString(), item.Bytes, item.Hash }),
        };
        await audit.RecordAsync(db, act, by, ct);
    }

    private MediaItem ItemOf(CleanFile file, NewMedia wanted, Editor by) => new()
    {
        Id = ContentId.New(),
        Scope = wanted.Scope,
        Kind = file.Kind,
        Name = NameOf(wanted.Name),
        Path = MediaStore.NewPath(wanted.Name, file.Hash, file.Kind),
        Bytes = file.Bytes,
        Width = file.Size?.Width,
        Height = file.Size?.Height,
        Hash = file.Hash,
        ById = by.Id,
        By = by.Name,
        AddedAt = UtcMoment.Stored(time.GetUtcNow().UtcDateTime),
    };

    private Task<int> DropUploadAsync(NewMedia wanted, CancellationToken ct) =>
        db.Uploads.Where(upload => upload.Id == wanted.UploadId).ExecuteDeleteAsync(ct);

    /// <summary>A name as lists show it: on one line, without what hides or turns around what a reader sees.</summary>
    public static string NameOf(string typed)
    {
        var name = TextSigns.Clean(typed).ReplaceLineEndings(" ").Trim();

        return name.Length > LongestName ? name[..LongestName] : name;
    }
}

/// <summary>A file that is to come into the library.</summary>
public sealed record NewMedia
{
    /// <summary><c>EU</c> for the campaign, else a country.</summary>
    public required string Scope { get; init; }

    public required string Name { get; init; }

    /// <summary>The upload that it came by, which is over with it.</summary>
    public string? UploadId { get; init; }
}

/// <summary>What became of a file that arrived.</summary>
public sealed record AdditionResult
{
    public MediaItem? Item { get; init; }

    /// <summary>True if the owner had the same file already.</summary>
    public bool IsKnown { get; init; }

    /// <summary>A word for scripts that says what is wrong, such as <c>turned</c>.</summary>
    public string? Fault { get; init; }

    public IReadOnlyList<Sentence> Sentences { get; init; } = [];
}
