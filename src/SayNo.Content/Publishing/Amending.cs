using System.Text.Json.Nodes;
using SayNo.Content.Auditing;
using SayNo.Content.Fields;
using SayNo.Content.Storage;

namespace SayNo.Content.Publishing;

/// <summary>Applies an <see cref="Amendment"/> to the public version and to the draft beside it.</summary>
internal sealed class Amending(CmsDb db, OpenChangeLog open)
{
    /// <summary>Why it cannot be done: what needs four eyes is never changed this way.</summary>
    public static IReadOnlyList<Problem> Against(Amendment amendment, ContentItem item, Variant variant, ContentType type)
    {
        var demanding = amendment.Changes.Keys.Select(name => type[name]).OfType<Field>().Where(field => field.FourEyes)
            .Select(field => new Problem(field.Name, $"{field.Label} needs a second person. Change it in a draft and send that to review.")).ToList();

        return demanding.Count > 0 ? demanding
            : variant.Published is { } shown ? type.Validate(With(shown, amendment), variant.IsNeutral, item.Scope)
            : variant.Draft is { } draft ? [.. ContentRules.AgainstKeeping(type, With(draft, amendment), variant.IsNeutral)]
            : [];
    }

    /// <summary>Makes the new versions, and says what the audit log will hold of them.</summary>
    public async Task<AuditedAct> ApplyAsync(Amendment amendment, ContentItem item, Variant variant, CancellationToken ct)
    {
        var (shown, draft) = (variant.Published, variant.Draft);
        variant.Published = shown is null ? null : Add(variant, shown, amendment, open.At);
        variant.Draft = draft is null ? null : Add(variant, draft, amendment, null);

        if (draft is not null && variant.Draft is { } beside)
        {
            await ScheduleRows.FollowAsync(db, variant, draft.Id, beside.Id, ct);
        }

        if (variant.Published is { } version)
        {
            open.Append(ChangeKind.Published, item, variant.Locale, version.Id);
        }

        var (before, after) = (shown ?? draft, variant.Published ?? variant.Draft);
        var (old, now) = VariantAudit.Changed(before, after);

        return VariantAudit.Act(amendment.Act, item, variant.Locale, new() { Version = before?.Number, Values = old },
            new() { Version = after?.Number, Values = now }, amendment.Comment);
    }

    private ContentVersion Add(Variant variant, ContentVersion from, Amendment amendment, DateTime? publishedAt) => db.Versions.Add(new()
    {
        Id = ContentId.New(),
        VariantId = variant.Id,
        Number = ++variant.LastNumber,
        Data = With(from, amendment).ToString(),
        IsReviewed = from.IsReviewed,
        Author = open.By,
        AuthorId = open.ById,
        BasedOn = from.Id,
        MadeFrom = from.MadeFrom,
        Comment = amendment.Comment,
        CreatedAt = open.At,
        PublishedAt = publishedAt,
    }).Entity;

    private static ContentValues With(ContentVersion version, Amendment amendment)
    {
        var values = JsonNode.Parse(version.Data) as JsonObject ?? [];

        foreach (var (name, value) in amendment.Changes)
        {
            if (value is null)
            {
                values.Remove(name);
                continue;
            }

            values[name] = value.DeepClone();
        }

        return ContentValues.Parse(values.ToJsonString());
    }
}
