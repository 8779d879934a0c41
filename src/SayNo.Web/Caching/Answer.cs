namespace SayNo.Web.Caching;

/// <summary>What an endpoint answers with status 200, and what it was made of.</summary>
public sealed record Answer
{
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Such as <c>text/html; charset=utf-8</c>.</summary>
    public required string ContentType { get; init; }

    /// <summary>
    /// Ids of the items, and names of the content types of which any item matters (a list, a search). The answer is kept until one of them
    /// changes. Content types and settings themselves need not be named: when they change, nothing is kept.
    /// </summary>
    public required IReadOnlyCollection<string> MadeOf { get; init; }

    /// <summary>When the answer last changed without a change of content, such as at the start of an alert, UTC; none if that cannot be.</summary>
    public DateTime? ChangedAt { get; init; }

    /// <summary>When the answer will change without a change of content, UTC.</summary>
    public DateTime? ValidUntil { get; init; }

    /// <summary>Further headers, for 200 and 304 alike.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];
}
