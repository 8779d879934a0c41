using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SayNo.Campaign.Links;
using SayNo.Campaign.Storage;
using SayNo.Content;
using SayNo.Content.Auditing;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Web.Tests.Admin;

/// <summary>Releases as a writer and an approver meet them.</summary>
public sealed class ReleaseScreensTests : IAsyncLifetime
{
    private AdminSite _site = null!;

    public async Task InitializeAsync()
    {
        _site = await AdminSite.StartAsync(DatabaseKind.Sqlite);
        await _site.CatchUpAsync();
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Texts_go_from_the_list_into_a_release_are_previewed_together_published_together_and_taken_back()
    {
        var (first, second) = (await AlertAsync("eins", "Die Eins"), await AlertAsync("zwei", "Die Zwei"));
        using var writer = await _site.SignInAsync(AdminSite.Grant(Role.NationalEditor, "AT"));
        using var approver = await _site.SignInAsync("Anton", AdminSite.Grant(Role.NationalApprover, "AT"));

        var list = await writer.GetPageAsync("/admin/content?scope=AT&type=Alert");
        var plan = await writer.SubmitAsync(list, "Add to a release", ("item", first), ("item", second));
        var release = await writer.SubmitAsync(plan, "Add", ("release", "new"), ("Name", "Herbst"), ("Scope", "AT"));

        Assert.Contains("Nothing stands in the way", release.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Publish all of it now", release.Html, StringComparison.Ordinal);
        var here = release.Path.Split('?')[0];
        var preview = await writer.SubmitAsync(await writer.GetPageAsync($"{here}/preview?on=/at/de"), "Make a link");
        var link = new Uri(preview.Page.QuerySelector("#made")!.GetAttribute("value")!).AbsolutePath;
        using var visitor = _site.Open();
        var shown = (await visitor.GetAsync(link)).Html;
        Assert.All(["Die Eins", "Die Zwei"], title => Assert.Contains(title, shown, StringComparison.Ordinal));
        Assert.DoesNotContain("Die Eins", (await visitor.GetAsync("/at/de")).Html, StringComparison.Ordinal);

        var done = await approver.SubmitAsync(await approver.GetPageAsync(here), "Publish all of it now");

        Assert.Contains("visitors see it now", done.Html, StringComparison.Ordinal);
        var page = (await visitor.GetAsync("/at/de")).Html;
        Assert.All(["Die Eins", "Die Zwei"], title => Assert.Contains(title, page, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Gone, (await visitor.GetAsync(link)).Status);

        var undo = await approver.SubmitAsync(done, "Take the release back");
        Assert.Contains("It is taken from the public", undo.Html, StringComparison.Ordinal);
        await approver.SubmitAsync(undo, "Publish all of it now");
        Assert.DoesNotContain("Die Eins", (await visitor.GetAsync("/at/de")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_text_says_what_stops_the_release_and_a_stopped_one_leads_the_list_of_work()
    {
        var changed = await AlertAsync("eins", "Die Eins");
        var dead = await AlertAsync("tot", "Tot", new JsonObject { ["Link"] = new JsonObject { ["Url"] = "https://gone.example/", ["Text"] = "Mehr" } });
        var stale = await ContactAsync();
        await _site.WithAsync<CampaignDb, int>(db =>
        {
            db.LinkChecks.Add(new() { Url = "https://gone.example/", State = LinkState.Broken, NextAt = DateTime.UtcNow });

            return db.SaveChangesAsync();
        });
        using var lead = await _site.SignInAsync("Lea", AdminSite.Grant(Role.CampaignLead));
        var token = (await lead.GetPageAsync("/admin/releases")).FormToken!;
        var release = await lead.PostAsync("/admin/releases/add?handler=Do",
            [("form-token", token), ("release", "new"), ("Name", "Herbst"), ("Scope", "AT"), .. new[] { (changed, "de"), (dead, "de"), (dead, ""), (stale, "") }
                .Select(one => ("text", $"{one.Item1}|{one.Item2}|x"))]);
        var here = release.Location.Split('?')[0];

        var stopped = await lead.GetPageAsync(here);
        Assert.Contains("https://gone.example/ leads to a page that is not there any more", stopped.Html, StringComparison.Ordinal);
        Assert.Contains("Nobody has tried this contact for 90 days", stopped.Html, StringComparison.Ordinal);
        Assert.Contains("2 texts stop the release", stopped.Html, StringComparison.Ordinal);

        foreach (var (item, locale) in new[] { (dead, "de"), (dead, ""), (stale, "") })
        {
            await lead.PostAsync($"{here}?handler=remove", ("form-token", token), ("text", $"{item}|{locale}|x"));
        }

        var planned = await lead.SubmitAsync(await lead.GetPageAsync(here), "Plan the release", ("Day", "2100-01-31"), ("Time", "08:30"));
        Assert.Contains("The release was planned", planned.Html, StringComparison.Ordinal);
        await SaveAsync(changed, "de", new() { ["Title"] = "Anders" });
        var work = await lead.GetPageAsync("/admin?scope=AT");
        Assert.Contains("1 text has changed since", work.Page.QuerySelector("#releases-changed")!.ParentElement!.TextContent, StringComparison.Ordinal);

        await _site.WithAsync<CmsDb, int>(db => db.Releases.ExecuteUpdateAsync(set => set.SetProperty(one => one.NextTryAt, DateTime.UtcNow.AddMinutes(-1))));
        await ((ScheduleRunner)_site.Services.GetService(typeof(ScheduleRunner))!).RunDueAsync(default);

        work = await lead.GetPageAsync("/admin?scope=AT");
        Assert.Contains("has changed since you looked at it", work.Page.QuerySelector("#releases-stopped")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.True(await _site.ReadAsync(db => db.AuditEntries.AnyAsync(entry => entry.Act == Acts.StopRelease)));
        var taken = await lead.SubmitAsync(await lead.GetPageAsync(here), "Take the newest draft: Anders, German");
        Assert.Contains("Nothing stands in the way", taken.Html, StringComparison.Ordinal);
    }

    private async Task<string> AlertAsync(string slug, string title, JsonObject? shared = null)
    {
        var id = await CreateAsync("Alert", slug);
        await SaveAsync(id, "de", new() { ["Title"] = title });

        if (shared is not null)
        {
            await SaveAsync(id, "", shared);
        }

        return id;
    }

    private async Task<string> ContactAsync()
    {
        var id = await CreateAsync("CountryContact", "alt");
        await SaveAsync(id, "", new()
        {
            ["Kind"] = "hotline",
            ["Organisation"] = "Altes Telefon",
            ["Phone"] = "147",
            ["Confidence"] = "unverified",
            ["CheckedOn"] = DateTime.UtcNow.AddDays(-100).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        });

        return id;
    }

    private async Task<string> CreateAsync(string type, string slug) => (await _site.WithAsync<ContentDrafts, CreateResult>(drafts =>
        drafts.CreateAsync(new() { Type = type, Scope = "AT", Slug = slug }, Editor.System, default))).Item!.Id;

    private async Task SaveAsync(string id, string locale, JsonObject values)
    {
        var newest = await _site.ReadAsync(db => db.Variants.Where(one => one.ItemId == id && one.Locale == locale)
            .Select(one => one.DraftId ?? one.PublishedId).SingleOrDefaultAsync());
        var saved = await _site.WithAsync<ContentDrafts, SaveResult>(drafts => drafts.SaveAsync(
            new() { ItemId = id, Locale = locale, Values = ContentValues.Parse(values.ToJsonString()), BasedOn = newest }, Editor.System, default));
        Assert.True(saved.IsSaved, string.Join(" ", saved.Problems));
    }
}
