using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SayNo.Content;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Web.Tests.Admin.Reviewing;

/// <summary>A site with a German contact, a campaign step and the people who work on them.</summary>
internal sealed class TextsUnderReview : IAsyncDisposable
{
    private TextsUnderReview(AdminSite site) => Site = site;

    public AdminSite Site { get; }

    /// <summary>Ada, who writes for Germany and may publish nothing.</summary>
    public Browser Ada { get; private init; } = null!;

    /// <summary>Bea, who may publish for Germany and writes nothing.</summary>
    public Browser Bea { get; private init; } = null!;

    /// <summary>Lea, who leads the campaign: she may do both for all that belongs to it.</summary>
    public Browser Lea { get; private init; } = null!;

    /// <summary>A contact of Germany; its neutral variant holds the telephone number.</summary>
    public string Contact { get; private init; } = "";

    /// <summary>A step of the campaign.</summary>
    public string Step { get; private init; } = "";

    public static async Task<TextsUnderReview> StartAsync(DatabaseKind kind = DatabaseKind.Sqlite)
    {
        var site = await AdminSite.StartAsync(kind);
        await site.CatchUpAsync();

        return new(site)
        {
            Ada = await site.SignInAsync("Ada", AdminSite.Grant(Role.NationalEditor, "DE")),
            Bea = await site.SignInAsync("Bea", AdminSite.Grant(Role.NationalApprover, "DE")),
            Lea = await site.SignInAsync("Lea", AdminSite.Grant(Role.CampaignLead, Scopes.Campaign)),
            Contact = site.Published.Public.OfType("CountryContact", "DE")
                .First(item => item.Neutral?.Values["Phone"] is not null && item.Locales.ContainsKey("en")).Id,
            Step = site.Published.Public.OfType("Step", Scopes.Campaign).First(item => item.Locales.ContainsKey("en")).Id,
        };
    }

    public static string Path(string itemId, string locale, string screen) =>
        $"/admin/content/{itemId}/{(locale.Length == 0 ? "neutral" : locale)}/{screen}";

    /// <summary>Saves a version in which one field says something else.</summary>
    public async Task<ContentVersion> SaveAsync(Browser by, string itemId, string locale, string field, string value, string? comment = null)
    {
        var newest = await NewestAsync(itemId, locale);
        var values = JsonNode.Parse(newest.Data)!.AsObject();
        values[field] = value;
        var result = await Site.WithAsync<ContentDrafts, SaveResult>(drafts => drafts.SaveAsync(
            new() { ItemId = itemId, Locale = locale, Values = ContentValues.Parse(values.ToJsonString()), BasedOn = newest.Id, Comment = comment },
            by.Editor, default));

        return result.Version ?? throw new InvalidOperationException(string.Join(' ', result.Problems.Select(problem => problem.Sentence)));
    }

    public async Task SubmitAsync(Browser by, string itemId, string locale) =>
        Assert.Empty((await Site.WithAsync<ContentReview, ReviewResult>(
            review => review.SubmitAsync(itemId, locale, null, by.Editor, default))).Problems);

    public Task<Variant> VariantAsync(string itemId, string locale) => Site.ReadAsync(db => db.Variants.AsNoTracking()
        .Include(one => one.Draft).Include(one => one.Published).SingleAsync(one => one.ItemId == itemId && one.Locale == locale));

    public async Task<ContentVersion> NewestAsync(string itemId, string locale) => (await VariantAsync(itemId, locale)).Newest!;

    public async ValueTask DisposeAsync()
    {
        Ada.Dispose();
        Bea.Dispose();
        Lea.Dispose();
        await Site.DisposeAsync();
    }
}
