using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SayNo.Campaign;
using SayNo.Campaign.Links;
using SayNo.Campaign.Storage;
using SayNo.Content.Published;
using SayNo.Content.Storage;
using SayNo.Testing;

namespace SayNo.Web.Tests.Campaign.Links;

public sealed class LinkChecksOnSqliteTests() : LinkChecksTests(DatabaseKind.Sqlite);

public sealed class LinkChecksOnPostgreSqlTests() : LinkChecksTests(DatabaseKind.PostgreSql);

/// <summary>What becomes of published addresses over days, on a real database against a server on this machine.</summary>
public abstract class LinkChecksTests(DatabaseKind kind) : IAsyncLifetime
{
    private readonly StoppedClock _clock = new();
    private OtherServer _server = null!;
    private TestSite _site = null!;
    private IServiceProvider _node = null!;

    public async Task InitializeAsync()
    {
        _server = await OtherServer.StartAsync();
        _site = await TestSite.CreateAsync(kind);
        _node = Node();
        await _node.GetRequiredService<CmsSchema>().PrepareAsync(default);
    }

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Every_published_address_is_asked_once_a_day_and_forgotten_when_it_is_no_longer_public()
    {
        var contact = Show("/fine");

        await RoundAsync();
        await RoundAsync();
        Assert.Single(_server.Requests);
        Assert.Equal((LinkState.Works, _clock.Now), await StateAsync("/fine"));

        _clock.Now += TimeSpan.FromDays(1);
        await RoundAsync();
        Assert.Equal(2, _server.Requests.Count);

        Published.Show(Published.Current.Unpublish(contact));
        await RoundAsync();
        Assert.Empty(await AllAsync());
    }

    [Fact]
    public async Task What_is_not_there_is_broken_at_once_and_another_failure_only_when_it_comes_back_the_next_day()
    {
        Show("/404", "/500");

        await RoundAsync();
        Assert.Equal(LinkState.Broken, (await StateAsync("/404")).State);
        Assert.Equal(LinkState.Failing, (await StateAsync("/500")).State);

        _clock.Now += TimeSpan.FromDays(1);
        await RoundAsync();
        Assert.Equal(LinkState.Broken, (await StateAsync("/500")).State);
    }

    [Fact]
    public async Task Who_fails_for_long_is_asked_less_often_and_who_answers_again_is_well()
    {
        Show("/500");
        var asked = new List<int>();

        for (var day = 0; day < 16; day++)
        {
            var before = _server.Requests.Count;
            await RoundAsync();

            if (_server.Requests.Count > before)
            {
                asked.Add(day);
            }

            _clock.Now += TimeSpan.FromDays(1);
        }

        Assert.Equal([0, 1, 2, 4, 8, 15], asked);
    }

    [Fact]
    public async Task Where_an_address_leads_by_now_is_noted()
    {
        Show("/hops/2");

        await RoundAsync();

        Assert.Equal(_server.Url("/fine").AbsoluteUri, Assert.Single(await AllAsync()).LeadsTo);
    }

    [Fact]
    public async Task A_server_that_turns_programs_away_is_left_to_people()
    {
        Show("/403");

        await RoundAsync();

        Assert.Equal(LinkState.Unclear, (await StateAsync("/403")).State);
    }

    [Fact]
    public async Task When_nothing_can_be_reached_the_fault_is_looked_for_here()
    {
        Show("/a", "/b", "/c", "/d", "/e", "/f");
        await _server.DisposeAsync();

        await RoundAsync();

        Assert.Equal(2, (await AllAsync()).Count(check => check.State == LinkState.Failing));
        Assert.Equal(4, (await AllAsync()).Count(check => check.State == LinkState.NotChecked && check.NextAt == _clock.Now.AddHours(1)));
    }

    [Fact]
    public async Task Two_nodes_share_the_work()
    {
        Show("/fine", "/hops/1", "/416", "/429");
        var other = Node();
        other.GetRequiredService<PublishedContent>().Show(Published.Current);

        await Task.WhenAll(RoundAsync(), RoundAsync(other));

        Assert.Equal(4, (await AllAsync()).Count(check => check.State != LinkState.NotChecked));
        Assert.Single(_server.Requests, asked => asked.Path == "/hops/1");
    }

    [Fact]
    public async Task Nothing_is_asked_unless_the_site_is_set_to_and_says_who_it_is()
    {
        Show("/fine");

        foreach (var (enabled, address) in new[] { ("false", "https://sayno.example"), ("true", "") })
        {
            var runner = Node(("SayNo:LinkCheck:Enabled", enabled), ("SayNo:Address", address)).GetServices<IHostedService>().OfType<LinkCheckRunner>().Single();
            await runner.StartAsync(default);
            await runner.ExecuteTask!.WaitAsync(TimeSpan.FromSeconds(30));
        }

        Assert.Empty(_server.Requests);
    }

    [Fact]
    public async Task A_site_that_is_set_to_asks_by_itself()
    {
        var node = Node(("SayNo:LinkCheck:Enabled", "true"));
        node.GetRequiredService<PublishedContent>().Show(Picture("/fine", "/404"));
        var runner = node.GetServices<IHostedService>().OfType<LinkCheckRunner>().Single();

        await runner.StartAsync(default);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));

        while ((await AllAsync()).Count(check => check.State != LinkState.NotChecked) < 2)
        {
            await Task.Delay(20, patience.Token);
        }

        await runner.StopAsync(default);
        Assert.Equal(LinkState.Broken, (await StateAsync("/404")).State);
    }

    private PublishedContent Published => _node.GetRequiredService<PublishedContent>();

    private IServiceProvider Node(params (string Name, string Value)[] settings) => _site.AddNode(services =>
    {
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("SayNo:Address", "https://sayno.example"), new("SayNo:LinkCheck:AllowLoopback", "true"), new("SayNo:LinkCheck:Pause", "00:00:00"),
        ]).AddInMemoryCollection(settings.Select(one => KeyValuePair.Create(one.Name, (string?)one.Value))).Build());
        services.AddSingleton<TimeProvider>(_clock);
        new CampaignModule().Add(services);
    });

    private PublishedItem Show(params string[] paths)
    {
        var picture = Picture(paths);
        Published.Show(picture);

        return picture.OfType("CountryContact", "DE").First();
    }

    private Picture Picture(params string[] paths)
    {
        var campaign = RecipePicture.Campaign;

        return campaign.Unpublish([.. campaign.All]).Publish([.. paths.Select((path, i) =>
            Edits.New("CountryContact", "DE", $"contact-{i}").With("Website", new JsonObject { ["Url"] = _server.Url(path).AbsoluteUri }))]);
    }

    private async Task RoundAsync(IServiceProvider? node = null)
    {
        await _site.WithAsync<LinkChecks, bool>(async checks => { await checks.FollowAsync(default); return true; }, node ?? _node);

        while (await _site.WithAsync<LinkChecks, bool>(checks => checks.AskNextAsync(default), node ?? _node))
        {
        }
    }

    private Task<List<LinkCheck>> AllAsync() => _site.WithAsync<CampaignDb, List<LinkCheck>>(db => db.LinkChecks.AsNoTracking().ToListAsync(), _node);

    private async Task<(LinkState State, DateTime? CheckedAt)> StateAsync(string path)
    {
        var check = (await AllAsync()).Single(one => one.Url == _server.Url(path).AbsoluteUri);

        return (check.State, check.CheckedAt);
    }
}
