using Microsoft.AspNetCore.Http;
using SayNo.Content.Published;
using SayNo.Web.Caching;

namespace SayNo.Web.Pages;

/// <summary>Answers with a page of the theme, from the response cache where it has it.</summary>
public sealed class PublicPages(PageRenderer renderer, ResponseCache cache)
{
    private static readonly KeyValuePair<string, string>[] ForReader =
        [new("Cache-Control", "private, no-cache"), new("Vary", "Accept-Encoding, Accept-Language")];

    /// <summary>A page that is the same for everybody who asks for its address; <see cref="PageFrame.Path"/> is its key.</summary>
    public Task ServeAsync<T>(HttpContext context, Picture picture, PageSource<T> page) =>
        cache.ServeAsync(context, page.Frame.Path ?? "/", "", picture, () => AnswerAsync(context, page, []));

    /// <summary>A page that depends on the language the browser asks for, so that no shared cache may keep it.</summary>
    /// <param name="context">The request.</param>
    /// <param name="picture">What the page is made of.</param>
    /// <param name="variant">Names all that the page depends on beside its address and the picture.</param>
    /// <param name="page">Makes the page.</param>
    public Task ServeForReaderAsync<T>(HttpContext context, Picture picture, string variant, Func<PageSource<T>> page) =>
        cache.ServeAsync(context, $"*{context.Request.Path}", variant, picture, () => AnswerAsync(context, page(), ForReader));

    /// <summary>A page that holds what somebody typed: it is kept nowhere.</summary>
    public async Task ServeUnkeptAsync<T>(HttpContext context, PageSource<T> page)
    {
        await UnkeptAnswer.WriteAsync(context, await AnswerAsync(context, page, ForReader));
    }

    private async ValueTask<Answer> AnswerAsync<T>(HttpContext context, PageSource<T> page, IReadOnlyList<KeyValuePair<string, string>> headers) =>
        new()
        {
            Body = await renderer.RenderAsync(context, page.View, page.Frame, page.Model),
            ContentType = PageRenderer.Html,
            MadeOf = page.MadeOf,
            ChangedAt = page.ChangedAt,
            ValidUntil = page.ValidUntil,
            Headers = [new("Content-Language", page.Frame.Locale), .. headers],
        };
}

/// <summary>A page, and what it was made of.</summary>
public sealed record PageSource<T>
{
    /// <summary>Name of the view.</summary>
    public required string View { get; init; }

    public required PageFrame Frame { get; init; }

    public required T Model { get; init; }

    /// <summary>See <see cref="Answer.MadeOf"/>.</summary>
    public required IReadOnlyCollection<string> MadeOf { get; init; }

    public DateTime? ChangedAt { get; init; }

    public DateTime? ValidUntil { get; init; }
}
