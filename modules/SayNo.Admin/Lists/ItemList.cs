using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SayNo.Content;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Web.Admin;

namespace SayNo.Admin.Lists;

/// <summary>Finds items for a list: those that somebody may read, and no others.</summary>
public sealed class ItemList(CmsDb db, PublishedContent published, ContentSchedule schedule, ItemTitles titles)
{
    public const int PageSize = 50;

    /// <param name="filter">What is asked for.</param>
    /// <param name="reader">The locale that titles are shown in.</param>
    /// <param name="by">Who reads.</param>
    /// <param name="ct">Ends the attempt.</param>
    public async Task<FoundItems> FindAsync(ItemFilter filter, string reader, Editor by, CancellationToken ct)
    {
        var items = Narrow(db.Items.Within(Rights.Reach(by, Right.Read)), filter);
        var rows = await items.ReadRowsAsync(ct);
        var waiting = await Waiting.ReadAsync(db, items, by, ct);
        var words = Folded.Of(filter.Search).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = Sorted(rows.Where(row => Holds(filter, row, waiting) && IsFound(row, words)), filter, reader).ToList();
        var pages = Math.Max(1, (found.Count + PageSize - 1) / PageSize);
        var page = Math.Min(filter.Page, pages);
        var shown = found.Skip((page - 1) * PageSize).Take(PageSize).ToList();
        var planned = await schedule.OpenAsync([.. shown.Select(row => row.Id)], by, ct);

        return new([.. shown.Select(row => new FoundItem(row, titles.Of(row.Named, reader), waiting, planned.FindAll(act => act.ItemId == row.Id)))], found.Count, page, pages);
    }

    /// <summary>The scopes that a list can be narrowed to: the campaign first.</summary>
    public async Task<IReadOnlyList<string>> ScopesAsync(Editor by, CancellationToken ct)
    {
        var reach = Rights.Reach(by, Right.Read);
        var all = await db.Items.Select(item => item.Scope).Distinct().ToListAsync(ct);

        return [.. (reach.IsEverywhere ? all.Append(Scopes.Campaign) : reach.Scopes).Distinct().OrderBy(scope => scope != Scopes.Campaign).ThenBy(scope => scope, StringComparer.Ordinal)];
    }

    private static IQueryable<ContentItem> Narrow(IQueryable<ContentItem> items, ItemFilter filter)
    {
        if (filter.Type is { } type)
        {
            items = items.Where(item => item.Type == type);
        }

        return filter.Scope is { } scope ? items.Where(item => item.Scope == scope) : items;
    }

    private bool Holds(ItemFilter filter, ItemRow row, Waiting waiting)
    {
        if (filter.State == StateFilter.Missing)
        {
            return IsMissing(row, filter.Locale);
        }

        var variants = row.Variants.Where(variant => filter.Locale is null || variant.Locale == filter.Locale);

        // What nobody has written a word of has no variant yet, and must not get lost.
        if (row.Variants.Count == 0)
        {
            return filter is { State: StateFilter.Any or StateFilter.Draft, Locale: null, IsWaiting: false };
        }

        return variants.Any(variant => filter.State.Holds(variant) && (!filter.IsWaiting || waiting.Of(row, variant) != Wait.Nothing));
    }

    private bool IsMissing(ItemRow row, string? locale) =>
        !row.IsArchived && locale is not null && published.Current.Types.GetValueOrDefault(row.Type) is { } type
        && (locale.Length == 0 ? type.HasNeutralFields : IsExpected(row, type))
        && row[locale] is not { IsPublic: true };

    // A note that no language has is missing in none.
    private static bool IsExpected(ItemRow row, ContentType type) =>
        type.NeedsTexts || row.Variants.Any(variant => variant is { IsPublic: true, Locale.Length: > 0 });

    private bool IsFound(ItemRow row, string[] words)
    {
        if (words.Length == 0)
        {
            return true;
        }

        var names = Folded.Of(string.Join('\n', titles.AllOf(row.Named)));

        return Array.TrueForAll(words, word => names.Contains(word, StringComparison.Ordinal));
    }

    private IEnumerable<ItemRow> Sorted(IEnumerable<ItemRow> rows, ItemFilter filter, string reader)
    {
        var words = StringComparer.Create(CultureInfo.GetCultureInfo(reader), ignoreCase: true);

        return filter.Sort switch
        {
            ItemSort.Title => Sorted(rows, row => titles.Of(row.Named, reader).Text, words, filter.IsDescending),
            ItemSort.Type => Sorted(rows, row => row.Type, words, filter.IsDescending),
            ItemSort.Scope => Sorted(rows, row => row.Scope, StringComparer.Ordinal, filter.IsDescending),
            _ => Sorted(rows, row => row.ChangedAt, Comparer<DateTime>.Default, filter.IsDescending),
        };
    }

    private static IEnumerable<ItemRow> Sorted<TKey>(IEnumerable<ItemRow> rows, Func<ItemRow, TKey> key, IComparer<TKey> comparer, bool isDescending) =>
        (isDescending ? rows.OrderByDescending(key, comparer) : rows.OrderBy(key, comparer)).ThenBy(row => row.Id, StringComparer.Ordinal);
}

/// <summary>One page of a list.</summary>
public sealed record FoundItems(IReadOnlyList<FoundItem> Items, int Total, int Page, int Pages);

/// <summary>One item of a list.</summary>
/// <param name="Row">The item.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Waiting">Tells which of its texts wait for the reader.</param>
/// <param name="Planned">What will happen by itself, and what should have and did not.</param>
public sealed record FoundItem(ItemRow Row, ItemTitle Title, Waiting Waiting, IReadOnlyList<ScheduledAct> Planned);
