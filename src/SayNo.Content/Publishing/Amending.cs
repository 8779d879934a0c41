using System.Text.Json.Nodes;
using SayNo.Content.Fields;
using SayNo.Content.Storage;

namespace SayNo.Content.Publishing;

/// <summary>Applies an <see cref="Amendment"/> to the public version and to the draft beside it.</summary>
internal sealed class Amending(CmsDb db, OpenChangeLog open)
{
    /// <summary>Why it cannot be done: what needs four eyes is never changed this way.</summary>
    public static IReadOnlyList<Problem> Against(Amendment amendment, ContentItem item, ContentVersion published, ContentType type)
    {
        var demanding = amendment.Changes.Keys.Select(name => type[name]).OfType<Field>().Where(field => field.FourEyes)
            .Select(field => new Problem(field.Name, $"{field.Label} needs a second person. Change it in a draft and send that to review.")).ToList();

        return demanding.Count > 0
            ? demanding
            : type.Validate(With(published, amendment), amendment.Locale == Variant.Neutral, item.Scope);
    }

    /// <summary>The new public version.</summary>
    public async Task<ContentVersion> ApplyAsync(Amendment amendment, Variant variant, CancellationToken ct)
    {
        var (shown, draft) = (variant.Published, variant.Draft);
        var version = Add(variant, shown ?? throw new InvalidOperationException($"Variant {variant.Id} is not public."), amendment, open.At);
        var beside = draft is null ? null : Add(variant, draft, amendment, null);
        (variant.Published, variant.Draft) = (version, beside);

        if (draft is not null && beside is not null)
        {
            await ScheduleRows.FollowAsync(db, variant, draft.Id, beside.Id, ct);
        }

        return version;
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
