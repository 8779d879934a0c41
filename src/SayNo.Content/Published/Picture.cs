using System.Collections.Immutable;

namespace SayNo.Content.Published;

/// <summary>All that is published at one moment of the change log. Immutable: publishing makes a new picture.</summary>
public sealed class Picture
{
    /// <summary>The order of the items of one type: scope, order, slug, id.</summary>
    public static Comparer<PublishedItem> InOrder { get; } = Comparer<PublishedItem>.Create(Compare);

    private readonly ImmutableDictionary<string, PublishedItem> _byId;
    private readonly ImmutableDictionary<string, ImmutableSortedSet<PublishedItem>> _byType;
    private readonly ImmutableDictionary<(string Type, string Scope, string Slug), PublishedItem> _bySlug;
    private readonly ImmutableDictionary<(string OverrideOf, string Scope), PublishedItem> _overrides;

    private Picture(
        long sequence,
        DateTime changedAt,
        ImmutableDictionary<string, ContentType> types,
        SiteSettings settings,
        ImmutableDictionary<string, PublishedItem> byId,
        ImmutableDictionary<string, ImmutableSortedSet<PublishedItem>> byType,
        ImmutableDictionary<(string Type, string Scope, string Slug), PublishedItem> bySlug,
        ImmutableDictionary<(string OverrideOf, string Scope), PublishedItem> overrides)
    {
        Sequence = sequence;
        ChangedAt = changedAt;
        Types = types;
        Settings = settings;
        _byId = byId;
        _byType = byType;
        _bySlug = bySlug;
        _overrides = overrides;
    }

    public static Picture Empty { get; } = new(
        0, DateTime.UnixEpoch,
        ImmutableDictionary.Create<string, ContentType>(StringComparer.Ordinal), SiteSettings.Empty,
        ImmutableDictionary.Create<string, PublishedItem>(StringComparer.Ordinal),
        ImmutableDictionary.Create<string, ImmutableSortedSet<PublishedItem>>(StringComparer.Ordinal),
        ImmutableDictionary<(string, string, string), PublishedItem>.Empty,
        ImmutableDictionary<(string, string), PublishedItem>.Empty);

    /// <summary>The number of the last change in it.</summary>
    public long Sequence { get; }

    /// <summary>When that change was made, UTC.</summary>
    public DateTime ChangedAt { get; }

    public ImmutableDictionary<string, ContentType> Types { get; }

    public SiteSettings Settings { get; }

    public Locales Locales => Settings.Locales;

    /// <summary>True if it shows what is not public; nothing made of it may be kept or handed to visitors.</summary>
    public bool IsPreview { get; private init; }

    public int Count => _byId.Count;

    public IEnumerable<PublishedItem> All => _byId.Values;

    public PublishedItem? Find(string id) => _byId.GetValueOrDefault(id);

    public PublishedItem? Find(string type, string scope, string slug) => _bySlug.GetValueOrDefault((type, scope, slug));

    /// <summary>All items of a type in the order of scope, order, slug and id.</summary>
    public ImmutableSortedSet<PublishedItem> OfType(string type) =>
        _byType.GetValueOrDefault(type) ?? ImmutableSortedSet<PublishedItem>.Empty;

    /// <summary>The items of a type that a scope owns, in order.</summary>
    public IEnumerable<PublishedItem> OfType(string type, string scope)
    {
        var all = OfType(type);

        for (var i = FirstOf(all, scope); i < all.Count && all[i].Scope == scope; i++)
        {
            yield return all[i];
        }
    }

    /// <summary>The scope's own wording of a campaign item, if it has one.</summary>
    public PublishedItem? OverrideOf(string itemId, string scope) => _overrides.GetValueOrDefault((itemId, scope));

    /// <summary>A picture from nothing.</summary>
    public static Picture Of(
        long sequence, DateTime changedAt, IEnumerable<ContentType> types, SiteSettings settings, IEnumerable<PublishedItem> items) =>
        Empty.With(sequence, changedAt, types, settings)
            .With(sequence, changedAt, items.ToDictionary(item => item.Id, PublishedItem? (item) => item));

