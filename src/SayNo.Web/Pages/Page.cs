using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Razor.Internal;
using SayNo.Web.Localization;

namespace SayNo.Web.Pages;

/// <summary>What a theme's view can say and knows of its page.</summary>
public abstract class Page<T> : RazorPage<T>
{
    private PoLocalizer? _texts;

    [RazorInject]
    public required PoCatalogs Catalogs { get; init; }

    [RazorInject]
    public required Theme Theme { get; init; }

    public PageFrame Frame => (PageFrame)ViewData[PageFrame.Key]!;

    public string Locale => Frame.Locale;

    /// <summary>The interface's texts in the language of the page.</summary>
    public PoLocalizer L => _texts ??= Catalogs.For(Frame.Locale);

    /// <summary>Direction of the page's script.</summary>
    public string Direction => LocaleNames.IsRightToLeft(Locale) ? "rtl" : "ltr";

    /// <summary>A telephone number, an address or a name of another script: kept in its own direction within the sentence.</summary>
    protected IHtmlContent Bdi(string text) =>
        new HtmlContentBuilder().AppendHtml("<bdi dir=\"ltr\">").Append(text).AppendHtml("</bdi>");
}
