namespace SayNo.Web.Tests.Admin.Doors;

/// <summary>One guarded site for all tests of a class that leave its places as they were.</summary>
public sealed class SharedDoors : IAsyncLifetime
{
    private GuardedSite? _site;

    internal GuardedSite Site => _site ?? throw new InvalidOperationException("The site has not been started.");

    public async Task InitializeAsync() => _site = await GuardedSite.StartAsync();

    public async Task DisposeAsync()
    {
        if (_site is not null)
        {
            await _site.DisposeAsync();
        }
    }
}
