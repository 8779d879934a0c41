using SayNo.Admin.Bulk;
using SayNo.Admin.Lists;
using SayNo.Content.Fields;
using SayNo.Content.Publishing;
using SayNo.Content.Releases;
using SayNo.Content.Storage;
using SayNo.Web.Admin;

namespace SayNo.Admin.Releases;

/// <summary>Puts texts that were chosen in a list into a release.</summary>
public sealed class ReleaseAdding(CmsDb db, ContentReleases releases, ReleaseList list, ItemTitles titles, Rights rights)
{
    /// <summary>The most items that are looked at together.</summary>
    public const int Most = 200;

    /// <summary>The choice of a new release in the form.</summary>
    public const string New = "new";

    /// <summary>The drafts of some items, in one language or in all of theirs, and the releases that they can go into.</summary>
    /// <exception cref="RightDeniedException">An item is among them that the person may not read.</exception>
    public async Task<AddingPlan> PlanAsync(IReadOnlyList<string> ids, string? locale, string reader, Editor by, CancellationToken ct)
    {
        string[] some = [.. ids.Distinct().Take(Most)];
        var rows = await db.Items.Where(item => some.Contains(item.Id)).ReadRowsAsync(ct);
        rows.ForEach(row => rights.Demand(by, Right.Read, row.Scope, Variant.Neutral));
        List<PlannedText> texts =
        [
            .. rows.SelectMany(row => row.Variants
                .Where(variant => variant is { DraftId: not null, ArchivedAt: null } && (locale is null || variant.Locale == locale) && IsTheirs(by, row, variant))
                .Select(variant => new PlannedText(
                    new(row.Id, variant.Locale, variant.DraftId ?? ""), titles.Of(row.Named, reader), row.Scope, variant.State, variant.IsPublic, []))),
        ];
        var scopes = texts.Select(text => text.Scope).Distinct().ToList();

        return new(texts, await list.OpenForAsync(scopes, by, ct), ReleaseDesk.ScopesOf(by, [Content.Scopes.Campaign, .. scopes]));
    }

    private static bool IsTheirs(Editor by, ItemRow row, VariantRow variant) =>
        Rights.May(by, Right.Edit, row.Scope, variant.Locale) || Rights.May(by, Right.Publish, row.Scope, variant.Locale);

    /// <summary>Puts them in, into a release that is there or a new one.</summary>
    /// <returns>The release, or why nothing was done.</returns>
    public async Task<ReleaseResult> AddAsync(string? release, string? name, string? scope, IReadOnlyList<BulkEntry> texts, Editor by, CancellationToken ct)
    {
        if (texts.Count == 0)
        {
            return ReleaseResult.Refused([new Problem("", "Choose at least one text.")]);
        }

        var id = release;

        if (release is null or New)
        {
            var created = await releases.CreateAsync(name, Content.Scopes.IsValid(scope) ? scope ?? "" : "", by, ct);

            if (created.Release is not { } begun)
            {
                return created;
            }

            id = begun.Id;
        }

        return await releases.AddAsync(id ?? "", [.. texts.Select(text => (text.ItemId, text.Locale))], by, ct);
    }
}

/// <summary>What can be put into a release.</summary>
/// <param name="Texts">The drafts that were chosen.</param>
/// <param name="Releases">The releases that all of them fit into.</param>
/// <param name="Scopes">The owners that a new release can have.</param>
public sealed record AddingPlan(IReadOnlyList<PlannedText> Texts, IReadOnlyList<ReleaseRow> Releases, IReadOnlyList<string> Scopes);
