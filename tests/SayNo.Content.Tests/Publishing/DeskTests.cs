using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Content.Tests.Publishing;

/// <summary>What tests of the editors' verbs have in common: the people of two countries and of the campaign, and what they do.</summary>
public abstract class DeskTests(DatabaseKind kind) : OnDatabase(kind)
{
    protected static Editor Ada { get; } = Person("Ada", Role.NationalEditor, "DE");

    protected static Editor Bert { get; } = Person("Bert", Role.NationalApprover, "DE");

    /// <summary>Writes and approves: the one whom four eyes hold back.</summary>
    protected static Editor Cleo { get; } = new("id-Cleo", "Cleo", [.. Person("", Role.NationalEditor, "DE").Grants, .. Person("", Role.NationalApprover, "DE").Grants]);

    protected static Editor French { get; } = new("id-Fleur", "Fleur", [.. Person("", Role.NationalEditor, "FR").Grants, .. Person("", Role.NationalApprover, "FR").Grants]);

    protected static Editor Lead { get; } = Person("Lea", Role.CampaignLead, "EU");

    protected static Editor Auditor { get; } = new("id-Otto", "Otto", [new Grant(Role.Auditor, Grant.Everywhere, Grant.Everywhere)]);

    protected static Editor Person(string name, Role role, string scope) => new($"id-{name}", name, [new Grant(role, [scope], Grant.Everywhere)]);

    protected Picture Shown => Site.Services.GetRequiredService<PublishedContent>().Public;

    protected async Task<string> CreateAsync(string type = "Contact", string scope = "DE", string slug = "one", Editor? by = null) =>
        (await Site.WithAsync<ContentDrafts, CreateResult>(drafts => drafts.CreateAsync(new() { Type = type, Scope = scope, Slug = slug }, by ?? Ada, None))).Item!.Id;

    /// <summary>Saves on top of whatever is the newest version.</summary>
    protected async Task<ContentVersion> SaveAsync(string id, string locale, Editor by, params (string Field, JsonNode Value)[] values)
    {
        var newest = await NewestAsync(id, locale);
        var result = await Site.WithAsync<ContentDrafts, SaveResult>(drafts =>
            drafts.SaveAsync(new() { ItemId = id, Locale = locale, Values = Values(values), BasedOn = newest }, by, None));
        Assert.True(result.IsSaved, string.Join(" ", result.Problems));

        return result.Version!;
    }

    /// <summary>A contact of Germany, published as the program would.</summary>
    protected async Task<string> PublishedContactAsync(string phone = "110")
    {
        var id = await CreateAsync();
        await SaveAsync(id, "", Ada, ("Organisation", "Police"), ("Phone", phone));
        Assert.True((await PublishAsync(id, "", Bert)).IsDone);

        return id;
    }

    protected Task<PublishResult> PublishAsync(string id, string locale, Editor by, string? versionId = null) =>
        Site.WithAsync<ContentPublisher, PublishResult>(publisher =>
            versionId is null ? publisher.PublishAsync(id, locale, by, None) : publisher.PublishAsync(id, locale, versionId, by, None));

    protected Task<T> PublisherAsync<T>(Func<ContentPublisher, Task<T>> act) => Site.WithAsync(act);

    protected Task<ReviewResult> ReviewAsync(Func<ContentReview, Task<ReviewResult>> act) => Site.WithAsync(act);

    protected Task<Variant> VariantAsync(string id, string locale) => ReadAsync(db => db.Variants.AsNoTracking()
        .Include(variant => variant.Draft).Include(variant => variant.Published).SingleAsync(variant => variant.ItemId == id && variant.Locale == locale));

    protected Task<string?> NewestAsync(string id, string locale) => ReadAsync(db => db.Variants.AsNoTracking()
        .Where(variant => variant.ItemId == id && variant.Locale == locale).Select(variant => variant.DraftId ?? variant.PublishedId).SingleOrDefaultAsync());

    protected Task<List<AuditEntry>> AuditAsync() => ReadAsync(db => db.AuditEntries.AsNoTracking().OrderBy(entry => entry.Sequence).ToListAsync());

    protected async Task CatchUpAsync() => await Site.Services.GetRequiredService<ChangeFollower>().CatchUpAsync(None);
}
