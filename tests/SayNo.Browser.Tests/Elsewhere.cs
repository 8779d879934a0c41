using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SayNo.Browser.Tests;

/// <summary>The rest of the internet: answers for every host, so that no test leaves the machine, and keeps what it was asked.</summary>
public sealed class Elsewhere : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Request> _requests = [];

    private Elsewhere()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listener => listener.UseHttps(Certificate())));
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public int Port { get; private set; }

    /// <summary>What browsers asked of other hosts so far.</summary>
    public IReadOnlyCollection<Request> Requests => _requests;

    public static async Task<Elsewhere> StartAsync()
    {
        var elsewhere = new Elsewhere();
        await elsewhere._app.StartAsync();
        var addresses = elsewhere._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        elsewhere.Port = new Uri(addresses.Single()).Port;

        return elsewhere;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path == "/favicon.ico")
        {
            // The tab icon of a page of elsewhere is asked for by that page, not by ours.
            context.Response.StatusCode = StatusCodes.Status404NotFound;

            return Task.CompletedTask;
        }

        _requests.Enqueue(new(context.Request.Host.Host, context.Request.Path, context.Request.Headers.Referer.ToString(),
            context.Request.Headers.Origin.ToString()));
        context.Response.ContentType = "text/html; charset=utf-8";

        return context.Response.WriteAsync("<!doctype html><html lang=en><title>Elsewhere</title><h1>Elsewhere</h1>", context.RequestAborted);
    }

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=elsewhere", key, HashAlgorithmName.SHA256);
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));

        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    /// <summary>One request that left the site.</summary>
    public sealed record Request(string Host, string Path, string Referer, string Origin);
}
