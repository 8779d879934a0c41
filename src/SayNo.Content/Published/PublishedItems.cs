namespace SayNo.Content.Published;

/// <summary>Puts items together from rows, one per published variant, that come in any order.</summary>
internal sealed class PublishedItems
{
    private readonly Dictionary<string, Building> _items = new(StringComparer.Ordinal);

    // Types, scopes and locales are few: every item should point to the same text of them.
    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);

    public Building Add(string id, string type, string scope, string slug, int order, string? overrideOf)
    {
        if (!_items.TryGetValue(id, out var item))
        {
            _items[id] = item = new(new()
            {
                Id = id,
                Type = Word(type),
                Scope = Word(scope),
                Slug = slug,
                Order = order,
                OverrideOf = overrideOf,
            });
        }

        return item;
    }

    /// <param name="item">The item.</param>
    /// <param name="locale">BCP 47 tag, or empty for the neutral variant.</param>
    /// <param name="version">What is public.</param>
    public void Add(Building item, string locale, PublishedVersion version)
    {
        if (locale.Length == 0)
        {
            item.Neutral = version;

            return;
        }

        item.Locales.Add(KeyValuePair.Create(Word(locale), version));
    }

    public Dictionary<string, PublishedItem> ToDictionary() =>
        _items.ToDictionary(pair => pair.Key, pair => pair.Value.Done(), StringComparer.Ordinal);

    private string Word(string text)
    {
        if (!_words.TryGetValue(text, out var word))
        {
            _words[text] = word = text;
        }

        return word;
    }

    /// <summary>An item whose variants are still coming.</summary>
    internal sealed class Building(PublishedItem item)
    {
        public PublishedVersion? Neutral { get; set; }

        public List<KeyValuePair<string, PublishedVersion>> Locales { get; } = [];

        public PublishedItem Done() => item with
        {
            Neutral = Neutral,
            Locales = item.Locales.AddRange(Locales),
        };
    }
}
