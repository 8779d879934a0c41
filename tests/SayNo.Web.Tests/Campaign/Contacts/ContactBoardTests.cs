using System.Net;
using Microsoft.EntityFrameworkCore;
using SayNo.Campaign.Contacts;
using SayNo.Campaign.Links;
using SayNo.Campaign.Storage;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Web.Tests.Admin;

namespace SayNo.Web.Tests.Campaign.Contacts;

public sealed class ContactBoardOnSqliteTests() : ContactBoardTests(DatabaseKind.Sqlite);

public sealed class ContactBoardOnPostgreSqlTests() : ContactBoardTests(DatabaseKind.PostgreSql);

/// <summary>Who sees which contacts, and who may record a check.</summary>
public abstract class ContactBoardTests(DatabaseKind kind) : OnContacts(kind)
{
    [Theory]
    [InlineData(Role.NationalEditor)]
    [InlineData(Role.Translator)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Administrator)]
    public async Task Who_may_only_read_sees_no_form_and_is_refused(Role role)
    {
        using var browser = await Site.SignInAsync(AdminSite.Grant(role, "DE"));
        var page = await browser.GetPageAsync(List);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(page.Page.QuerySelectorAll("form[action*='check']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync($"/admin/contacts/{Helpline}/check")).Status);
        var answer = await browser.PostAsync($"/admin/contacts/{Helpline}/check", [("form-token", page.FormToken!), .. Form("Phone:116111", "yes")]);
        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Equal(0, await ChecksAsync());
    }

    [Fact]
    public async Task Another_country_s_contacts_are_neither_shown_nor_checked_and_the_attempt_is_kept()
    {
        using var other = await Site.SignInAsync(AdminSite.Grant(Role.NationalApprover, "FR"));
        var own = await other.GetPageAsync("/admin/contacts");

        Assert.Equal("Contacts: France", own.Heading);
        Assert.DoesNotContain("Germany", own.Page.QuerySelector("select")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(List)).Status);
        var answer = await other.PostAsync($"/admin/contacts/{Helpline}/check", [("form-token", own.FormToken!), .. Form("Phone:116111", "yes")]);
        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        await Assert.ThrowsAsync<RightDeniedException>(() => Site.WithAsync<ContactChecks, CheckResult>(checks => checks.RecordAsync(
            new() { ItemId = Helpline, Field = "Phone", What = "116111", On = Today, Works = true }, other.Editor, default)));
        Assert.Equal(0, await ChecksAsync());
        Assert.Contains(await Site.ReadAsync(db => db.AuditEntries.AsNoTracking().ToListAsync()), entry => entry is { IsRefused: true, Act: "refused.Verify" } && entry.Target == Helpline);
    }

    [Fact]
    public async Task A_form_without_its_token_records_nothing()
    {
        var answer = await Approver.PostAsync($"/admin/contacts/{Helpline}/check", Form("Phone:116111", "yes"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(0, await ChecksAsync());
    }

    [Fact]
    public async Task What_is_no_contact_cannot_be_checked()
    {
        var country = Site.Published.Current.Country("DE").Id;

        Assert.Equal(HttpStatusCode.NotFound, (await Approver.GetAsync($"/admin/contacts/{country}/check")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Approver.GetAsync("/admin/contacts/nothing/check")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Approver.GetAsync("/admin/contacts?scope=nowhere")).Status);
    }

    [Fact]
    public async Task A_campaign_lead_sees_all_that_are_due_with_a_way_to_each()
    {
        using var lead = await Site.SignInAsync(AdminSite.Grant(Role.CampaignLead));

        var page = await lead.GetPageAsync("/admin/contacts/due");

        Assert.Equal(50, page.Page.QuerySelectorAll("tbody tr").Length);
        Assert.Equal("/admin/contacts/due?pageNumber=2", page.Page.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.NotEmpty((await lead.GetPageAsync("/admin/contacts/due?pageNumber=2")).Page.QuerySelectorAll("tbody tr"));
        var none = await lead.GetPageAsync("/admin/contacts/due?need=Amber");
        Assert.Contains("There is nothing to do here", none.Page.Body!.TextContent, StringComparison.Ordinal);
        var check = page.Page.QuerySelector("tbody a[href$='/check']")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.OK, (await lead.GetPageAsync(check)).Status);
    }

    [Fact]
    public async Task A_broken_link_is_named_in_words_and_becomes_a_task()
    {
        var contact = Site.Published.Current.OfType("CountryContact", "DE").First(item => item.Neutral!.Values["Website"] is not null);
        var url = contact.Neutral!.Values["Website"]!.Value.GetProperty("Url").GetString()!;
        await Site.WithAsync<CampaignDb, int>(db =>
        {
            var check = new LinkCheck { Url = url, NextAt = Site.Clock.GetUtcNow().UtcDateTime };
            check.Take(new(LinkFault.NotFound, 404), Site.Clock.GetUtcNow().UtcDateTime);
            db.LinkChecks.Add(check);

            return db.SaveChangesAsync();
        });

        var card = (await Approver.GetPageAsync(List)).Page.GetElementById($"contact-{contact.Id}")!;

        Assert.Contains("Broken: the page does not exist (404)", card.TextContent, StringComparison.Ordinal);
        Assert.Contains((await TasksAsync()).Single(group => group.Key == "contacts-not-working").Tasks, task => task.Path.Contains(contact.Id, StringComparison.Ordinal));

        // Some servers tell programs that nothing is there: a person's word counts for more.
        var form = await Approver.GetPageAsync($"/admin/contacts/{contact.Id}/check");
        await Approver.SubmitAsync(form, "Record the check", ("Tried", $"Website:{url}"), ("Works", "yes"));
        Assert.Empty((await TasksAsync()).Single(group => group.Key == "contacts-not-working").Tasks);
    }

    [Fact]
    public async Task The_screen_is_said_in_the_editor_s_language()
    {
        using var french = await Site.SignInAsync(AdminSite.Grant(Role.CampaignLead));

        Assert.Equal(HttpStatusCode.OK, (await french.GetPageAsync("/admin/contacts?scope=EU&interface=fr")).Status);
        Assert.Equal("fr", (await french.GetPageAsync("/admin/contacts?scope=FR")).Page.DocumentElement.GetAttribute("lang"));
    }
}
