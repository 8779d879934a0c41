using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SayNo.Content.Published;
using SayNo.Web.Security;

namespace SayNo.Web.Previewing;

/// <summary>Asks the site itself for what it would answer, without a connection.</summary>
public sealed class SiteAnswers(IServiceScopeFactory scopes, SecurityHeaders security)
{
    // A scheduled act may come before the server is ready.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly TaskCompletionSource<RequestDelegate> _site = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What a visitor would get under a public address if the public were as in a picture.</summary>
    /// <exception cref="TimeoutException">The server is not ready yet.</exception>
    public async Task<SiteAnswer> GetAsync(Picture picture, string path, CancellationToken ct)
    {
        var site = await _site.Task.WaitAsync(Patience, ct);
        await using var scope = scopes.CreateAsyncScope();
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider, RequestAborted = ct };
        context.Request.Method = HttpMethods.Get;
        context.Request.Scheme = Uri.UriSchemeHttp;
        context.Request.Host = new("localhost");
        (context.Request.Path, context.Request.QueryString) = Split(path);
        context.Response.Body = body;
        security.AddTo(context);
        await PublishedContent.PreviewAsync(picture, () => site(context));
        await context.Response.CompleteAsync();

        return new(context.Response.StatusCode, context.Response.Headers, body.ToArray());
    }

    internal void Use(RequestDelegate site) => _site.TrySetResult(site);

    private static (PathString Path, QueryString Query) Split(string path) =>
        path.IndexOf('?', StringComparison.Ordinal) is >= 0 and var mark ? (path[..mark], new(path[mark..])) : (path, QueryString.Empty);
}

/// <summary>What the site answers to somebody who takes no content coding.</summary>
public sealed record SiteAnswer(int Status, IHeaderDictionary Headers, ReadOnlyMemory<byte> Body);
