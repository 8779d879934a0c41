using System.Net;
using SayNo.Testing;

namespace SayNo.Web.Tests.Site;

/// <summary>The whole public site, read once by following every link of the start page and of the pages that the campaign's recipe asks for.</summary>
public sealed class CrawledSite : IAsyncLifetime
{
    private readonly Dictionary<string, CrawledPage> _answers = new(StringComparer.Ordinal);
    private RunningSite? _running;

    public RunningSite Running => _running ?? throw new InvalidOperationException("The site has not been started.");

    public HttpClient Http => Running.Visitor;

    public IReadOnlyDictionary<string, CrawledPage> Answers => _answers;

    /// <summary>The pages that visitors read.</summary>
    public IEnumerable<CrawledPage> Pages => _answers.Values.Where(page => page.IsPublic && page.Status == HttpStatusCode.OK);

    /// <summary>The pages of the countries.</summary>
    public IEnumerable<(CountryAddress Address, CrawledPage Page)> Countries =>
        CampaignPages.Countries.Select(address => (address, _answers[address.Path]));

    public async Task InitializeAsync()
    {
        _running = await RunningSite.StartAsync(CancellationToken.None);
        await FollowAsync(["/", "/api", .. CampaignPages.Countries.SelectMany(address => new[] { address.Path, address.FilmPath }), .. CampaignPages.TextPaths]);
    }

    public async Task DisposeAsync()
    {
        if (_running is not null)
        {
            await _running.DisposeAsync();
        }
    }

    /// <summary>Fails with every problem of every page at once, so that one run shows what is to be mended.</summary>
    public void EveryPage(Func<CrawledPage, IEnumerable<string>> problemsOf)
    {
        var problems = Pages.SelectMany(page => problemsOf(page).Select(problem => $"{page.Path}: {problem}")).ToList();

        Assert.True(problems.Count == 0, $"{problems.Count} problems:\n{string.Join('\n', problems.Take(60))}");
    }

    private async Task FollowAsync(IEnumerable<string> start)
    {
        var waiting = new Queue<string>(start);

        while (waiting.TryDequeue(out var path))
        {
            if (_answers.ContainsKey(path))
            {
                continue;
            }

            using var answer = await Http.GetAsync(new Uri(path, UriKind.Relative));
            var page = await CrawledPage.ReadAsync(path, answer, CancellationToken.None);
            _answers.Add(path, page);

            foreach (var address in page.OwnAddresses().Append(answer.Headers.Location?.ToString()).OfType<string>())
            {
                waiting.Enqueue(WithoutFragment(address.StartsWith('?') ? path.Split('?')[0] + address : address));
            }
        }
    }

    private static string WithoutFragment(string address) => address.Split('#')[0];
}

/// <summary>The tests that read the crawled site.</summary>
[CollectionDefinition(Name)]
public sealed class OnTheSite : ICollectionFixture<CrawledSite>
{
    public const string Name = "The whole site over HTTP";
}
