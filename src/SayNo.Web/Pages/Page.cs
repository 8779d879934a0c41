using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Razor.Internal;
using SayNo.Web.Finding;
using SayNo.Web.Localization;
using SayNo.Web.Previewing;

namespace SayNo.Web.Pages;

/// <summary>What a theme's view can say and knows of its page.</summary>
public abstract class Page<T> : RazorPage<T>
{
    private PoLocalizer? _texts;

    [RazorInject]
    public required PoCatalogs Catalogs { get; init; }

    [RazorInject]
    public required Theme Theme { get; init; }

    [RazorInject]
    public required SiteAddress Site { get; init; }

    [RazorInject]
    public required Cards Cards { get; init; }

    [RazorInject]
    public required ModuleList Modules { get; init; }

    public PageFrame Frame => (PageFrame)ViewData[PageFrame.Key]!;

    public string Locale => Frame.Locale;

    /// <summary>True if the page shows what is not public, and must say so.</summary>
    public bool IsPreview => PreviewAnswer.Find(Context) is not null;

    /// <summary>The interface's texts in the language of the page.</summary>
    public PoLocalizer L => _texts ??= Catalogs.For(Frame.Locale);

    /// <summary>Direction of the page's script.</summary>
    public string Direction => LocaleNames.Direction(Locale);

    /// <summary>A text of Markdown; its links to other texts lead to where this page has them.</summary>
    protected IHtmlContent Markdown(LocalizedText text) => MarkdownText.Html(text.Text, Frame);

    /// <summary>A telephone number, an address or a name of another script: kept in its own direction within the sentence.</summary>
    protected IHtmlContent Bdi(string text) =>
        new HtmlContentBuilder().AppendHtml("<bdi dir=\"ltr\">").Append(text).AppendHtml("</bdi>");

    /// <summary>Words and numbers of the page's language, such as a day and a time, whatever stands around them.</summary>
    protected IHtmlContent Apart(string text) => new HtmlContentBuilder().AppendHtml("<bdi>").Append(text).AppendHtml("</bdi>");

    /// <summary>A name, marked with its language where that is not the page's.</summary>
    protected IHtmlContent InItsLanguage(LocalizedText text) => LanguageOf(text) is { } locale
        ? new HtmlContentBuilder().AppendHtml("<bdi lang=\"").Append(locale).AppendHtml("\">").Append(text.Text).AppendHtml("</bdi>")
        : new HtmlContentBuilder().Append(text.Text);

    /// <summary>A link to another website within a sentence; its host stands in for a text that it lacks.</summary>
    protected static IHtmlContent OutLink(string url, string? text) =>
        new HtmlContentBuilder().AppendHtml("<a href=\"").Append(url).AppendHtml("\" rel=\"noreferrer noopener nofollow\"><bdi>").Append(text ?? new Uri(url).Host).AppendHtml("</bdi></a>");

    /// <summary>A text of the interface with markup in the place of <c>{0}</c>.</summary>
    protected IHtmlContent Fill(string text, IHtmlContent value)
    {
        var localized = L[text].Value;
        var place = localized.IndexOf("{0}", StringComparison.Ordinal);

        return place < 0
            ? new HtmlContentBuilder().Append(localized).Append(" ").AppendHtml(value)
            : new HtmlContentBuilder().Append(localized[..place]).AppendHtml(value).Append(localized[(place + 3)..]);
    }

    /// <summary>The language of a text where it differs from the page's, for its <c>lang</c>; else null, which leaves the attribute out.</summary>
    protected string? LanguageOf(LocalizedText text) => text.Locale.Length > 0 && text.Locale != Locale ? text.Locale : null;

    /// <summary>"Only in English for now", for a text in another language than the page; else null (R20).</summary>
    protected string? FallbackNote(LocalizedText? text) =>
        text is { IsFallback: true } other ? L["Only in {0} for now", LocaleNames.In(other.Locale, Locale)].Value : null;
}
