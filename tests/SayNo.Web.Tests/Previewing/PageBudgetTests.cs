using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SayNo.Content;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Testing;
using SayNo.Web.Pages;
using SayNo.Web.Tests.Admin;

namespace SayNo.Web.Tests.Previewing;

/// <summary>A country page over its byte budget cannot be published.</summary>
public sealed class PageBudgetTests : IAsyncLifetime
{
    private static readonly Editor Lead = new("1", "Lea", [AdminSite.Grant(Role.CampaignLead)]);

    private AdminSite _site = null!;

    public async Task InitializeAsync() => _site = await AdminSite.StartAsync(DatabaseKind.Sqlite);

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData("/ie/en")]
    [InlineData("/gr/el")]
    [InlineData("/at/de")]
    public async Task A_page_weighs_what_goes_over_the_wire(string path)
    {
        var wire = await Wire.GetAsync(_site.Address, path, default);

        var weighed = await Sizes.OfAsync(_site.Published.Public, path, default);

        Assert.Equal(200, wire.Status);
        Assert.InRange(weighed!.Value, wire.Bytes - 4, wire.Bytes + 16);
    }

    [Fact]
    public async Task A_text_that_makes_a_page_too_heavy_is_not_published_and_the_sentence_names_the_page()
    {
        var id = await StepAsync();
        var before = await Wire.GetAsync(_site.Address, "/ie/en", default);

        await SaveAsync(id, "en", Noise(20_000));
        var refused = await PublishAsync(id, "en");

        Assert.Contains(refused.Problems, problem => problem.Sentence.ToString().Contains("bytes", StringComparison.Ordinal)
            && problem.Sentence.ToString().Contains("/en", StringComparison.Ordinal));
        Assert.Equal(before.Bytes, (await Wire.GetAsync(_site.Address, "/ie/en", default)).Bytes, tolerance: 16);
    }

    [Fact]
    public async Task A_text_that_grows_little_by_little_is_stopped_at_the_budget_and_no_page_is_ever_over_it()
    {
        var id = await StepAsync();
        var refusals = 0;

        for (var size = 500; size < 16_000; size += 1500)
        {
            await SaveAsync(id, "en", Noise(size));
            refusals += (await PublishAsync(id, "en")).IsDone ? 0 : 1;
            await _site.CatchUpAsync();
            Assert.InRange((await Wire.GetAsync(_site.Address, "/ie/en", default)).Bytes, 1, PageSizes.Limit);
        }

        Assert.InRange(refusals, 1, 10);
    }

    [Fact]
    public async Task A_text_on_the_pages_of_all_countries_is_published_without_drawing_every_page_each_time()
    {
        var id = await _site.ReadAsync(db => db.Items.Where(item => item.Type == "CountryContact" && item.Scope == "EU").Select(item => item.Id).FirstAsync());
        await SaveAsync(id, "", "A first change", "Organisation");
        Assert.Empty((await PublishAsync(id, "")).Problems);
        await _site.CatchUpAsync();
        await SaveAsync(id, "", "A second change, after which the pages are known", "Organisation");
        var watch = Stopwatch.StartNew();

        Assert.Empty((await PublishAsync(id, "")).Problems);

        Assert.InRange(watch.ElapsedMilliseconds, 0, 1000);
    }

    private PageSizes Sizes => _site.Services.GetRequiredService<PageSizes>();

    private Task<string> StepAsync() => _site.ReadAsync(db => db.Items.Where(item => item.Type == "Step" && item.Scope == "EU")
        .OrderBy(item => item.Order).Select(item => item.Id).FirstAsync());

    /// <summary>Text that cannot be compressed well.</summary>
    private static string Noise(int length) =>
        string.Join(' ', Enumerable.Range(0, length / 9).Select(i => Convert.ToHexString(BitConverter.GetBytes(i * 2_654_435_761L), 0, 4)));

    private async Task SaveAsync(string id, string locale, string text, string field = "Body")
    {
        var variant = await _site.ReadAsync(db => db.Variants.Include(one => one.Draft).Include(one => one.Published)
            .SingleAsync(one => one.ItemId == id && one.Locale == locale));
        var values = JsonNode.Parse(variant.Newest!.Data)!.AsObject();
        values[field] = text;
        var saved = await _site.WithAsync<ContentDrafts, SaveResult>(drafts => drafts.SaveAsync(
            new() { ItemId = id, Locale = locale, Values = ContentValues.Parse(values.ToJsonString()), BasedOn = variant.Newest.Id }, Lead, default));
        Assert.True(saved.IsSaved);
    }

    private Task<PublishResult> PublishAsync(string id, string locale) =>
        _site.WithAsync<ContentPublisher, PublishResult>(publisher => publisher.PublishAsync(id, locale, Lead, default));
}
