using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SayNo.Content;
using SayNo.Content.Auditing;
using SayNo.Content.Fields;
using SayNo.Content.Publishing;
using SayNo.Content.Releases;
using SayNo.Content.Storage;
using SayNo.Media.Files;
using SayNo.Media.Storage;

namespace SayNo.Media.Library;

/// <summary>
/// Puts another file in the place of one, in every text that uses it. Drafts take it at once; what is public changes in one release, which
/// is looked at, agreed on and published as every other.
/// </summary>
public sealed class Replacement(
    MediaDb db, CmsDb content, ContentDrafts drafts, ContentReleases releases, WriteTurns turns, AuditLog audit, Rights rights)
{
    /// <param name="old">The file that goes.</param>
    /// <param name="path">The path of the file that comes.</param>
    /// <param name="name">What the release is called, in the editor's language.</param>
    /// <param name="by">Who does it; texts of others that use the file stop it.</param>
    /// <param name="ct">Ends the attempt; what was replaced in drafts stays, and doing it again does the rest.</param>
    public async Task<ReplacementResult> ReplaceAsync(MediaItem old, string path, string name, Editor by, CancellationToken ct)
    {
        rights.Demand(by, Right.Edit, old.Scope, Variant.Neutral);

        if (await AgainstAsync(old, path.Trim(), by, ct) is { } sentence)
        {
            return ReplacementResult.Refused(sentence);
        }

        var uses = await UsesAsync(old, ct);

        if (uses.Where(use => !Rights.May(by, Right.Edit, use.Scope, use.Locale)).Select(use => use.Scope).Distinct().Order(StringComparer.Ordinal).ToList() is { Count: > 0 } others)
        {
            return ReplacementResult.Refused($"Texts of other teams, or in languages that are not yours, use the file as well: {string.Join(", ", others)}. Ask them, or the campaign lead.");
        }

        foreach (var use in uses)
        {
            if (!await ReplaceAsync(use, old.Path, path.Trim(), by, ct))
            {
                return ReplacementResult.Refused("A colleague has changed one of the texts at this moment. Try again: what is done already stays done.");
            }
        }

        await RecordAsync(old, path.Trim(), uses.Count, by, ct);

        return await ReleaseAsync(old, name, uses, by, ct);
    }

    private async Task<Sentence?> AgainstAsync(MediaItem old, string path, Editor by, CancellationToken ct)
    {
        var wanted = await db.Media.AsNoTracking().SingleOrDefaultAsync(one => one.Path == path, ct);

        if (wanted is null || wanted.Id == old.Id || !Rights.May(by, Right.Read, wanted.Scope, Variant.Neutral))
        {
            return "Choose another file of the library.";
        }

        return GroupOf(wanted.Kind) == GroupOf(old.Kind)
            ? null
            : "A picture can take the place of a picture alone, a film that of a film, and captions that of captions.";
    }

    private static MediaGroup GroupOf(FileKind kind) =>
        kind.IsPicture() ? MediaGroup.Pictures : kind.IsFilm() ? MediaGroup.Films : MediaGroup.Captions;

    // A draft that does not name the file any more has replaced it by itself.
    private async Task<List<Use>> UsesAsync(MediaItem old, CancellationToken ct)
    {
        var rows = await content.Variants.AsNoTracking().Include(variant => variant.Item).Include(variant => variant.Draft).Include(variant => variant.Published)
            .Where(variant => variant.ArchivedAt == null
                && ((variant.Draft != null && variant.Draft.Data.Contains(old.Path))
                    || (variant.Draft == null && variant.Published != null && variant.Published.Data.Contains(old.Path))))
            .OrderBy(variant => variant.ItemId).ThenBy(variant => variant.Locale).ToListAsync(ct);

        return [.. rows.Select(UseOf).OfType<Use>()];
    }

    private static Use? UseOf(Variant variant) => variant is { Item: { } item, Newest: { } newest } ? new(item, variant.Locale, newest, variant.DraftId is not null) : null;

    private async Task<bool> ReplaceAsync(Use use, string old, string path, Editor by, CancellationToken ct)
    {
        var type = (await content.Types.AsNoTracking().SingleAsync(one => one.Name == use.Item.Type, ct)).Read();
        var values = JsonNode.Parse(use.Version.Data) as JsonObject ?? [];

        foreach (var field in type.Fields.OfType<MediaField>())
        {
            foreach (var medium in values[field.Name] as JsonArray ?? [])
            {
                if (medium is JsonObject named && (string?)named["Path"] == old)
                {
                    named["Path"] = path;
                }
            }
        }

        var draft = new DraftText
        {
            ItemId = use.Item.Id,
            Locale = use.Locale,
            Values = ContentValues.Parse(values.ToJsonString()),
            BasedOn = use.Version.Id,
            IsReviewed = use.Version.IsReviewed,
        };

        return (await drafts.SaveAsync(draft, by, ct)).IsSaved;
    }

    // A text that somebody was at work on becomes public when they say so, and not by the way.
    private async Task<ReplacementResult> ReleaseAsync(MediaItem old, string name, List<Use> uses, Editor by, CancellationToken ct)
    {
        var ready = uses.Where(use => !use.HasDraft).ToList();

        if (ready.Count == 0)
        {
            return new() { Texts = uses.Count };
        }

        var scopes = ready.Select(use => use.Scope).Distinct().ToList();
        var created = await releases.CreateAsync(name, scopes is [var only] ? only : Scopes.Campaign, by, ct);

        if (created.Release is not { } release)
        {
            return new() { Sentences = [.. created.Problems.Select(problem => problem.Sentence)] };
        }

        var filled = await releases.AddAsync(release.Id, [.. ready.Select(use => (use.Item.Id, use.Locale))], by, ct);

        return new() { Texts = uses.Count, ReleaseId = release.Id, Sentences = [.. filled.Problems.Select(problem => problem.Sentence)] };
    }

    private async Task RecordAsync(MediaItem old, string path, int texts, Editor by, CancellationToken ct)
    {
        await using var transaction = await turns.BeginAsync(db, ct);
        var act = new AuditedAct
        {
            Act = Acts.ReplaceMedia,
            Target = old.Id,
            Scope = old.Scope,
            Before = JsonSerializer.Serialize(new { old.Path }),
            After = JsonSerializer.Serialize(new { Path = path, Texts = texts }),
        };
        await audit.RecordAsync(db, act, by, ct);
        await transaction.CommitAsync(ct);
    }

    private sealed record Use(ContentItem Item, string Locale, ContentVersion Version, bool HasDraft)
    {
        public string Scope => Item.Scope;
    }
}

/// <summary>What became of replacing a file.</summary>
public sealed record ReplacementResult
{
    /// <summary>In how many texts it was replaced.</summary>
    public int Texts { get; init; }

    /// <summary>The release that brings it to the public; none if nothing of it was public.</summary>
    public string? ReleaseId { get; init; }

    /// <summary>Why it was not done, or not to its end.</summary>
    public IReadOnlyList<Sentence> Sentences { get; init; } = [];

    internal static ReplacementResult Refused(Sentence sentence) => new() { Sentences = [sentence] };
}
