using Microsoft.Playwright;
using SayNo.Testing;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace SayNo.Browser.Tests;

/// <summary>The one browser of a collection; whatever it asks of another host than the site's arrives at <see cref="Elsewhere"/>.</summary>
public sealed class Chromium(IMessageSink console) : IAsyncLifetime
{
    // Expecting ends as soon as it is so; a machine that does much else must not make it fail.
    private const float Patience = 30_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private Elsewhere? _elsewhere;

    public Elsewhere Elsewhere => _elsewhere ?? throw new InvalidOperationException("The browser has not been started.");

    public async Task InitializeAsync()
    {
        var program = await ChromiumProgram.FindOrInstallAsync(text => console.OnMessage(new DiagnosticMessage(text)), CancellationToken.None);
        _elsewhere = await Elsewhere.StartAsync();
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = program,
            Args = Flags(_elsewhere.Port),
            ChromiumSandbox = !Programs.IsRoot,
        });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();

        if (_elsewhere is not null)
        {
            await _elsewhere.DisposeAsync();
        }
    }

    /// <summary>A visitor with a browser profile of their own, which is forgotten when the context is disposed.</summary>
    public Task<IBrowserContext> VisitAsync(int width, int height, BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.ViewportSize = new() { Width = width, Height = height };
        options.IgnoreHTTPSErrors = true;
        options.ReducedMotion = ReducedMotion.Reduce;

        return (_browser ?? throw new InvalidOperationException("The browser has not been started.")).NewContextAsync(options);
    }

    private static string[] Flags(int port) =>
    [
        $"--host-resolver-rules=MAP * 127.0.0.1:{port}, EXCLUDE 127.0.0.1, EXCLUDE localhost",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-domain-reliability",
        "--disable-sync",
        "--no-first-run",
        "--no-pings",
    ];
}
