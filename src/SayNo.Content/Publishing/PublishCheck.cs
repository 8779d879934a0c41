using SayNo.Content.Fields;
using SayNo.Content.Published;
using SayNo.Content.Storage;

namespace SayNo.Content.Publishing;

/// <summary>Says why a version must not become public, or must not be agreed on by this person.</summary>
public sealed class PublishCheck(CmsDb db, PublishedContent published, IEnumerable<PublishGate> gates)
{
    private readonly PublishGate[] _gates = [.. gates];

    /// <summary>What is wrong with the text itself, whoever asks.</summary>
    internal async Task<List<Problem>> OfTextAsync(ContentItem item, Variant variant, ContentVersion version, ContentType type, CancellationToken ct)
    {
        var values = ContentValues.Parse(version.Data);
        List<Problem> problems = [.. type.Validate(values, variant.IsNeutral, item.Scope)];
        var references = ContentRules.References(type, values).ToList();
        var missing = await ContentRules.MissingAsync(db, [.. references.Select(one => one.Id).Distinct()], ct);
        problems.AddRange(references.Where(one => missing.Contains(one.Id)).Select(one => ContentRules.PointsNowhere(one.Field, one.Id)));

        return problems;
    }

    /// <summary>What stands in the way of this person's approval.</summary>
    internal async Task<List<Problem>> OfApprovalAsync(
        ContentItem item, Variant variant, ContentVersion version, ContentType type, Editor by, CancellationToken ct) =>
    [
        .. await OfTextAsync(item, variant, version, type, ct),
        .. await FourEyes.AgainstAsync(db, type, variant, version, by, ct),
    ];

    /// <summary>What stands in the way of this person's publishing it now. The item must be loaded with all its variants.</summary>
    internal async Task<List<Problem>> OfPublishingAsync(
        ContentItem item, Variant variant, ContentVersion version, ContentType type, Editor by, CancellationToken ct)
    {
        var problems = await OfApprovalAsync(item, variant, version, type, by, ct);

        if (!variant.IsNeutral && ContentRules.AgainstAddingLanguage(type, item.Variants) is { } problem)
        {
            problems.Add(problem);
        }

        // Gates may count on values that are sound.
        return problems.Count > 0 ? problems : await OfGatesAsync(item, variant, version, ct);
    }

    private async Task<List<Problem>> OfGatesAsync(ContentItem item, Variant variant, ContentVersion version, CancellationToken ct)
    {
        var problems = new List<Problem>();

        if (_gates.Length == 0)
        {
            return problems;
        }

        var after = PictureAfter.Publishing(published.Public, item, variant, version);

        if (after.Find(item.Id) is { } shown)
        {
            foreach (var gate in _gates)
            {
                problems.AddRange(await gate.ProblemsAsync(after, shown, variant.Locale, ct));
            }
        }

        return problems;
    }
}
