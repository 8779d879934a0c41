using SayNo.Content;
using SayNo.Content.Storage;
using SayNo.Web.Admin;

namespace SayNo.Admin.Lists;

/// <summary>An item with the states of its variants, as lists and overviews read it.</summary>
public sealed record ItemRow
{
    public required string Id { get; init; }

    public required string Type { get; init; }

    public required string Scope { get; init; }

    public required string Slug { get; init; }

    public required int Order { get; init; }

    public string? OverrideOf { get; init; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>The neutral one first, then by locale.</summary>
    public required IReadOnlyList<VariantRow> Variants { get; init; }

    /// <summary>The variant that was written last; none if nothing was written yet.</summary>
    public VariantRow? Newest => Variants.MaxBy(variant => variant.ChangedAt);

    public DateTime ChangedAt => Newest?.ChangedAt ?? CreatedAt;

    /// <summary>True if every variant was put away.</summary>
    public bool IsArchived => Variants.Count > 0 && Variants.All(variant => variant.State == VariantState.Archived);

    public NamedItem Named => new()
    {
        Id = Id,
        Type = Type,
        Slug = Slug,
        OverrideOf = OverrideOf,
        Drafts = Variants.Where(variant => variant.DraftData is not null)
            .ToDictionary(variant => variant.Locale, variant => ContentValues.Parse(variant.DraftData ?? "{}")),
    };

    public VariantRow? this[string locale] => Variants.FirstOrDefault(variant => variant.Locale == locale);
}

/// <summary>The state of an item in one locale.</summary>
public sealed record VariantRow
{
    /// <summary>BCP 47 tag, or empty for the neutral variant.</summary>
    public required string Locale { get; init; }

    public required Stage Stage { get; init; }

    public DateTime? ArchivedAt { get; init; }

    public string? DraftId { get; init; }

    public string? PublishedId { get; init; }

    /// <summary>The draft's values as JSON; none if there is no draft.</summary>
    public string? DraftData { get; init; }

    /// <summary>When the newest version was written, UTC.</summary>
    public DateTime? ChangedAt { get; init; }

    /// <summary>Who wrote it.</summary>
    public string? By { get; init; }

    /// <summary>The account of whoever wrote it; empty for the program itself.</summary>
    public string? ById { get; init; }

    /// <summary>False while nobody but the translator has read it.</summary>
    public bool IsReviewed { get; init; } = true;

    public VariantState State => Variant.StateOf(ArchivedAt, DraftId, PublishedId, Stage);

    public bool IsPublic => PublishedId is not null;

    public bool IsNeutral => Locale.Length == 0;

    /// <summary>The version that an editor sees: the draft, else what is public.</summary>
    public string? NewestId => DraftId ?? PublishedId;

    /// <summary>As it stands in addresses of the admin.</summary>
    public string Address => IsNeutral ? LocaleInAddress.Neutral : Locale;
}
