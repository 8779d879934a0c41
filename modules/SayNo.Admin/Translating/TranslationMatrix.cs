using SayNo.Admin.Items;
using SayNo.Admin.Lists;
using SayNo.Admin.Work;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Content.Translating;
using SayNo.Web.Admin;
using SayNo.Web.Localization;

namespace SayNo.Admin.Translating;

/// <summary>Puts together how far the translations of all countries are, language by language, and which text to take up first.</summary>
public sealed class TranslationMatrix(CmsDb db, TranslationStates states, FirstScreen first, PublishedContent published, ItemTitles titles)
{
    /// <summary>The most texts that are listed below the numbers.</summary>
    public const int MostTexts = 100;

    /// <exception cref="RightDeniedException">They may not read the scope that is asked for.</exception>
    public async Task<MatrixView> OfAsync(MatrixFilter filter, Editor by, PoLocalizer l, CancellationToken ct)
    {
        var scopes = await first.ScopesAsync(by, ct);
        var texts = await states.OfAsync(filter.Scope is { } scope ? [scope] : scopes, by, ct);
        var rows = Rows(filter, filter.Scope is { } only ? [only] : scopes, texts, by).ToList();
        var oldest = rows.Select(row => row.Oldest).OfType<TranslationState>().MinBy(text => text.OutdatedSince);
        var theirs = rows.Where(row => row.IsTheirs).Select(row => row.Oldest).OfType<TranslationState>().MinBy(text => text.OutdatedSince);
        var listed = filter.ListsTexts ? Listed(filter, rows) : [];
        var named = await NamedAsync([.. listed.Take(MostTexts), .. theirs is null ? [] : new[] { Entry.Of(theirs) }], l, ct);

        return new()
        {
            Scopes = scopes,
            Rows = [.. Sorted(filter, rows.Where(row => !filter.IsOpenOnly || row.IsOpen), l)],
            Oldest = oldest,
            First = theirs is null ? null : named[^1],
            Texts = theirs is null ? named : named[..^1],
            Total = listed.Count,
        };
    }

    private IEnumerable<MatrixRow> Rows(MatrixFilter filter, IReadOnlyList<string> scopes, IReadOnlyList<TranslationState> texts, Editor by)
    {
        var picture = published.Public;
        var places = texts.ToLookup(text => (text.Scope, text.Locale));
        var written = places.ToLookup(place => place.Key.Scope, place => place.Key.Locale);
        var begun = texts.Where(text => !text.IsPublic).Select(text => (text.ItemId, text.Locale)).ToHashSet();

        foreach (var scope in scopes)
        {
            var expected = MissingTexts.OwnOf(picture, scope).Where(item => filter.Type is null || item.Type == filter.Type).ToList();
            var locales = ScopeLanguages.Of(picture, scope);

            foreach (var locale in locales.Union(written[scope]).Where(locale => filter.Locale is null || locale == filter.Locale))
            {
                yield return new()
                {
                    Scope = scope,
                    Locale = locale,
                    Texts = [.. places[(scope, locale)].Where(text => filter.Type is null || text.Type == filter.Type)],
                    Missing = locales.Contains(locale) ? expected.FindAll(item => !item.Locales.ContainsKey(locale) && !begun.Contains((item.Id, locale))) : [],
                    IsTheirs = Rights.May(by, Right.Edit, scope, locale),
                };
            }
        }
    }

    private static IOrderedEnumerable<MatrixRow> Sorted(MatrixFilter filter, IEnumerable<MatrixRow> rows, PoLocalizer l)
    {
        var words = StringComparer.Create(l.Culture, ignoreCase: true);
        var sorted = filter.IsByWaiting
            ? rows.OrderBy(row => row.Oldest?.OutdatedSince ?? DateTime.MaxValue).ThenByDescending(row => row.Missing.Count)
            : rows.OrderBy(row => !row.IsTheirs);

        return sorted.ThenBy(row => ScopeNames.Of(row.Scope, l), words).ThenBy(row => StateWords.Locale(row.Locale, l), words);
    }

    // What has waited longest comes first, then what is not there at all.
    private static List<Entry> Listed(MatrixFilter filter, List<MatrixRow> rows) =>
    [
        .. rows.SelectMany(row => row.Texts.Where(text => (filter.State ?? MatrixState.Outdated).Holds(text)))
            .OrderBy(text => text.OutdatedSince ?? DateTime.MaxValue).Select(Entry.Of),
        .. rows.Where(_ => filter.State is null or MatrixState.Missing)
            .SelectMany(row => row.Missing.Select(item => new Entry(NamedItem.Of(item), item.Scope, row.Locale, null))),
    ];

    // The picture knows what the public items are called.
    private async Task<List<MatrixText>> NamedAsync(List<Entry> entries, PoLocalizer l, CancellationToken ct)
    {
        var picture = published.Public;
        var drafts = entries.Select(entry => entry.Item.Id).Where(id => picture.Find(id) is null).Distinct().ToList();
        var rows = drafts.Count == 0 ? [] : await db.Items.Where(item => drafts.Contains(item.Id)).ReadRowsAsync(ct);
        var names = rows.ToDictionary(row => row.Id, row => row.Named);

        return entries.ConvertAll(entry => new MatrixText(
            titles.Of(names.GetValueOrDefault(entry.Item.Id, entry.Item), l.Culture.Name), entry.Item.Id, entry.Item.Type, entry.Scope, entry.Locale, entry.State));
    }

    private sealed record Entry(NamedItem Item, string Scope, string Locale, TranslationState? State)
    {
        public static Entry Of(TranslationState text) => new(
            new() { Id = text.ItemId, Type = text.Type, Slug = text.Slug, OverrideOf = text.OverrideOf }, text.Scope, text.Locale, text);
    }
}

/// <summary>The matrix as it is shown.</summary>
public sealed record MatrixView
{
    /// <summary>The scopes that can be chosen.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    public required IReadOnlyList<MatrixRow> Rows { get; init; }

    /// <summary>The text that has been outdated for longest, whoever may write it; none if no text is outdated.</summary>
    public required TranslationState? Oldest { get; init; }

    /// <summary>The outdated text that whoever looks should take up first; none if none is theirs.</summary>
    public required MatrixText? First { get; init; }

    /// <summary>Single texts, as far as they are listed.</summary>
    public required IReadOnlyList<MatrixText> Texts { get; init; }

    /// <summary>How many texts there are to list.</summary>
    public required int Total { get; init; }
}

/// <summary>One text of the matrix.</summary>
/// <param name="Title">What its item is called.</param>
/// <param name="ItemId">The item.</param>
/// <param name="Type">Its content type.</param>
/// <param name="Scope">Who owns it.</param>
/// <param name="Locale">BCP 47 tag.</param>
/// <param name="State">How far it is; null if nobody has begun it.</param>
public sealed record MatrixText(ItemTitle Title, string ItemId, string Type, string Scope, string Locale, TranslationState? State);
