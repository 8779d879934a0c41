using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SayNo.Campaign;
using SayNo.Content.Published;
using SayNo.ContentApi;
using SayNo.Host.Databases;
using SayNo.Search;
using SayNo.Theme;

namespace SayNo.Web.Tests;

/// <summary>The public site on a port of its own, showing a picture that tests may change.</summary>
public sealed class SiteUnderTest : IAsyncLifetime
{
    private readonly WebApplication _app;

    public SiteUnderTest()
        : this(builder => builder.Services.AddSingleton<TimeProvider>(new StoppedClock()))
    {
    }

    internal SiteUnderTest(Action<WebApplicationBuilder>? configure, params IEnumerable<Module> more)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelHttpsConfiguration().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        configure?.Invoke(builder);
        builder.AddSayNo([new CampaignModule(), new ContentApiModule(), new SearchModule(MemoryDatabase.Open), .. more], new SayNoTheme());
        _app = builder.Build();
        _app.UseSayNo();
        Published.Show(RecipePicture.Campaign);
    }

    public PublishedContent Published => _app.Services.GetRequiredService<PublishedContent>();

    public IServiceProvider Services => _app.Services;

    /// <summary>Neither follows redirects nor unpacks or keeps anything.</summary>
    public HttpClient Http { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await _app.StartAsync();
        Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None, UseCookies = false })
        {
            BaseAddress = new(_app.Urls.Single()),
        };
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }

    public Task<HttpResponseMessage> GetAsync(string path, params IEnumerable<(string Name, string Value)> headers) => SendAsync(HttpMethod.Get, path, headers);

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params IEnumerable<(string Name, string Value)> headers)
    {
        var request = new HttpRequestMessage(method, path);

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return Http.SendAsync(request);
    }

    /// <summary>A page as a browser without styles and scripts understands it.</summary>
    public async Task<IDocument> PageAsync(string path, params IEnumerable<(string Name, string Value)> headers)
    {
        using var response = await GetAsync(path, headers);

        return new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
    }
}
