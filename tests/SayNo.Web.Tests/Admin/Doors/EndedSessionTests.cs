using System.Net;
using Microsoft.EntityFrameworkCore;
using SayNo.Accounts.Storage;

namespace SayNo.Web.Tests.Admin.Doors;

/// <summary>Whoever was signed in and has lost that, or what they may do, is stopped at every door from the next click on.</summary>
public sealed class EndedSessionTests(SharedDoors doors) : IClassFixture<SharedDoors>, IAsyncLifetime
{
    private const string Ended = "An act that ends it.";

    private readonly GuardedSite _site = doors.Site;

    // Each time it ends for somebody new.
    public Task InitializeAsync() => _site.ComeBackAsync('C');

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("signed out everywhere")]
    [InlineData("signed out by an administrator")]
    [InlineData("locked")]
    [InlineData("deleted")]
    [InlineData("grant taken")]
    public async Task With_the_next_click_no_door_opens_any_more(string how)
    {
        var table = ContentDoors.All.ToDictionary(door => door.Name);
        var doors = (await FoundDoor.AllAsync(_site.Site.Services)).Where(door => table.TryGetValue(door.Name, out var known) && !known.IsPlain && known.Own != People.SignedIn);
        Assert.Equal(HttpStatusCode.OK, (await _site.Of('C').GetAsync($"/admin/content/{_site.Places[Doors.Own].ItemId}")).Status);
        await EndAsync(how);
        var rows = await Stored.RowsAsync(_site.Site);
        var wanted = how == "grant taken" ? HttpStatusCode.Forbidden : HttpStatusCode.SeeOther;

        foreach (var door in doors)
        {
            var answer = await _site.TryAsync(door, table[door.Name], _site.Places[Doors.Own], 'C');

            Assert.True(answer.Status == wanted, $"{door.Name}: {answer.Status}");
            Assert.DoesNotContain(_site.Places[Doors.Own].Secret, answer.Html, StringComparison.OrdinalIgnoreCase);
        }

        Assert.True(rows.SetEquals(await Stored.RowsAsync(_site.Site)));
    }

    private async Task EndAsync(string how)
    {
        var account = _site.Of('C').Editor.Id;
        var grant = await _site.Site.WithAsync<AccountsDb, AccountGrant>(db => db.Grants.SingleAsync(one => one.AccountId == Guid.Parse(account)));
        var (person, act, fields) = how switch
        {
            "signed out everywhere" => ('C', "/admin/account?handler=EndAll", Array.Empty<(string, string)>()),
            "signed out by an administrator" => ('A', $"/admin/accounts/{account}?handler=SignOut", []),
            "locked" => ('A', $"/admin/accounts/{account}?handler=Lock", [("Reason", Ended)]),
            "deleted" => ('A', $"/admin/accounts/{account}?handler=Delete", [("Sure", "yes"), ("Reason", Ended)]),
            _ => ('A', $"/admin/accounts/{account}?handler=Take", [("grant", grant.Id.ToString())]),
        };

        // A browser forgets what a sign-out tells it to; a thief's keeps the cookie.
        var kept = _site.Of('C').Cookies.GetAllCookies().Select(cookie => (cookie.Name, cookie.Value, cookie.Path, cookie.Domain)).ToList();
        var answer = await _site.Of(person).PostAsync(act, [("form-token", _site.TokenOf(person)), .. fields]);
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        kept.ForEach(cookie => _site.Of('C').Cookies.Add(new Cookie(cookie.Name, cookie.Value, cookie.Path, cookie.Domain)));
    }
}
