using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SayNo.Content.Publishing;

namespace SayNo.Web.Tests.ContentApi;

public sealed class PagingTests(ApiSite site) : IClassFixture<ApiSite>
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(50)]
    [InlineData(178)]
    [InlineData(200)]
    public async Task All_contacts_come_exactly_once_forward_and_backward(int limit)
    {
        var all = site.Picture.OfType("CountryContact").Select(item => item.Id).ToList();
        var (forward, last) = await WalkAsync($"/api/v1/contacts?limit={limit}", "next");
        var (backward, _) = await WalkAsync(last, "prev");

        Assert.Equal(178, all.Count);
        Assert.Equal(all, forward.SelectMany(page => page));
        Assert.Equal(all, Enumerable.Reverse(backward).SelectMany(page => page));
    }

    [Theory]
    [InlineData("/api/v1/contacts?kind=hotline&limit=5")]
    [InlineData("/api/v1/contacts?country=FR&limit=2&locale=fr")]
    [InlineData("/api/v1/steps?limit=2&locale=el")]
    [InlineData("/api/v1/films?limit=10")]
    [InlineData("/api/v1/countries?limit=10")]
    [InlineData("/api/v1/content/Fact?limit=10")]
    public async Task Every_list_ends_and_repeats_nothing(string path)
    {
        var total = (int)(await site.ReadAsync(path))["meta"]!["total"]!;

        var (pages, _) = await WalkAsync(path, "next");

        Assert.Equal(total, pages.SelectMany(page => page).Distinct().Count());
        Assert.Equal(total, pages.Sum(page => page.Count));
    }

    [Fact]
    public async Task A_walk_survives_publishing_in_the_middle_of_it()
    {
        var before = site.Picture.OfType("CountryContact").Select(item => item.Id).ToList();
        var seen = new List<string>();
        var path = (string?)"/api/v1/contacts?limit=20";
        var added = "";

        while (path is not null)
        {
            var page = await site.ReadAsync(path);
            seen.AddRange(Ids(page));
            path = (string?)page["links"]!["next"];

            if (added.Length == 0 && seen.Count == 40)
            {
                // One is added before the cursor, and the very item that the cursor stands beside is taken away.
                added = await AddContactAsync("AT");
                await site.ActAsync(services => services.GetRequiredService<ContentPublisher>().DeleteAsync(seen[39], Editor.System, default));
            }
        }

        Assert.Equal(before, seen);
        Assert.DoesNotContain(added, seen);
        Assert.Contains(added, Ids(await site.ReadAsync("/api/v1/contacts?country=AT")));
        Assert.DoesNotContain(seen[39], site.Picture.OfType("CountryContact").Select(item => item.Id));
    }

    private async Task<string> AddContactAsync(string scope)
    {
        await using var services = site.Services.CreateAsyncScope();
        var created = await services.ServiceProvider.GetRequiredService<ContentDrafts>().CreateAsync(
            new() { Type = "CountryContact", Scope = scope, Slug = "a-new-one", Order = 1 }, Editor.System, default);
        await site.PublishAsync(created.Item!.Id, "", """{"Kind":"hotline","Organisation":"A new one","Confidence":"likely"}""");

        return created.Item!.Id;
    }

    private async Task<(List<List<string>> Pages, string Last)> WalkAsync(string path, string relation)
    {
        var pages = new List<List<string>>();

        while (true)
        {
            var page = await site.ReadAsync(path);
            pages.Add([.. Ids(page)]);
            Assert.True(pages.Count < 300, "The list does not end.");

            if ((string?)page["links"]![relation] is not { } next)
            {
                return (pages, path);
            }

            path = next;
        }
    }

    private static IEnumerable<string> Ids(JsonNode page) => page["data"]!.AsArray().Select(one => (string)one!["id"]!);
}
