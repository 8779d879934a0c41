using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SayNo.Content.Published;
using SayNo.Web.Caching;

namespace SayNo.Web.Api;

/// <summary>A request to the API whose query has been read and found right, and the picture that it is answered from.</summary>
public sealed class ApiRequest(HttpContext context, Picture picture, ApiOperation operation)
{
    public HttpContext Context => context;

    public Picture Picture => picture;

    public ApiOperation Operation => operation;

    /// <summary>The language that was asked for; none if none was.</summary>
    public string? AskedLocale { get; init; }

    /// <summary>The language to answer in.</summary>
    public string Locale => AskedLocale ?? picture.Locales.Main;

    public string? Country { get; init; }

    public string? Kind { get; init; }

    public PageCursor? Cursor { get; init; }

    public int Limit { get; init; } = QueryParameter.LimitUnlessTold;

    /// <summary>1 for the first.</summary>
    public int Page { get; init; } = 1;

    /// <summary>What to look for; empty if the resource is no search.</summary>
    public string Words { get; init; } = "";

    /// <summary>The moment that the answer is made for, UTC.</summary>
    public DateTime AskedAt { get; } = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;

    /// <summary>Handlers take the request as a parameter; it was read before they were called.</summary>
    public static ValueTask<ApiRequest?> BindAsync(HttpContext context) => new(context.Features.Get<ApiRequest>());

    /// <summary>The query that means the same, in the one form that caches know: known parameters in alphabetical order, without what goes without saying.</summary>
    public string QueryWith(PageCursor? cursor) => QueryWith(cursor, Page);

    /// <summary>The same for another page.</summary>
    public string QueryWith(PageCursor? cursor, int page)
    {
        var parts = new List<string>(7);
        Add("country", Country);
        Add("cursor", cursor?.ToString());
        Add("kind", Kind);
        Add("limit", Limit == QueryParameter.LimitUnlessTold ? null : FormattableString.Invariant($"{Limit}"));
        Add("locale", AskedLocale == picture.Locales.Main ? null : AskedLocale);
        Add("page", page == 1 ? null : FormattableString.Invariant($"{page}"));
        Add("q", Words.Length == 0 ? null : Words);

        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                parts.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }
    }

    /// <summary>Answers from the cache, or with what <paramref name="make"/> makes of the picture.</summary>
    /// <param name="path">The canonical address without query.</param>
    /// <param name="make">Makes the answer to exactly this path and query.</param>
    public Task AnswerAsync(string path, Func<Answer> make) => AnswerAsync(path, () => ValueTask.FromResult(make()));

    /// <inheritdoc cref="AnswerAsync(string, Func{Answer})"/>
    public Task AnswerAsync(string path, Func<ValueTask<Answer>> make) => context.RequestServices.GetRequiredService<ResponseCache>()
        .ServeAsync(context, path, QueryWith(Cursor), picture, make);

    /// <summary>Answers what somebody typed: with an ETag like every answer, but kept by nobody on the way, and not here either.</summary>
    public Task AnswerUnkeptAsync(Answer answer) => context.RequestServices.GetRequiredService<ResponseCache>()
        .WriteUnkeptAsync(context, picture, answer with { Headers = [.. answer.Headers, UnkeptAnswer.ForWhoAsked] });

    public Task RefuseAsync(ApiProblem problem) => problem.WriteAsync(context);
}
