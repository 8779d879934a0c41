using SayNo.Admin.Lists;
using SayNo.Admin.Translating;
using SayNo.Content;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Content.Translating;
using SayNo.Web.Admin;

namespace SayNo.Admin.Pages.Admin.Translation;

/// <summary>How far the translations of the countries are, in numbers, and one click to the first outdated one.</summary>
public sealed class IndexModel(TranslationMatrix matrix, PublishedContent published, TimeProvider clock) : AdminPage
{
    private MatrixView? _view;

    public MatrixFilter Filter { get; private set; } = new();

    public MatrixView View => _view ?? throw new InvalidOperationException("The matrix has not been read yet.");

    public IEnumerable<ContentType> Types => published.Public.Types.Values.Where(type => type.HasLocalizedFields)
        .OrderBy(type => L[type.DisplayName].Value, Words);

    public IEnumerable<string> Locales => published.Public.Locales.Supported.OrderBy(Language, Words);

    public IEnumerable<string> Scopes => View.Scopes.Union(Filter.Scope is { } scope ? [scope] : []).OrderBy(Country, Words);

    private StringComparer Words => StringComparer.Create(L.Culture, ignoreCase: true);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Filter = MatrixFilter.Read(Request.Query);
        _view = await matrix.OfAsync(Filter, Editor, L, ct);
    }

    public string Country(string scope) => ScopeNames.Of(scope, L);

    public string Language(string locale) => StateWords.Locale(locale, L);

    public string TypeName(string name) => L[published.Public.Types.GetValueOrDefault(name)?.DisplayName ?? name].Value;

    /// <summary>Full hours since a moment.</summary>
    public string Hours(DateTime since) => L.Plural((long)(clock.GetUtcNow().UtcDateTime - since).TotalHours, "{0} hour", "{0} hours");

    public bool MayEdit(MatrixText text) => Rights.May(Editor, Right.Edit, text.Scope, text.Locale);

    /// <summary>Where a text is translated.</summary>
    public static string PathOf(string itemId, string locale) => $"/admin/content/{itemId}/{locale}/translate";

    public static string PathOf(TranslationState text) => PathOf(text.ItemId, text.Locale);
}
