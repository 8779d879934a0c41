using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SayNo.Content;
using SayNo.Content.Fields;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Media.Library;
using SayNo.Media.Storage;
using SayNo.Web.Admin;
using SayNo.Web.Localization;

namespace SayNo.Media.Pages.Admin.Media;

/// <summary>One file: what it is, where it is used, and what can be done with it.</summary>
public sealed class OneModel(MediaList list, MediaDesk desk, MediaUses uses, PictureTexts texts, PublishedContent published) : AdminPage
{
    private MediaItem? _item;

    public MediaItem Item => _item ?? throw new InvalidOperationException("The page is shown without a file.");

    public IReadOnlyList<MediaUse> Uses { get; private set; } = [];

    /// <summary>What the picture shows, by locale.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; private set; } = new Dictionary<string, string>();

    /// <summary>The languages in which somebody may say it, those of the owner first.</summary>
    public IReadOnlyList<string> Languages { get; private set; } = [];

    /// <summary>The language that is asked for.</summary>
    public string Language => Request.Query["language"].ToString() is { Length: > 0 } asked && Languages.Contains(asked) ? asked
        : Languages.FirstOrDefault(one => !Texts.ContainsKey(one)) ?? Languages[0];

    public bool MayEdit => Rights.May(Editor, Right.Edit, Item.Scope, Variant.Neutral);

    public Sentence? Refusal { get; private set; }

    public string? Notice => MediaWords.Notice(Request.Query["notice"], L);

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct) => await ReadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostChangeAsync(string id, string? name, int? focusX, int? focusY, CancellationToken ct)
    {
        if (await list.FindAsync(id, Editor, ct) is not { } item)
        {
            return NotFound();
        }

        return await AnswerAsync(id, await desk.ChangeAsync(id, name ?? "", new(focusX ?? item.FocusX, focusY ?? item.FocusY), Editor, ct), "changed", ct);
    }

    public async Task<IActionResult> OnPostDescribeAsync(string id, string? language, string? text, bool isDecorative, CancellationToken ct)
    {
        if (await list.FindAsync(id, Editor, ct) is null)
        {
            return NotFound();
        }

        // A language that the site does not have is nobody's.
        var locale = published.Public.Locales.Find(language ?? "") ?? language ?? "";

        return await AnswerAsync(id, await texts.SaveAsync(id, locale, text ?? "", isDecorative, Editor, ct), "changed", ct);
    }

    public async Task<IActionResult> OnPostDeleteAsync(string id, CancellationToken ct)
    {
        if (await list.FindAsync(id, Editor, ct) is null)
        {
            return NotFound();
        }

        return await desk.DeleteAsync(id, Editor, ct) is { } refusal
            ? await AnswerAsync(id, refusal, "", ct)
            : Redirect($"{MediaFilter.Path}?notice=deleted");
    }

    private async Task<IActionResult> AnswerAsync(string id, Sentence? refusal, string notice, CancellationToken ct)
    {
        if (refusal is null)
        {
            return Redirect($"{MediaFilter.Path}/{id}?notice={notice}");
        }

        Refusal = refusal;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;

        return await ReadAsync(id, ct) ? Page() : NotFound();
    }

    private async Task<bool> ReadAsync(string id, CancellationToken ct)
    {
        if (await list.FindAsync(id, Editor, ct) is not { } item)
        {
            return false;
        }

        _item = item;
        Texts = await texts.OfAsync(id, ct);
        var own = CountryLanguages.Of(published.Public, item.Scope);
        Languages = [.. own.Concat(published.Public.Locales.Supported.Except(own).OrderBy(one => LocaleNames.In(one, L.Culture.Name), StringComparer.Create(L.Culture, ignoreCase: true)))
            .Where(locale => Rights.May(Editor, Right.Edit, item.Scope, locale))];
        Uses = await uses.OfAsync(item, L.Culture.Name, Editor, ct);

        return true;
    }
}
