using Microsoft.EntityFrameworkCore;
using SayNo.Content;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Content.Sources;
using SayNo.Content.Storage;
using SayNo.Web.Admin;

namespace SayNo.Admin.Editing;

/// <summary>Lays one variant on an editor's desk, with what stands beside it. It costs a fixed number of SQL commands, whatever there is.</summary>
public sealed class DraftDesk(CmsDb db, PublishedContent published, SourceTexts sources, Rights rights, ItemTitles titles)
{
    /// <summary>The variant; none if there is no such item, or if its type has nothing to write in that locale.</summary>
    /// <param name="itemId">The item.</param>
    /// <param name="locale">BCP 47 tag, or empty for the neutral variant.</param>
    /// <param name="basedOn">The version that the form was made of; null for the newest.</param>
    /// <param name="by">Who looks.</param>
    /// <param name="reader">The locale of the screens.</param>
    /// <param name="ct">Ends the attempt.</param>
    public async Task<OpenedDraft?> OpenAsync(string itemId, string locale, string? basedOn, Editor by, string reader, CancellationToken ct)
    {
        if (await db.Items.AsNoTracking().Include(one => one.Variants).SingleOrDefaultAsync(one => one.Id == itemId, ct) is not { } item)
        {
            return null;
        }

        rights.Demand(by, Right.Read, item.Scope, locale);
        var picture = published.Public;

        if (!picture.Types.TryGetValue(item.Type, out var type) || !HasVariant(type, picture.Locales, locale))
        {
            return null;
        }

        var own = item.Variants.Find(one => one.Locale == locale);
        var beside = Beside(item, picture, locale);
        var texts = await TextsAsync(item, [NewestId(own), basedOn, NewestId(beside)], ct);
        var newest = Find(texts, own, NewestId(own));
        var start = basedOn is null ? newest : Find(texts, own, basedOn);

        return new()
        {
            Item = item,
            Type = type,
            Locale = locale,
            Title = titles.Of(Named(item, texts), reader),
            Locales = picture.Locales,
            Form = new(type, locale, picture.Locales.Chain(locale).Count > 1, TimeZones.Of(item.Scope)),
            Newest = newest,
            Base = start,
            Before = Values(start),
            Beside = beside is null ? null : new(beside.Locale, Values(Find(texts, beside, NewestId(beside)))),
            Source = await sources.OfAsync(itemId, locale, by, ct),
            MadeFromIt = await sources.MadeFromAsync(itemId, locale, by, ct),
            Tabs = Tabs(type, item, picture),
            MayEdit = Rights.May(by, Right.Edit, item.Scope, locale),
            MayPublish = Rights.May(by, Right.Publish, item.Scope, locale),
        };
    }

    private static bool HasVariant(ContentType type, Locales locales, string locale) =>
        locale == Variant.Neutral ? type.HasNeutralFields : type.HasLocalizedFields && locales.Find(locale) == locale;

    // Beside a language stands what all languages share; beside that, the text in the main language of the country, or of the site.
    private static Variant? Beside(ContentItem item, Picture picture, string locale) => locale == Variant.Neutral
        ? CountryLanguages.Of(picture, item.Scope).Append(picture.Locales.Main)
            .Select(main => item.Variants.Find(one => one.Locale == main)).FirstOrDefault(one => one is not null)
            ?? item.Variants.Find(one => one is { IsNeutral: false, ArchivedAt: null })
        : item.Variants.Find(one => one.IsNeutral);

    private async Task<List<ContentVersion>> TextsAsync(ContentItem item, IEnumerable<string?> ids, CancellationToken ct)
    {
        var wanted = ids.OfType<string>().ToList();
        var variants = item.Variants.ConvertAll(one => one.Id);

        return await db.Versions.AsNoTracking().Where(one => wanted.Contains(one.Id) && variants.Contains(one.VariantId)).ToListAsync(ct);
    }

    private static ContentVersion? Find(List<ContentVersion> texts, Variant? variant, string? id) =>
        texts.Find(one => one.Id == id && one.VariantId == variant?.Id);

    private static string? NewestId(Variant? variant) => variant?.DraftId ?? variant?.PublishedId;

    private static ContentValues Values(ContentVersion? version) => version is null ? ContentValues.Empty : ContentValues.Parse(version.Data);

    private static NamedItem Named(ContentItem item, List<ContentVersion> texts) => new()
    {
        Id = item.Id,
        Type = item.Type,
        Slug = item.Slug,
        OverrideOf = item.OverrideOf,
        Drafts = item.Variants.Where(one => texts.Exists(text => text.Id == one.DraftId))
            .ToDictionary(one => one.Locale, one => Values(texts.Find(text => text.Id == one.DraftId)), StringComparer.Ordinal),
    };

    private static List<VariantTab> Tabs(ContentType type, ContentItem item, Picture picture)
    {
        var languages = CountryLanguages.Of(picture, item.Scope);
        var locales = (type.HasNeutralFields ? [Variant.Neutral] : Array.Empty<string>())
            .Concat(type.HasLocalizedFields ? languages.Intersect(picture.Locales.Supported).Union(picture.Locales.Supported) : []);

        return
        [
            .. locales.Select(locale =>
                Tab(item.Variants.Find(one => one.Locale == locale), locale, locale.Length == 0 || languages.Contains(locale))),
        ];
    }

    private static VariantTab Tab(Variant? variant, string locale, bool isExpected) =>
        new(locale, variant?.State ?? VariantState.Empty, variant?.PublishedId is not null, isExpected);
}
