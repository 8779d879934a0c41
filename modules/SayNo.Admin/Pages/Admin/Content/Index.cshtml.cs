using SayNo.Admin.Bulk;
using SayNo.Admin.Lists;
using SayNo.Content;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Web.Admin;

namespace SayNo.Admin.Pages.Admin.Content;

/// <summary>The list of all that the editor may read, narrowed, searched and ordered by its address.</summary>
public sealed class IndexModel(ItemList list, PublishedContent published) : AdminPage
{
    public ItemFilter Filter { get; private set; } = new();

    public FoundItems Found { get; private set; } = new([], 0, 1, 1);

    public IReadOnlyList<string> Scopes { get; private set; } = [];

    public IEnumerable<ContentType> Types => published.Current.Types.Values.OrderBy(type => L[type.DisplayName].Value, StringComparer.Create(L.Culture, ignoreCase: true));

    public IEnumerable<string> Locales => published.Current.Locales.Supported.OrderBy(Name, StringComparer.Create(L.Culture, ignoreCase: true));

    public bool MayCreate => Editor.Grants.Count > 0 && Rights.Reach(Editor, Right.Edit) is { } reach && (reach.IsEverywhere || reach.Scopes.Count > 0);

    /// <summary>What can be done with several items at once.</summary>
    public IReadOnlyList<BulkAct> Acts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Filter = ItemFilter.Read(Request.Query);
        Found = await list.FindAsync(Filter, L.Culture.Name, Editor, ct);
        Scopes = await list.ScopesAsync(Editor, ct);
        Acts = [.. BulkActs.All.Where(act => Found.Items.Any(item => CanAct(act, item.Row)))];
    }

    public bool CanAct(ItemRow row) => Acts.Any(act => CanAct(act, row));

    public IEnumerable<VariantRow> VariantsOf(ItemRow row) =>
        row.Variants.Where(variant => Filter.Locale is null || variant.Locale == Filter.Locale);

    public string TypeName(string name) => L[published.Current.Types.GetValueOrDefault(name)?.DisplayName ?? name].Value;

    public string Name(string locale) => StateWords.Locale(locale, L);

    private bool CanAct(BulkAct act, ItemRow row) => row.Variants.Any(variant => Rights.May(Editor, act.Right(), row.Scope, variant.Locale));
}
