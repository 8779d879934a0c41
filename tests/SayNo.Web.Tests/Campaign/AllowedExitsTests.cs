using System.Net;
using Microsoft.EntityFrameworkCore;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Testing;
using SayNo.Web.Tests.Admin;

namespace SayNo.Web.Tests.Campaign;

/// <summary>Where the exit leads is a country's choice among the campaign's neutral pages.</summary>
public sealed class AllowedExitsTests : IAsyncLifetime
{
    private const string Field = "value.ExitTarget";

    private AdminSite _site = null!;

    public async Task InitializeAsync() => _site = await AdminSite.StartAsync(DatabaseKind.Sqlite);

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task R7_a_country_chooses_its_exit_from_the_list_and_any_other_is_refused_with_the_list()
    {
        using var lead = await _site.SignInAsync(AdminSite.Grant(Role.CampaignLead));
        var path = $"/admin/content/{await _site.ReadAsync(db => db.Items.Where(item => item.Type == "CountryPage" && item.Scope == "AT").Select(item => item.Id).SingleAsync())}/neutral";

        foreach (var other in new[] { "https://www.youtube.com/", "https://www.wikipedia.org/?q=AT", "https://www.wikipedia.org.example/" })
        {
            var refused = await lead.SubmitAsync(await lead.GetPageAsync(path), "Save and publish", (Field, other));

            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            var problem = Assert.Single(refused.Problems, one => one.Field?.StartsWith("#value.ExitTarget", StringComparison.Ordinal) == true);
            Assert.All(CampaignPages.NeutralSites, allowed => Assert.Contains(allowed, problem.Sentence, StringComparison.Ordinal));
        }

        await lead.SubmitAsync(await lead.GetPageAsync(path), "Save and publish", (Field, CampaignPages.NeutralSites[2]));
        await _site.CatchUpAsync();

        Assert.Equal(CampaignPages.NeutralSites[2], await ExitAsync("/at/de"));
        Assert.Equal(CampaignPages.NeutralSites[0], await ExitAsync("/de/de"));
    }

    private async Task<string?> ExitAsync(string path)
    {
        using var visitor = _site.Open();

        return (await visitor.GetAsync(path)).Page.QuerySelector("a[href]")!.GetAttribute("href");
    }
}
