using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SayNo.Web.Tests.Campaign.Links;

/// <summary>A web server of somebody else, on this machine, that behaves well at some addresses and badly at others.</summary>
public sealed class OtherServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private long _sent;

    private OtherServer(WebApplication app) => _app = app;

    /// <summary>Every request as it came: method, path, and the headers that count.</summary>
    public ConcurrentQueue<Asked> Requests { get; } = [];

    /// <summary>How many bytes of the endless page went out.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    public static async Task<OtherServer> StartAsync(bool isHttps = false)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (isHttps)
            {
                listen.UseHttps(Certificate());
            }
        }));
        var server = new OtherServer(builder.Build());
        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync();

        return server;
    }

    public Uri Url(string path) => new(new Uri(_app.Urls.Single()), path);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        Requests.Enqueue(new(request.Method, request.Path, request.Headers.UserAgent.ToString(), request.Headers.Range.ToString(), request.Headers.Cookie.ToString()));

        switch (request.Path.Value)
        {
            case "/fine":
                response.Headers.SetCookie = "who=you";
                break;
            case "/slow":
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                break;
            case "/endless":
                await PourAsync(context);
                break;
            case "/get-only":
                response.StatusCode = request.Method == "GET" ? 200 : 405;
                break;
            case "/loop":
                response.Redirect("/loop");
                break;
            case { } chain when chain.StartsWith("/hops/", StringComparison.Ordinal):
                var left = chain[^1] - '0';
                response.Redirect(left > 1 ? $"/hops/{left - 1}" : "/fine");
                break;
            case "/to":
                response.Redirect(request.Query["url"].ToString());
                break;
            case { } status when int.TryParse(status.AsSpan(1), out var number):
                response.StatusCode = number;
                break;
            default:
                response.StatusCode = 404;
                break;
        }
    }

    private async Task PourAsync(HttpContext context)
    {
        if (context.Request.Method == "HEAD")
        {
            context.Response.StatusCode = 501;

            return;
        }

        var block = new byte[64 * 1024];

        while (!context.RequestAborted.IsCancellationRequested)
        {
            await context.Response.Body.WriteAsync(block, context.RequestAborted);
            Interlocked.Add(ref _sent, block.Length);

            // What is written after the other side has closed goes nowhere and at once, until the server is told: a pause keeps that from counting.
            await Task.Delay(TimeSpan.FromMilliseconds(10), context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = DateTimeOffset.UtcNow;

        return new CertificateRequest("CN=somebody.example", key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }
}

/// <summary>One request as it came in.</summary>
public sealed record Asked(string Method, string Path, string UserAgent, string Range, string Cookie);
