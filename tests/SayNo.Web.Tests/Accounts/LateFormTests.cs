using System.Net;
using Microsoft.EntityFrameworkCore;
using SayNo.Accounts.Storage;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Web.Tests.Admin;

namespace SayNo.Web.Tests.Accounts;

public abstract class LateFormTests(DatabaseKind kind) : IAsyncLifetime
{
    private AdminSite _site = null!;

    public async Task InitializeAsync() => _site = await AdminSite.StartAsync(kind);

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task A_text_that_is_sent_after_the_session_ran_out_is_kept_for_its_editor()
    {
        using var browser = await _site.SignInAsync(AdminSite.Grant(Role.NationalEditor, "DE"));
        var item = await _site.ReadAsync(db => db.Items.Where(one => one.Scope == "DE").Select(one => one.Id).FirstAsync());
        var token = (await browser.GetPageAsync("/admin")).FormToken!;
        _site.Clock.Wait(TimeSpan.FromHours(3));

        var forged = await browser.PostAsync($"/admin/content/{item}/de", ("form-token", "x"), ("basedOn", "v1"), ("value.Title", "Lost"));
        var sent = await browser.PostAsync($"/admin/content/{item}/de", ("form-token", token), ("basedOn", "v1"), ("value.Title", "Zwei Stunden Arbeit"));

        var kept = await _site.ReadAsync(db => db.AutoSaves.AsNoTracking().SingleAsync());
        Assert.Equal((browser.Editor.Id, item, "de", "v1"), (kept.EditorId, kept.ItemId, kept.Locale, kept.BasedOn));
        Assert.Contains("Zwei Stunden Arbeit", kept.Form, StringComparison.Ordinal);
        Assert.DoesNotContain("notice", forged.Location, StringComparison.Ordinal);
        Assert.Equal($"/admin/sign-in?return=%2Fadmin%2Fcontent%2F{item}%2Fde&notice=kept", sent.Location);
        Assert.Contains("Your text has been kept", (await browser.GetPageAsync(sent.Location)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_somebody_ended_keeps_nothing()
    {
        using var browser = await _site.SignInAsync(AdminSite.Grant(Role.NationalEditor, "DE"));
        var item = await _site.ReadAsync(db => db.Items.Where(one => one.Scope == "DE").Select(one => one.Id).FirstAsync());
        var token = (await browser.GetPageAsync("/admin")).FormToken!;
        await _site.WithAsync<AccountsDb, int>(db => db.Sessions.ExecuteUpdateAsync(set => set.SetProperty(one => one.EndedAt, DateTime.UtcNow)));

        var sent = await browser.PostAsync($"/admin/content/{item}/de", ("form-token", token), ("value.Title", "Too late"));

        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        Assert.False(await _site.ReadAsync(db => db.AutoSaves.AnyAsync()));
    }
}

public sealed class SqliteLateFormTests() : LateFormTests(DatabaseKind.Sqlite);

public sealed class PostgreSqlLateFormTests() : LateFormTests(DatabaseKind.PostgreSql);
