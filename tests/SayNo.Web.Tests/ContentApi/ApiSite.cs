using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SayNo.Campaign;
using SayNo.Content;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Content.Recipes;
using SayNo.Content.Storage;
using SayNo.ContentApi;
using SayNo.Host.Databases;
using SayNo.Search;
using SayNo.Testing;
using SayNo.Theme;

namespace SayNo.Web.Tests.ContentApi;

/// <summary>The campaign on a real server over a real database, as a partner meets it.</summary>
public sealed class ApiSite : IAsyncLifetime
{
    // Addresses go over the wire as the test wrote them, dots and all.
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private TestSite _engine = null!;
    private WebApplication _app = null!;

    /// <summary>A client that shows what is on the wire: it unpacks nothing and follows nothing.</summary>
    public HttpClient Http { get; private set; } = null!;

    public IServiceProvider Services => _app.Services;

    public Picture Picture => Services.GetRequiredService<PublishedContent>().Current;

    public async Task InitializeAsync()
    {
        _engine = await TestSite.CreateAsync(DatabaseKind.Sqlite);
        var folder = Path.Combine(HostProgram.Folder, "recipes");
        var result = await _engine.WithAsync<RecipeRunner, RecipeResult>(runner =>
            runner.RunAsync(Path.Combine(folder, "saynocampaign.recipe.json"), new RecipeOptions { Folders = [folder] }, null, null, default));
        Assert.Empty(result.Problems);

        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddContentEngine(_engine.Database);
        builder.AddSayNo([new CampaignModule(), new ContentApiModule(), new SearchModule(MemoryDatabase.Open), new FailingModule()], new SayNoTheme());
        _app = builder.Build();
        _app.UseSayNo();
        await _app.StartAsync();
        Http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new(_app.Urls.Single()) };
    }

    /// <summary>Publishes new values of one variant and waits until the public sees them.</summary>
    public async Task PublishAsync(string itemId, string locale, string values, bool isReviewed = true)
    {
        await using var scope = Services.CreateAsyncScope();
        var basedOn = await scope.ServiceProvider.GetRequiredService<CmsDb>().Variants.Where(one => one.ItemId == itemId && one.Locale == locale)
            .Select(one => one.DraftId ?? one.PublishedId).SingleOrDefaultAsync();
        var saved = await scope.ServiceProvider.GetRequiredService<ContentDrafts>().SaveAsync(
            new() { ItemId = itemId, Locale = locale, Values = ContentValues.Parse(values), IsReviewed = isReviewed, BasedOn = basedOn }, Editor.System, default);
        Assert.Empty(saved.Problems);
        Assert.True(saved.IsSaved);
        var done = await scope.ServiceProvider.GetRequiredService<ContentPublisher>().PublishAsync(itemId, locale, Editor.System, default);
        Assert.Empty(done.Problems);
        await Services.GetRequiredService<PublishedContent>().WaitForAsync(done.Sequence, default);
    }

    /// <summary>Does something with the verbs of publishing and waits until the public sees it.</summary>
    public async Task ActAsync(Func<IServiceProvider, Task<PublishResult>> act)
    {
        await using var scope = Services.CreateAsyncScope();
        var done = await act(scope.ServiceProvider);
        Assert.Empty(done.Problems);
        await Services.GetRequiredService<PublishedContent>().WaitForAsync(done.Sequence, default);
    }

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params IEnumerable<(string Name, string Value)> headers)
    {
        var request = new HttpRequestMessage(method, new Uri(Http.BaseAddress!.GetLeftPart(UriPartial.Authority) + path, AsWritten));

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return Http.SendAsync(request);
    }

    public Task<HttpResponseMessage> GetAsync(string path, params IEnumerable<(string Name, string Value)> headers) => SendAsync(HttpMethod.Get, path, headers);

    /// <summary>The JSON of an answer that must be 200.</summary>
    public async Task<JsonObject> ReadAsync(string path)
    {
        using var response = await GetAsync(path);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path}: {response.StatusCode} {text}");

        return JsonNode.Parse(text)!.AsObject();
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        await _engine.DisposeAsync();
    }
}

/// <summary>One site for all tests that only read.</summary>
[CollectionDefinition(Name)]
public sealed class ApiReaders : ICollectionFixture<ApiSite>
{
    public const string Name = "Content API, read only";
}
