using System.Text.Json;
using SayNo.Content.Published;
using SayNo.Web.Caching;

namespace SayNo.Web.Api;

/// <summary>A list of documents that the API shows page by page.</summary>
/// <param name="Path">Its canonical address.</param>
/// <param name="Type">Name of the content type of its documents.</param>
/// <param name="Items">All of them, in the order of <see cref="Order"/>.</param>
public sealed record DocumentList(string Path, string Type, IEnumerable<PublishedItem> Items)
{
    /// <summary>The schema of each document.</summary>
    public string Schema { get; init; } = Type;

    /// <summary>A total order, so that a cursor has one place in it.</summary>
    public Comparer<PublishedItem> Order { get; init; } = Picture.InOrder;

    /// <summary>Whether the list has an item in a locale.</summary>
    public Func<Picture, PublishedItem, string, bool> Holds { get; init; } = Resolver.IsPublic;

    public Func<Picture, PublishedItem, string, ResolvedContent?> Resolve { get; init; } = Resolver.Resolve;

    /// <summary>Writes one document.</summary>
    public Action<Utf8JsonWriter, ResolvedContent> Write { get; init; } = DocumentJson.Write;

    /// <summary>The moments at which a document changes without a change of content, UTC.</summary>
    public Func<ResolvedContent, IEnumerable<DateTime>> Turns { get; init; } = _ => [];

    public Task AnswerAsync(ApiRequest request) => request.AnswerAsync(Path, () => Make(request));

    private Answer Make(ApiRequest request)
    {
        var all = Items.Where(item => Holds(request.Picture, item, request.Locale)).ToList();
        var (start, end) = Window(all, request.Cursor, request.Limit);
        var documents = all[start..end].Select(item => Resolve(request.Picture, item, request.Locale)).OfType<ResolvedContent>().ToList();
        var turns = documents.SelectMany(Turns).ToLookup(turn => turn <= request.AskedAt);
        var answer = Envelope.Of(
            [Type],
            [.. Links(request, all, start, end)],
            json =>
            {
                json.WriteStartArray();
                documents.ForEach(document => Write(json, document));
                json.WriteEndArray();
            },
            json =>
            {
                json.WriteString("locale"u8, request.Locale);
                json.WriteNumber("count"u8, documents.Count);
                json.WriteNumber("total"u8, all.Count);
                json.WriteNumber("limit"u8, request.Limit);
            });

        return answer with
        {
            ChangedAt = turns[true].Select(turn => (DateTime?)turn).Max(),
            ValidUntil = turns[false].Select(turn => (DateTime?)turn).Min(),
        };
    }

    private IEnumerable<ApiLink> Links(ApiRequest request, List<PublishedItem> all, int start, int end)
    {
        yield return new("self", Path + request.QueryWith(request.Cursor));

        // Beside an empty page stands the item of the cursor itself.
        if (start > 0)
        {
            yield return new("prev", Path + request.QueryWith(new(start < all.Count ? all[start] : request.Cursor!.Neighbour, IsBackward: true)));
        }

        if (end < all.Count)
        {
            yield return new("next", Path + request.QueryWith(new(end > 0 ? all[end - 1] : request.Cursor!.Neighbour, IsBackward: false)));
        }

        yield return ApiLink.DescribedBy(Schema);
    }

    private (int Start, int End) Window(List<PublishedItem> all, PageCursor? cursor, int limit)
    {
        if (cursor is null)
        {
            return (0, Math.Min(limit, all.Count));
        }

        if (cursor.IsBackward)
        {
            var before = all.Count(item => Order.Compare(item, cursor.Neighbour) < 0);

            return (Math.Max(0, before - limit), before);
        }

        var start = all.Count(item => Order.Compare(item, cursor.Neighbour) <= 0);

        return (start, Math.Min(start + limit, all.Count));
    }
}
