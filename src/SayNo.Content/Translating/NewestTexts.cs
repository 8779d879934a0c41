using System.Runtime.CompilerServices;
using SayNo.Content.Published;
using SayNo.Content.Sources;
using SayNo.Content.Storage;

namespace SayNo.Content.Translating;

/// <summary>The newest version of every text of some scopes: of drafts as the database has them, of the others as the picture shows them.</summary>
internal sealed class NewestTexts
{
    // Between two publications the picture is one and the same: what it says of texts without a draft is put together once.
    private static readonly ConditionalWeakTable<Picture, IReadOnlyDictionary<string, List<NewestText>>> Shown = [];

    private readonly Picture _picture;
    private readonly Dictionary<string, SourceRule> _rules = new(StringComparer.Ordinal);
    private readonly HashSet<(string ItemId, string Locale)> _drafts;

    public NewestTexts(Picture picture, IReadOnlyCollection<string> scopes, List<StoredText> stored)
    {
        _picture = picture;
        _drafts = [.. stored.Where(text => text.DraftId is not null).Select(text => (text.ItemId, text.Locale))];
        var items = stored.Select(text => text.ItemId).ToHashSet(StringComparer.Ordinal);
        var known = stored.Select(text => (text.ItemId, text.Locale)).ToHashSet();
        var shown = Shown.GetValue(picture, Read);

        All =
        [
            .. stored.Select(Of),
            .. scopes.SelectMany(scope => shown.GetValueOrDefault(scope) ?? [])
                .Where(text => !items.Contains(text.ItemId) || !known.Contains((text.ItemId, text.Locale)))
                .Select(text => items.Contains(text.ItemId) ? WithSource(text with { State = null }) : text),
        ];
    }

    public IReadOnlyList<NewestText> All { get; }

    private static Dictionary<string, List<NewestText>> Read(Picture picture)
    {
        var texts = new NewestTexts(picture);

        return picture.All.SelectMany(item => item.Locales.Select(text => texts.Of(item, text.Key, text.Value.Id)))
            .GroupBy(text => text.Scope, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
    }

    private NewestTexts(Picture picture) => (_picture, _drafts, All) = (picture, [], []);

    // What a text is made from; none if it is an original itself, or put away.
    private NewestSource? SourceOf(NewestText text)
    {
        if (text.Stage == VariantState.Archived)
        {
            return null;
        }

        if (!_rules.TryGetValue(text.Scope, out var rule))
        {
            _rules[text.Scope] = rule = new(_picture, text.Scope);
        }

        return rule.Of(text.ItemId, text.OverrideOf, text.Locale, (itemId, locale) => IsPublic(itemId, locale) || (itemId == text.ItemId && _drafts.Contains((itemId, locale)))) is { } place
            ? new(place, _picture.Find(place.ItemId)?.Locales.GetValueOrDefault(place.Locale)?.Id)
            : null;
    }

    private bool IsPublic(string itemId, string locale) => _picture.Find(itemId)?.Locales.ContainsKey(locale) == true;

    private NewestText Of(StoredText text) => WithSource(new(
        text.ItemId, text.Type, text.Scope, text.Slug, text.OverrideOf, text.Locale, text.DraftId ?? "",
        Variant.StateOf(text.ArchivedAt, text.DraftId, null, text.Stage), IsPublic(text.ItemId, text.Locale), null));

    private NewestText Of(PublishedItem item, string locale, string versionId) =>
        WithSource(new(item.Id, item.Type, item.Scope, item.Slug, item.OverrideOf, locale, versionId, VariantState.Published, true, null));

    private NewestText WithSource(NewestText text) => text with { Source = SourceOf(text) };
}

/// <summary>A text as its variant has it, with a draft or put away.</summary>
internal sealed record StoredText(
    string ItemId, string Type, string Scope, string Slug, string? OverrideOf, string Locale, string? DraftId, Stage Stage, DateTime? ArchivedAt);

/// <summary>The newest version of a text, and what it is made from.</summary>
internal sealed record NewestText(
    string ItemId, string Type, string Scope, string Slug, string? OverrideOf, string Locale, string VersionId, VariantState Stage, bool IsPublic,
    NewestSource? Source)
{
    /// <summary>What is known of it, once it was compared with its source.</summary>
    public TranslationState? State { get; set; }
}

/// <summary>Where the source of a text is, and which version of it is public.</summary>
/// <param name="Place">Where it is.</param>
/// <param name="VersionId">What the public reads of it; none if nothing.</param>
internal sealed record NewestSource(SourcePlace Place, string? VersionId);
