using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SayNo.Admin.Items;
using SayNo.Admin.Lists;
using SayNo.Content;
using SayNo.Content.Fields;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Web.Admin;

namespace SayNo.Admin.Pages.Admin.Content;

/// <summary>One item: its texts and their states, and where to go on.</summary>
public sealed class ItemModel(ItemOverviews overviews, ContentDrafts drafts, PublishedContent published) : AdminPage
{
    private ItemOverview? _item;

    public ItemOverview Item => _item ?? throw new InvalidOperationException("The item has not been read yet.");

    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    public bool MayDelete => Rights.May(Editor, Right.Delete, Item.Row.Scope, Variant.Neutral);

    public bool MayArrange => Item.Neighbours.Count > 1 && Rights.May(Editor, Right.Publish, Item.Row.Scope, Variant.Neutral);

    public string? OriginalTitle => Item.Row.OverrideOf is { } id ? published.Current.Find(id)?.Slug : null;

    /// <summary>The countries in which the editor may begin an own wording of this item.</summary>
    public IReadOnlyList<string> CountriesToBegin { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct) => await ReadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostOverrideAsync(string id, string country, CancellationToken ct)
    {
        if (!await ReadAsync(id, ct))
        {
            return NotFound();
        }

        var result = await drafts.CreateOverrideAsync(id, country, Editor, ct);

        if (result.Item is { } own)
        {
            return Redirect($"/admin/content/{own.Id}?notice=own-wording");
        }

        Problems = result.Problems;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;

        return Page();
    }

    public bool MayEdit(string locale) => Rights.May(Editor, Right.Edit, Item.Row.Scope, locale);

    public IEnumerable<ScheduledAct> ScheduleOf(string locale) => Item.Schedule.Where(act => act.Locale == locale);

    /// <summary>Whether a language has a text that another can be translated from.</summary>
    public bool HasTexts => Item.Row.Variants.Any(variant => variant is { IsNeutral: false, State: not VariantState.Archived });

    /// <summary>Whether a text can be written beside the one that it is made from.</summary>
    public bool IsTranslation(VariantRow variant) => MayEdit(variant.Locale)
        && (Item.Row.OverrideOf is not null || (!variant.IsNeutral && variant.Locale != Item.Languages.FirstOrDefault(locale => Item.Row[locale] is not null)));

    public string Name(string locale) => StateWords.Locale(locale, L);

    private async Task<bool> ReadAsync(string id, CancellationToken ct)
    {
        _item = await overviews.FindAsync(id, L.Culture.Name, Editor, ct);

        if (_item is not { } item)
        {
            return false;
        }

        CountriesToBegin = CanBeReplaced(item) ? [.. Countries().Except(item.Overrides.Select(one => one.Scope)).Where(IsMine).Order(StringComparer.Ordinal)] : [];

        return true;
    }

    // What has values that are the same in every language is a fact, not a wording.
    private static bool CanBeReplaced(ItemOverview item) =>
        item.Row is { Scope: Scopes.Campaign, OverrideOf: null } && item.Type is { HasLocalizedFields: true, HasNeutralFields: false };

    private IEnumerable<string> Countries()
    {
        var reach = Rights.Reach(Editor, Right.Edit);

        return reach.IsEverywhere ? published.Current.All.Select(item => item.Scope).Distinct() : reach.Scopes;
    }

    private bool IsMine(string scope) => Scopes.IsCountry(scope) && Rights.May(Editor, Right.Edit, scope, Variant.Neutral);
}
