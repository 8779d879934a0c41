using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using SayNo.Content.Fields;
using SayNo.Content.Published;
using SayNo.Content.Publishing;

namespace SayNo.Web.Pages;

/// <summary>
/// Keeps country pages within their byte budget. A campaign's text stands on many pages: only those are drawn that could get over it,
/// by what they weighed at most before and what the change can add at most.
/// </summary>
public sealed class PageBudget : PublishGate
{
    private const int MostSentences = 3;

    // Labels and markup around the values, and what the passing of time may have added to a page since it was weighed.
    private const int Around = 500;

    private readonly ItemPages[] _pages;
    private readonly PageSizes _sizes;
    private readonly PublishedContent _published;
    private readonly ConcurrentDictionary<string, int> _atMost = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _judged = new(StringComparer.Ordinal);

    public PageBudget(IEnumerable<ItemPages> pages, PageSizes sizes, PublishedContent published)
    {
        (_pages, _sizes, _published) = ([.. pages], sizes, published);
        published.Changed += Forget;
    }

    public override async Task<IReadOnlyList<Problem>> ProblemsAsync(Picture after, PublishedItem item, string locale, CancellationToken ct)
    {
        var growth = Growth(item, locale);
        var problems = new List<Problem>();

        foreach (var path in PathsOf(after, item, locale).OrderByDescending(path => _atMost.GetValueOrDefault(path, int.MaxValue)))
        {
            if (_atMost.TryGetValue(path, out var atMost) && atMost + growth <= PageSizes.Limit)
            {
                _atMost[path] = atMost + growth;
                continue;
            }

            if (await _sizes.AgainstLimitAsync(after, path, ct) is not { } bytes)
            {
                continue;
            }

            if (bytes <= PageSizes.Limit)
            {
                _atMost[path] = bytes;
                continue;
            }

            problems.Add(new("", TooHeavy(path, bytes)));

            if (problems.Count == MostSentences)
            {
                break;
            }
        }

        if (problems.Count == 0)
        {
            _judged[item.Id] = VersionsOf(item);
        }

        return problems;
    }

    /// <summary>The heaviest of the pages with a budget on which a variant stands; none if it stands on none.</summary>
    public async Task<PageSize?> HeaviestAsync(Picture picture, PublishedItem item, string locale, CancellationToken ct)
    {
        const int MostDrawn = 3;
        var heaviest = default(PageSize);

        foreach (var path in PathsOf(picture, item, locale).OrderByDescending(path => _atMost.GetValueOrDefault(path)).Take(MostDrawn))
        {
            if (await _sizes.OfAsync(picture, path, ct) is { } bytes && bytes > (heaviest?.Bytes ?? 0))
            {
                heaviest = new(path, bytes, PageSizes.Limit);
            }
        }

        return heaviest;
    }

    private List<string> PathsOf(Picture picture, PublishedItem item, string locale) =>
        [.. _pages.SelectMany(pages => pages.Of(picture, item, locale)).Where(page => page.HasBudget).Select(page => page.Path).Distinct()];

    /// <summary>What the values can add to a page at most: as much as they weigh compressed alone, in the middle of a page less.</summary>
    private int Growth(PublishedItem item, string locale)
    {
        var before = ValuesOf(_published.Public.Find(item.Id), locale);
        var text = new StringBuilder();

        foreach (var (field, value) in ValuesOf(item, locale)?.All ?? [])
        {
            if (before?[field] is not { } old || old.GetRawText() != value.GetRawText())
            {
                text.Append(HtmlEncoder.Default.Encode(value.ToString()));
            }
        }

        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];

        return Around + (BrotliEncoder.TryCompress(bytes, packed, out var length, quality: 5, window: 22) ? length : bytes.Length);
    }

    // What came to the public without this node's say, such as a recipe or another node's act, may weigh anything.
    private void Forget(PictureChange change)
    {
        if (change.ItemIds is not { } ids || ids.Any(id => !_judged.TryRemove(id, out var judged) || judged != VersionsOf(change.After.Find(id))))
        {
            _atMost.Clear();
        }
    }

    private static string VersionsOf(PublishedItem? item) =>
        item is null ? "" : $"{item.Neutral?.Id} {string.Join(' ', item.Locales.Select(pair => pair.Value.Id))}";

    private static Content.ContentValues? ValuesOf(PublishedItem? item, string locale) =>
        (locale.Length == 0 ? item?.Neutral : item?.Locales.GetValueOrDefault(locale))?.Values;

    private static Sentence TooHeavy(string path, int bytes) =>
        $"The page {path} would weigh {bytes} bytes, and at most {PageSizes.Limit} fit: on a bad network it would come too late. Please shorten the text.";
}

/// <summary>What a page weighs.</summary>
/// <param name="Path">Its address.</param>
/// <param name="Bytes">All the bytes of its answer.</param>
/// <param name="Limit">The most that it may have.</param>
public sealed record PageSize(string Path, int Bytes, int Limit);
