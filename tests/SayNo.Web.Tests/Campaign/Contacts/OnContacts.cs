using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SayNo.Campaign.Contacts;
using SayNo.Campaign.Storage;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Web.Tests.Accounts;
using SayNo.Web.Tests.Admin;

namespace SayNo.Web.Tests.Campaign.Contacts;

/// <summary>The whole site with the campaign's contacts, and an approver of Germany who is signed in.</summary>
public abstract class OnContacts(DatabaseKind kind) : IAsyncLifetime
{
    protected const string List = "/admin/contacts?scope=DE";

    protected AdminSite Site { get; private set; } = null!;

    protected Browser Approver { get; private set; } = null!;

    /// <summary>The id of a helpline with the number 116111.</summary>
    protected string Helpline { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Site = await AdminSite.StartAsync(kind);
        Approver = await Site.SignInAsync("Ada Approver", AdminSite.Grant(Role.NationalApprover, "DE"));
        Helpline = Site.Published.Current.Contacts("DE", "child-helpline").First(contact => contact.Neutral!.Values["Phone"] is not null).Id;
    }

    public async Task DisposeAsync()
    {
        Approver.Dispose();
        await Site.DisposeAsync();
    }

    protected DateOnly Today => ContactChecks.Today("DE", Site.Clock);

    protected static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    protected IEnumerable<(string Name, string Value)> Form(string tried, string works, string note = "", DateOnly? on = null) =>
        [("Tried", tried), ("Works", works), ("On", Text(on ?? Today)), ("Note", note)];

    protected async Task<Answer> RecordAsync(IEnumerable<(string Name, string Value)> fields) => await Approver.SubmitAsync(
        await Approver.GetPageAsync($"/admin/contacts/{Helpline}/check"), "Record the check", [.. fields.Select(field => (field.Name, (string?)field.Value))]);

    protected Task<int> ChecksAsync() => Site.WithAsync<CampaignDb, int>(db => db.ContactChecks.CountAsync());

    protected Task<IReadOnlyList<Web.Admin.TaskGroup>> TasksAsync() => Site.WithAsync<ContactBoard, IReadOnlyList<Web.Admin.TaskGroup>>(board =>
        new ContactTasks(board).OfAsync(new(Approver.Editor, "DE", Texts), default));

    protected async Task<IReadOnlyList<ContactEntry>> AllTasksAsync(string key)
    {
        var entries = await Site.WithAsync<ContactBoard, IReadOnlyList<ContactEntry>>(board => board.OfAsync("DE", Approver.Editor, default));
        var need = key == "contacts-due" ? ContactNeed.Amber : ContactNeed.Red;

        return [.. entries.Where(entry => entry.Needs.Contains(need))];
    }

    protected Web.Localization.PoLocalizer Texts =>
        ((Web.Localization.PoCatalogs)Site.Services.GetService(typeof(Web.Localization.PoCatalogs))!).For("en");

    protected static IElement Fact(IElement contact, string name) =>
        contact.QuerySelectorAll("dt").Single(term => term.TextContent == name).NextElementSibling!;
}
