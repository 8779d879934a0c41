using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using System.Security.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace SayNo.Campaign.Links;

/// <summary>
/// Asks one address whether it still answers: its headers alone, no more than one request a second, and five redirects. It keeps no
/// cookies, reads no bodies, and says who it is.
/// </summary>
public sealed class LinkProbe : IDisposable
{
    /// <summary>The setting with the public address of the site, which the servers that are asked get to see.</summary>
    public const string AddressSetting = "SayNo:Address";

    private const int MostRedirects = 5;

    private readonly LinkCheckOptions _options;
    private readonly TimeProvider _time;
    private readonly HttpMessageInvoker _http;
    private readonly string _userAgent;
    private long _lastAt;

    public LinkProbe(IOptions<LinkCheckOptions> options, IConfiguration settings, TimeProvider time)
    {
        _options = options.Value;
        _time = time;
        _userAgent = $"SayNo-LinkCheck/{Version} (+{settings[AddressSetting]?.TrimEnd('/') ?? "no address set"})";
        var guard = new GuardedConnection(_options.AllowLoopback);
        _http = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,

            // A proxy would open connections that the guard never sees.
            UseProxy = false,
            ConnectCallback = (context, ct) => guard.OpenAsync(context.DnsEndPoint, ct),
            MaxResponseDrainSize = 0,
            MaxResponseHeadersLength = 32,
            PooledConnectionLifetime = TimeSpan.Zero,
        });
    }

    private static string Version => typeof(LinkProbe).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "1.0";

    public async Task<LinkFinding> AskAsync(Uri url, CancellationToken ct)
    {
        var at = url;

        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            if (at.Scheme is not ("https" or "http"))
            {
                return new(LinkFault.Forbidden, null, Other(url, at));
            }

            var (finding, next) = await AskOneAsync(at, ct);

            if (next is null)
            {
                return finding with { LeadsTo = Other(url, at) };
            }

            at = next;
        }

        return new(LinkFault.TooManyRedirects, null, Other(url, at));
    }

    public void Dispose() => _http.Dispose();

    private async Task<(LinkFinding Finding, Uri? Next)> AskOneAsync(Uri url, CancellationToken ct)
    {
        var first = await SendAsync(HttpMethod.Head, url, ct);

        // Some servers know no HEAD, or answer it wrongly: only what a GET says counts against them.
        return first.Finding.Fault == LinkFault.None || first.Finding.Status is null ? first : await SendAsync(HttpMethod.Get, url, ct);
    }

    private async Task<(LinkFinding Finding, Uri? Next)> SendAsync(HttpMethod method, Uri url, CancellationToken ct)
    {
        await WaitForTurnAsync(ct);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(_options.Timeout);
        using var request = new HttpRequestMessage(method, url);
        request.Headers.TryAddWithoutValidation("User-Agent", _userAgent);
        request.Headers.TryAddWithoutValidation("Accept", "text/html,*/*;q=0.8");

        if (method == HttpMethod.Get)
        {
            request.Headers.Range = new RangeHeaderValue(0, 0);
        }

        try
        {
            // The headers are here; disposing closes the connection before the body comes.
            using var answer = await _http.SendAsync(request, patience.Token);

            return Read(answer, url);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return (new(LinkFault.TooSlow), null);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return (new(FaultOf(exception)), null);
        }
    }

    private static (LinkFinding Finding, Uri? Next) Read(HttpResponseMessage answer, Uri url)
    {
        var status = (int)answer.StatusCode;

        if (status is 301 or 302 or 303 or 307 or 308 && answer.Headers.Location is { } location)
        {
            return Uri.TryCreate(url, location, out var next) ? (new(LinkFault.None, status), next) : (new(LinkFault.NoAnswer, status), null);
        }

        var fault = answer.StatusCode switch
        {
            HttpStatusCode.NotFound or HttpStatusCode.Gone => LinkFault.NotFound,
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests => LinkFault.TurnedAway,

            // A page without content has no first byte to give.
            HttpStatusCode.RequestedRangeNotSatisfiable => LinkFault.None,
            _ => status >= 400 ? LinkFault.ErrorAnswer : LinkFault.None,
        };

        return (new(fault, status), null);
    }

    private static LinkFault FaultOf(Exception exception)
    {
        var chain = new List<Exception>();

        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            chain.Add(inner);
        }

        // The framework wraps what the guard throws in an error of the connection.
        return chain.OfType<ForbiddenAddressException>().Any() ? LinkFault.Forbidden
            : chain.OfType<AuthenticationException>().Any() ? LinkFault.Certificate
            : chain.OfType<HttpRequestException>().Select(one => one.HttpRequestError).FirstOrDefault() switch
            {
                HttpRequestError.NameResolutionError => LinkFault.NoSuchName,
                HttpRequestError.ConnectionError => LinkFault.NoConnection,
                HttpRequestError.SecureConnectionError => LinkFault.Certificate,
                _ => LinkFault.NoAnswer,
            };
    }

    private async Task WaitForTurnAsync(CancellationToken ct)
    {
        var left = _options.Pause - _time.GetElapsedTime(_lastAt);

        if (_lastAt != 0 && left > TimeSpan.Zero)
        {
            await Task.Delay(left, _time, ct);
        }

        _lastAt = _time.GetTimestamp();
    }

    // A slash more at the end, or a capital letter in the name of the server, is the same place.
    private static string? Other(Uri asked, Uri reached) => Place(asked) == Place(reached) ? null : reached.AbsoluteUri;

    private static string Place(Uri url) => url.GetComponents(UriComponents.HttpRequestUrl, UriFormat.SafeUnescaped).TrimEnd('/');
}
