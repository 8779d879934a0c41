using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SayNo.Content;
using SayNo.Content.Fields;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Web.Admin;

namespace SayNo.Admin.Items;

/// <summary>Begins an item with its title as the first draft.</summary>
public sealed class NewItemForm(CmsDb db, ContentDrafts drafts, PublishedContent published)
{
    /// <summary>The types that an item can be of.</summary>
    public IEnumerable<ContentType> Types => published.Current.Types.Values;

    public ContentType? Find(string? type) => type is null ? null : published.Current.Types.GetValueOrDefault(type);

    /// <summary>The scopes in which somebody may create items, the campaign first.</summary>
    public static IReadOnlyList<string> ScopesOf(Editor by)
    {
        var reach = Rights.Reach(by, Right.Edit);
        var scopes = reach.IsEverywhere ? Countries().Append(Scopes.Campaign) : reach.Scopes;

        return
        [
            .. scopes.Distinct().Where(scope => Rights.May(by, Right.Edit, scope, Variant.Neutral))
                .OrderBy(scope => scope != Scopes.Campaign).ThenBy(scope => scope, StringComparer.Ordinal),
        ];
    }

    public IReadOnlyList<string> LanguagesOf(string scope) => ScopeLanguages.Of(published.Current, scope);

    /// <summary>The field that the title is the value of; none if the type has no such field.</summary>
    public static Field? TitleOf(ContentType type) => ItemTitles.FieldsOf(type) is [var first, ..] ? first : null;

    /// <summary>Creates the item as the last of its neighbours; its title becomes the first draft.</summary>
    /// <returns>The item with the locale in which it was begun.</returns>
    public async Task<(CreateResult Result, string Locale)> CreateAsync(NewItem wanted, string title, string locale, Editor by, CancellationToken ct)
    {
        var type = Find(wanted.Type);
        var field = type is null ? null : TitleOf(type);
        var begun = field is { Localized: true } || type is { HasNeutralFields: false } ? locale : Variant.Neutral;
        var last = await db.Items.Where(item => item.Type == wanted.Type && item.Scope == wanted.Scope).MaxAsync(item => (int?)item.Order, ct);
        var result = await drafts.CreateAsync(wanted with { Order = last + 1 ?? 0 }, by, ct);

        if (result.Item is { } item && field is not null && field.Parse(title) is { } value)
        {
            var values = ContentValues.Parse(new JsonObject { [field.Name] = value }.ToJsonString());
            await drafts.SaveAsync(new() { ItemId = item.Id, Locale = begun, Values = values }, by, ct);
        }

        return (result, begun);
    }

    private static IEnumerable<string> Countries() => CultureInfo.GetCultures(CultureTypes.SpecificCultures)
        .Select(culture => new RegionInfo(culture.Name).TwoLetterISORegionName).Where(Scopes.IsCountry);
}
