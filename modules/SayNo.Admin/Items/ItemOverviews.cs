using Microsoft.EntityFrameworkCore;
using SayNo.Admin.Lists;
using SayNo.Content;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Web.Admin;

namespace SayNo.Admin.Items;

/// <summary>Reads all that there is to say about one item, for its overview.</summary>
public sealed class ItemOverviews(CmsDb db, PublishedContent published, ItemTitles titles, Rights rights)
{
    /// <param name="id">The item's id.</param>
    /// <param name="reader">The locale that titles are shown in.</param>
    /// <param name="by">Who reads.</param>
    /// <param name="ct">Ends the attempt.</param>
    /// <returns>None if there is no such item.</returns>
    /// <exception cref="RightDeniedException">They may not read it.</exception>
    public async Task<ItemOverview?> FindAsync(string id, string reader, Editor by, CancellationToken ct)
    {
        var owner = await db.Items.Where(item => item.Id == id).Select(item => new { item.Type, item.Scope }).SingleOrDefaultAsync(ct);

        if (owner is null)
        {
            return null;
        }

        rights.Demand(by, Right.Read, owner.Scope, Variant.Neutral);
        var neighbours = await db.Items.Where(item => item.Type == owner.Type && item.Scope == owner.Scope).ReadRowsAsync(ct);

        if (neighbours.Find(item => item.Id == id) is not { } row || !published.Current.Types.TryGetValue(row.Type, out var type))
        {
            return null;
        }

        return new()
        {
            Row = row,
            Type = type,
            Title = titles.Of(row.Named, reader),
            Neighbours = [.. neighbours.Select(one => (one, titles.Of(one.Named, reader)))],
            Languages = ScopeLanguages.Of(published.Current, row.Scope),
            Waiting = await Waiting.ReadAsync(db, db.Items.Where(item => item.Id == id), by, ct),
            Schedule = await db.Schedule.AsNoTracking()
                .Where(act => act.ItemId == id && (act.State == ScheduledState.Waiting || act.State == ScheduledState.Failed))
                .OrderBy(act => act.DueAt).ToListAsync(ct),
            Overrides = await db.Items.Where(item => item.OverrideOf == id).OrderBy(item => item.Scope)
                .Select(item => new OwnWording(item.Scope, item.Id)).ToListAsync(ct),
        };
    }

    /// <summary>The items of a type and a scope in their order.</summary>
    public async Task<IReadOnlyList<(ItemRow Row, ItemTitle Title)>> NeighboursAsync(string type, string scope, string reader, Editor by, CancellationToken ct)
    {
        rights.Demand(by, Right.Read, scope, Variant.Neutral);
        var rows = await db.Items.Where(item => item.Type == type && item.Scope == scope).ReadRowsAsync(ct);

        return [.. rows.Select(row => (row, titles.Of(row.Named, reader)))];
    }

    /// <summary>What deleting an item would take away.</summary>
    public async Task<Disappearing> DisappearingAsync(ItemRow row, CancellationToken ct)
    {
        var versions = await db.Versions.CountAsync(version => db.Variants.Any(variant => variant.ItemId == row.Id && variant.Id == version.VariantId), ct);
        var comments = await db.Comments.CountAsync(comment => comment.ItemId == row.Id, ct);
        var links = await db.PreviewLinks.CountAsync(link => link.ItemId == row.Id && link.RevokedAt == null, ct);
        var pointing = await db.Items.Where(item => item.Id != row.Id && item.Variants.Any(variant =>
            (variant.Draft != null && variant.Draft.Data.Contains(row.Id)) || (variant.Published != null && variant.Published.Data.Contains(row.Id)))).CountAsync(ct);

        return new(versions, comments, links, pointing);
    }
}

/// <summary>One item: its texts, their states, its place and what belongs to it.</summary>
public sealed record ItemOverview
{
    public required ItemRow Row { get; init; }

    public required ContentType Type { get; init; }

    public required ItemTitle Title { get; init; }

    /// <summary>The items of the same type and scope in their order, this one among them.</summary>
    public required IReadOnlyList<(ItemRow Row, ItemTitle Title)> Neighbours { get; init; }

    /// <summary>The languages that it should have.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    public required Waiting Waiting { get; init; }

    /// <summary>What will happen by itself, and what should have and did not.</summary>
    public required IReadOnlyList<ScheduledAct> Schedule { get; init; }

    /// <summary>The countries that have their own wording of it.</summary>
    public required IReadOnlyList<OwnWording> Overrides { get; init; }

    /// <summary>0 for the first.</summary>
    public int Place => Neighbours.TakeWhile(one => one.Row.Id != Row.Id).Count();

    /// <summary>The variants that it could have and nobody has begun; the neutral one first.</summary>
    public IEnumerable<string> NotBegun => (Type.HasNeutralFields ? [Variant.Neutral] : Enumerable.Empty<string>())
        .Concat(Type.HasLocalizedFields ? Languages : [])
        .Where(locale => Row[locale] is null);
}

/// <summary>A country's own wording of a campaign item.</summary>
/// <param name="Scope">The country.</param>
/// <param name="Id">The id of the item that is its wording.</param>
public sealed record OwnWording(string Scope, string Id);

/// <summary>What goes with an item when it is deleted.</summary>
/// <param name="Versions">How many saved versions.</param>
/// <param name="Comments">How many comments of colleagues.</param>
/// <param name="Links">How many links for previewing.</param>
/// <param name="Pointing">How many other items point to it and would point nowhere.</param>
public sealed record Disappearing(int Versions, int Comments, int Links, int Pointing);
