using SayNo.Content.Storage;

namespace SayNo.Content.Auditing;

/// <summary>Which entries of the audit log to read; what is not said does not matter.</summary>
public sealed record AuditFilter
{
    public const int MostAtOnce = 200;

    /// <summary>A part of the name of who acted, or an account's id.</summary>
    public string? Actor { get; init; }

    /// <summary>A name of <see cref="Acts"/>, or its beginning up to a dot, such as <c>content.</c>.</summary>
    public string? Act { get; init; }

    /// <summary>The id of an item, an account or a setting.</summary>
    public string? Target { get; init; }

    public string? Scope { get; init; }

    public string? Locale { get; init; }

    public bool? IsRefused { get; init; }

    /// <summary>UTC; entries of this moment are in.</summary>
    public DateTime? From { get; init; }

    /// <summary>UTC; entries of this moment are not in.</summary>
    public DateTime? Until { get; init; }

    /// <summary>Only entries before the one of this number: the last one of the page before.</summary>
    public long? Before { get; init; }

    public int Size { get; init; } = 50;
}

/// <summary>Some entries of the audit log.</summary>
/// <param name="Entries">The newest first.</param>
/// <param name="HasMore">True if there are older ones that fit.</param>
public sealed record AuditPage(IReadOnlyList<AuditEntry> Entries, bool HasMore);
