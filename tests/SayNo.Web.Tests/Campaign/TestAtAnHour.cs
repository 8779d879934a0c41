using Microsoft.Extensions.DependencyInjection;
using SayNo.Content.Published;

namespace SayNo.Web.Tests.Campaign;

/// <summary>A site whose clock and whose published content a test sets as it wants.</summary>
public abstract class TestAtAnHour : IAsyncLifetime
{
    protected TestAtAnHour() => Site = new(builder => builder.Services.AddSingleton<TimeProvider>(Clock));

    private protected StoppedClock Clock { get; } = new();

    private protected SiteUnderTest Site { get; }

    private protected Picture Picture
    {
        get => Site.Published.Current;
        set => Site.Published.Show(value);
    }

    public Task InitializeAsync() => Site.InitializeAsync();

    public Task DisposeAsync() => Site.DisposeAsync();
}
