using SayNo.Admin.Lists;
using SayNo.Content;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Web.Admin;

namespace SayNo.Admin.Items;

/// <summary>Finds items that a field can point to: those that somebody may read.</summary>
public sealed class ItemPicker(CmsDb db, ItemTitles titles)
{
    public const int Most = 50;

    /// <param name="types">Names of the types to pick from; all if empty.</param>
    /// <param name="search">Words of the title; all if empty.</param>
    /// <param name="reader">The locale that titles are shown in.</param>
    /// <param name="by">Who picks.</param>
    /// <param name="ct">Ends the attempt.</param>
    /// <returns>At most <see cref="Most"/>, by title, and one more if there are more.</returns>
    public async Task<IReadOnlyList<PickedItem>> FindAsync(IReadOnlyCollection<string> types, string search, string reader, Editor by, CancellationToken ct)
    {
        var items = db.Items.Within(Rights.Reach(by, Right.Read));
        var rows = await (types.Count == 0 ? items : items.Where(item => types.Contains(item.Type))).ReadRowsAsync(ct);
        var words = Folded.Of(search).Split(' ', StringSplitOptions.RemoveEmptyEntries);

        return
        [
            .. rows.Where(row => !row.IsArchived && IsFound(row, words)).Select(row => Picked(row, reader))
                .OrderBy(item => item.Title, StringComparer.Create(new(reader), ignoreCase: true)).Take(Most + 1),
        ];
    }

    /// <summary>The items of some ids, in the order of the ids; those that are not there, or may not be read, are left out.</summary>
    public async Task<IReadOnlyList<PickedItem>> OfAsync(IReadOnlyList<string> ids, string reader, Editor by, CancellationToken ct)
    {
        var rows = await db.Items.Within(Rights.Reach(by, Right.Read)).Where(item => ids.Contains(item.Id)).ReadRowsAsync(ct);

        return [.. ids.Select(id => rows.Find(row => row.Id == id)).OfType<ItemRow>().Select(row => Picked(row, reader))];
    }

    private bool IsFound(ItemRow row, string[] words)
    {
        var names = words.Length == 0 ? "" : Folded.Of(string.Join('\n', titles.AllOf(row.Named)));

        return Array.TrueForAll(words, word => names.Contains(word, StringComparison.Ordinal));
    }

    private PickedItem Picked(ItemRow row, string reader)
    {
        var title = titles.Of(row.Named, reader);

        return new(row.Id, title.Text, title.Locale, row.Type, row.Scope, row.Variants.Any(variant => variant.IsPublic));
    }
}

/// <summary>An item that a field can point to.</summary>
/// <param name="Id">What the field stores.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Locale">The locale of the title; empty if it belongs to none.</param>
/// <param name="Type">Name of its type.</param>
/// <param name="Scope">Who owns it.</param>
/// <param name="IsPublic">Whether visitors see anything of it.</param>
public sealed record PickedItem(string Id, string Title, string Locale, string Type, string Scope, bool IsPublic);