    /// <summary>The picture after some changes.</summary>
    /// <param name="sequence">The number of the last of them.</param>
    /// <param name="changedAt">When it was made, UTC.</param>
    /// <param name="items">For each id that changed: the item as it is public now, or null if no longer.</param>
    public Picture With(long sequence, DateTime changedAt, IReadOnlyDictionary<string, PublishedItem?> items)
    {
        var byId = _byId.ToBuilder();
        var bySlug = _bySlug.ToBuilder();
        var overrides = _overrides.ToBuilder();
        var byType = _byType.ToBuilder();

        foreach (var type in items.GroupBy(pair => (pair.Value ?? Find(pair.Key))?.Type))
        {
            if (type.Key is null)
            {
                continue;
            }

            var ordered = OfType(type.Key).WithComparer(InOrder).ToBuilder();

            foreach (var (id, item) in type)
            {
                Replace(_byId.GetValueOrDefault(id), item, byId, ordered, bySlug, overrides);
            }

            byType[type.Key] = ordered.ToImmutable();
        }

        return new(sequence, changedAt, Types, Settings, byId.ToImmutable(), byType.ToImmutable(), bySlug.ToImmutable(), overrides.ToImmutable())
        {
            IsPreview = IsPreview,
        };
    }

    /// <summary>A picture of what may become public, beside the real one.</summary>
    /// <param name="items">For each id that would change: the item as it would be public, or null if it would not be.</param>
    public Picture Preview(IReadOnlyDictionary<string, PublishedItem?> items)
    {
        var after = With(Sequence, ChangedAt, items);

        return new(after.Sequence, after.ChangedAt, Types, Settings, after._byId, after._byType, after._bySlug, after._overrides) { IsPreview = true };
    }

    /// <summary>The picture with other content types and settings.</summary>
    public Picture With(long sequence, DateTime changedAt, IEnumerable<ContentType> types, SiteSettings settings) => new(
        sequence, changedAt, types.ToImmutableDictionary(type => type.Name, StringComparer.Ordinal), settings,
        _byId, _byType, _bySlug, _overrides)
    {
        IsPreview = IsPreview,
    };

    // The items are in the order of their scopes: halving finds the first one of a scope without looking at the others.
    private static int FirstOf(ImmutableSortedSet<PublishedItem> all, string scope)
    {
        var (low, high) = (0, all.Count);

        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = string.CompareOrdinal(all[middle].Scope, scope) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static void Replace(
        PublishedItem? before,
        PublishedItem? after,
        ImmutableDictionary<string, PublishedItem>.Builder byId,
        ImmutableSortedSet<PublishedItem>.Builder ordered,
        ImmutableDictionary<(string Type, string Scope, string Slug), PublishedItem>.Builder bySlug,
        ImmutableDictionary<(string OverrideOf, string Scope), PublishedItem>.Builder overrides)
    {
        if (before is not null)
        {
            byId.Remove(before.Id);
            ordered.Remove(before);
            RemoveIfIts(bySlug, (before.Type, before.Scope, before.Slug), before);
            RemoveIfIts(overrides, (before.OverrideOf ?? "", before.Scope), before);
        }

        if (after is null)
        {
            return;
        }

        byId[after.Id] = after;
        ordered.Add(after);
        bySlug[(after.Type, after.Scope, after.Slug)] = after;

        if (after.OverrideOf is not null)
        {
            overrides[(after.OverrideOf, after.Scope)] = after;
        }
    }

    private static int Compare(PublishedItem one, PublishedItem other)
    {
        var result = string.CompareOrdinal(one.Scope, other.Scope);
        result = result != 0 ? result : one.Order.CompareTo(other.Order);
        result = result != 0 ? result : string.CompareOrdinal(one.Slug, other.Slug);

        return result != 0 ? result : string.CompareOrdinal(one.Id, other.Id);
    }

    // Two items may swap their slugs within one batch: the newcomer's entry must stay.
    private static void RemoveIfIts<TKey>(ImmutableDictionary<TKey, PublishedItem>.Builder index, TKey key, PublishedItem item)
        where TKey : notnull
    {
        if (index.TryGetValue(key, out var found) && found.Id == item.Id)
        {
            index.Remove(key);
        }
    }
}
