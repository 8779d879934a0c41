using Microsoft.AspNetCore.Mvc;
using SayNo.Admin.Items;
using SayNo.Content.Published;
using SayNo.Web.Admin;

namespace SayNo.Admin.Pages.Admin.Content;

/// <summary>Items to point to: as JSON for the field that asks for them, and as a page for whoever wants to look one up.</summary>
public sealed class PickerModel(ItemPicker picker, PublishedContent published) : AdminPage
{
    [BindProperty(SupportsGet = true, Name = "type")]
    public IReadOnlyList<string> Types { get; set; } = [];

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    public IReadOnlyList<PickedItem> Items { get; private set; } = [];

    public bool HasMore { get; private set; }

    public string TypeName(string name) => L[published.Current.Types.GetValueOrDefault(name)?.DisplayName ?? name].Value;

    public async Task<IActionResult> OnGetAsync(string? format, CancellationToken ct)
    {
        var search = Search is { Length: > 200 } ? Search[..200] : Search ?? "";
        var found = await picker.FindAsync([.. Types.Where(type => type.Length > 0)], search, L.Culture.Name, Editor, ct);
        Items = [.. found.Take(ItemPicker.Most)];
        HasMore = found.Count > ItemPicker.Most;

        return format == "json" || Request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.Ordinal)
            ? new JsonResult(new { items = Items.Select(Json), more = HasMore })
            : Page();
    }

    private object Json(PickedItem item) => new
    {
        id = item.Id,
        title = item.Title,
        lang = item.Locale,
        type = item.Type,
        typeName = TypeName(item.Type),
        scope = item.Scope,
        scopeName = ScopeNames.Of(item.Scope, L),
        isPublic = item.IsPublic,
    };
}
