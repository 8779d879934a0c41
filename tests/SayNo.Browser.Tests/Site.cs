using SayNo.Testing;

namespace SayNo.Browser.Tests;

/// <summary>The tests that share one running site and one browser.</summary>
[CollectionDefinition(Name)]
public sealed class InTheBrowser : ICollectionFixture<Site>, ICollectionFixture<Chromium>
{
    public const string Name = "Site in a browser";
}

/// <summary>The tests of the admin: a browser of their own lets them run beside those of the public pages.</summary>
[CollectionDefinition(Name)]
public sealed class AtADesk : ICollectionFixture<Chromium>
{
    public const string Name = "Admin in a browser";
}

/// <summary>The one site of the public pages' tests.</summary>
public sealed class Site : IAsyncLifetime
{
    private RunningSite? _running;

    public RunningSite Running => _running ?? throw new InvalidOperationException("The site has not been started.");

    public string At(string path) => new Uri(Running.Address, path).ToString();

    public async Task InitializeAsync() => _running = await RunningSite.StartAsync(CancellationToken.None);

    public async Task DisposeAsync()
    {
        if (_running is not null)
        {
            await _running.DisposeAsync();
        }
    }
}
