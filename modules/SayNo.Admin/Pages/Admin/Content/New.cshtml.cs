using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SayNo.Admin.Items;
using SayNo.Admin.Lists;
using SayNo.Content;
using SayNo.Content.Fields;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Web.Admin;

namespace SayNo.Admin.Pages.Admin.Content;

/// <summary>Begins something new: first its kind and owner, then its title.</summary>
public sealed class NewModel(NewItemForm form, Rights rights) : AdminPage
{
    public ContentType? Type { get; private set; }

    public string Scope { get; private set; } = "";

    [BindProperty]
    public string Title { get; set; } = "";

    [BindProperty]
    public string Slug { get; set; } = "";

    [BindProperty]
    public string Locale { get; set; } = "";

    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    public IReadOnlyList<string> Scopes => NewItemForm.ScopesOf(Editor);

    public IReadOnlyList<string> Languages => [.. form.LanguagesOf(Scope).Where(locale => Rights.May(Editor, Right.Edit, Scope, locale))];

    public IEnumerable<ContentType> Types => form.Types.OrderBy(type => L[type.DisplayName].Value, StringComparer.Create(L.Culture, ignoreCase: true));

    public Field? TitleField => Type is null ? null : NewItemForm.TitleOf(Type);

    public bool AsksForLanguage => TitleField is { Localized: true } && Languages.Count > 1;

    public void OnGet(string? type, string? scope) => Read(type, scope);

    public async Task<IActionResult> OnPostAsync(string? type, string? scope, CancellationToken ct)
    {
        Read(type, scope);

        if (Type is null)
        {
            return Page();
        }

        (Title, Slug) = ((Title ?? "").Trim(), (Slug ?? "").Trim());
        Locale = Languages.Contains(Locale) ? Locale : Languages is [var main, ..] ? main : Variant.Neutral;
        Problems = [.. Check()];

        if (Problems.Count > 0)
        {
            return Refused();
        }

        var wanted = new NewItem { Type = Type.Name, Scope = Scope, Slug = Slug };
        var (result, locale) = await form.CreateAsync(wanted, Title, Locale, Editor, ct);

        if (result.Item is { } item)
        {
            return Redirect($"/admin/content/{item.Id}/{LocaleInAddress.Of(locale)}?notice=created");
        }

        Problems = [.. result.Problems.Select(problem => problem with { Field = nameof(Slug) })];

        return Refused();
    }

    public Problem? ProblemOf(string field) => Problems.FirstOrDefault(problem => problem.Field == field);

    private IEnumerable<Problem> Check()
    {
        if (Title.Length == 0)
        {
            yield return new(nameof(Title), L["{0} is missing. Please fill it in.", L[TitleField?.Label ?? "Title"].Value].Value);

            yield break;
        }

        Slug = Slug.Length == 0 ? Slugs.Propose(Title) : Slug;

        if (!Slugs.IsValid(Slug))
        {
            yield return new(nameof(Slug), L["The name in addresses needs small letters a-z, digits and single hyphens, at most {0} of them.", Slugs.MaxLength].Value);
        }
    }

    // What the address asks for wrongly is asked for again; what is not theirs is refused.
    private void Read(string? type, string? scope)
    {
        Scope = SayNo.Content.Scopes.IsValid(scope) ? scope ?? "" : "";

        if (Scope.Length > 0)
        {
            rights.Demand(Editor, Right.Edit, Scope, Variant.Neutral);
            Type = form.Find(type);
        }
    }

    private PageResult Refused()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;

        return Page();
    }
}
