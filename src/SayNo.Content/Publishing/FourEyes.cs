using Microsoft.EntityFrameworkCore;
using SayNo.Content.Fields;
using SayNo.Content.Storage;

namespace SayNo.Content.Publishing;

/// <summary>Sees to it that a number or a link that children will use was looked at by a second person.</summary>
internal static class FourEyes
{
    /// <summary>The values that somebody must leave to another person, since they changed them; empty if there are none.</summary>
    public static async Task<IReadOnlyList<Problem>> AgainstAsync(
        CmsDb db, ContentType type, Variant variant, ContentVersion version, Editor by, CancellationToken ct)
    {
        // The program itself has no eyes: what a recipe brings was read by whoever runs it.
        if (by.Id.Length == 0)
        {
            return [];
        }

        return
        [
            .. (await DemandsAsync(db, type, variant, version, ct)).Where(demand => demand.ChangedBy.Contains(by.Id))
                .Select(demand => new Problem(demand.Field, $"{demand.Label} was changed by you. Another person must check it and publish it.")),
        ];
    }

    /// <summary>The values that somebody has changed since they were public, each with whoever did.</summary>
    public static async Task<IReadOnlyList<FourEyesDemand>> DemandsAsync(
        CmsDb db, ContentType type, Variant variant, ContentVersion version, CancellationToken ct)
    {
        var (before, after) = (ValuesOf(variant.Published), ValuesOf(version));
        var changed = type.Fields
            .Where(field => field.FourEyes && field.Localized != variant.IsNeutral && !ContentValues.Same(before[field.Name], after[field.Name])).ToList();

        if (changed.Count == 0)
        {
            return [];
        }

        var versions = await db.Versions.AsNoTracking()
            .Where(one => one.VariantId == variant.Id && one.Number <= version.Number).ToDictionaryAsync(one => one.Id, ct);

        return
        [
            .. changed.Select(field => new FourEyesDemand(field.Name, field.Label, WhoChanged(field.Name, version, versions)))
                .Where(demand => demand.ChangedBy.Any(id => id.Length > 0)),
        ];
    }

    /// <summary>
    /// Goes back from version to version until one that was public. A value that was public once and comes back counts for whoever wrote it first.
    /// </summary>
    private static HashSet<string> WhoChanged(string field, ContentVersion newest, Dictionary<string, ContentVersion> versions)
    {
        var people = new HashSet<string>(StringComparer.Ordinal);

        for (var version = newest; version is not null;)
        {
            var earlier = version.BasedOn is { } id ? versions.GetValueOrDefault(id) : null;

            if (!ContentValues.Same(ValuesOf(earlier)[field], ValuesOf(version)[field]))
            {
                people.Add(version.AuthorId);
            }

            version = earlier?.PublishedAt is not null && people.Count > 0 ? null : earlier;
        }

        return people;
    }

    private static ContentValues ValuesOf(ContentVersion? version) => version is null ? ContentValues.Empty : ContentValues.Parse(version.Data);
}
