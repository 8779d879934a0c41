using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SayNo.Web.Pages;

namespace SayNo.Web.Tests.Finding;

/// <summary>The files that programs look for at fixed places.</summary>
public sealed class WellKnownTests
{
    private const string SecurityTxt = "/.well-known/security.txt";

    private readonly StoppedClock _clock = new();

    [Fact]
    public async Task Search_engines_may_read_everything_but_the_admin_and_searches()
    {
        var text = await TextAsync("/robots.txt");

        Assert.Equal("User-agent: *\nDisallow: /admin\nDisallow: /search\n\nSitemap: https://sayno.example/sitemap.xml\n", text);
    }

    [Theory]
    [InlineData("hole@police.example", "mailto:hole@police.example")]
    [InlineData("https://police.example/hole mailto:hole@police.example tel:+3212345678", "https://police.example/hole", "mailto:hole@police.example", "tel:+3212345678")]
    public async Task Whoever_finds_a_hole_reads_whom_to_tell(string setting, params string[] contacts)
    {
        var lines = (await TextAsync(SecurityTxt, setting)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(": ", 2)).ToLookup(line => line[0], line => line[1]);

        var expires = DateTime.Parse(lines["Expires"].Single(), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
        Assert.Equal(contacts, lines["Contact"]);
        Assert.InRange(expires - _clock.GetUtcNow().UtcDateTime, TimeSpan.FromDays(30), TimeSpan.FromDays(365));
        Assert.Equal("en, de, fr", lines["Preferred-Languages"].Single());
        Assert.Equal("https://sayno.example/.well-known/security.txt", lines["Canonical"].Single());
        Assert.Equal("https://police.example/policy", lines["Policy"].Single());
    }

    [Theory]
    [InlineData("")]
    [InlineData("somebody")]
    [InlineData("http://police.example")]
    [InlineData("hole@police.example somebody")]
    public async Task Without_somebody_to_tell_there_is_no_such_file(string setting)
    {
        using var answer = await GetAsync(SecurityTxt, setting);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task<string> TextAsync(string path, string contact = "")
    {
        using var answer = await GetAsync(path, contact);
        Assert.Equal("text/plain; charset=utf-8", answer.Content.Headers.ContentType!.ToString());

        return await answer.Content.ReadAsStringAsync();
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string contact)
    {
        var site = new SiteUnderTest(builder =>
        {
            builder.Configuration[SiteAddress.Setting] = "https://sayno.example";
            builder.Configuration["SayNo:SecurityContact"] = contact;
            builder.Configuration["SayNo:SecurityPolicy"] = "https://police.example/policy";
            builder.Services.AddSingleton<TimeProvider>(_clock);
        });
        await site.InitializeAsync();
        var answer = await site.GetAsync(path);
        await answer.Content.LoadIntoBufferAsync();
        await site.DisposeAsync();

        return answer;
    }
}
