using Microsoft.EntityFrameworkCore;
using SayNo.Accounts.Invitations;
using SayNo.Content.Storage;

namespace SayNo.Web.Tests.Accounts;

public abstract class InvitationLinksTests(DatabaseKind kind) : IAsyncLifetime
{
    private const string GoodPassword = "Lavender-tractor 7 umbrella";

    private AccountsSite _site = null!;

    public async Task InitializeAsync() => _site = await AccountsSite.StartAsync(kind);

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Without_an_administrator_a_link_needs_no_address()
    {
        var link = await CreateAsync(null);

        Assert.Matches("^/admin/invitation/[A-Za-z0-9_-]{43}$", link.Path);
        Assert.Equal(_site.Clock.GetUtcNow().UtcDateTime + TimeSpan.FromHours(24), link.ExpiresAt, TimeSpan.FromMinutes(1));
        Assert.False(await _site.WithAsync<InvitationLinks, bool>(links => links.HasAdministratorAsync(default)));
    }

    [Fact]
    public async Task With_an_administrator_a_link_needs_an_address_that_has_no_account()
    {
        await MakeAdministratorAsync();

        Assert.True(await _site.WithAsync<InvitationLinks, bool>(links => links.HasAdministratorAsync(default)));
        Assert.Equal("Enter an e-mail address.", (await CreateAsync(null)).Problem?.Sentence);
        Assert.Equal("There is already an account with this e-mail address.", (await CreateAsync("ADA@police.example")).Problem?.Sentence);
        Assert.NotNull((await CreateAsync("grace@police.example")).Path);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nobody")]
    [InlineData("Ada <ada@police.example>")]
    [InlineData("ada@police")]
    [InlineData("ada@police.example\nBcc: all@police.example")]
    public async Task An_address_that_is_none_gets_no_link(string email)
    {
        Assert.Equal(nameof(NewAccount.Email), (await CreateAsync(email)).Problem?.Field);
        Assert.False(await _site.ReadAsync(db => db.Invitations.AnyAsync()));
    }

    [Fact]
    public async Task With_an_administrator_a_new_link_replaces_only_those_for_the_same_address()
    {
        await MakeAdministratorAsync();
        var grace = await CreateAsync("grace@police.example");
        var older = await CreateAsync("alan@police.example");

        var newer = await CreateAsync("Alan@Police.Example");

        Assert.Equal(InvitationState.Open, await StateAsync(grace));
        Assert.Equal(InvitationState.Replaced, await StateAsync(older));
        Assert.Equal(InvitationState.Open, await StateAsync(newer));
    }

    [Fact]
    public async Task Two_links_for_two_people_with_one_address_make_one_account()
    {
        await MakeAdministratorAsync();
        using var alan = _site.Visitor();
        var link = await CreateAsync("alan@police.example");
        await _site.ReadAsync(async db =>
        {
            db.Users.Add(new() { Name = "Alan", Email = "alan@police.example", NormalizedEmail = "ALAN@POLICE.EXAMPLE", UserName = "alan@police.example", NormalizedUserName = "ALAN@POLICE.EXAMPLE" });

            return await db.SaveChangesAsync();
        });

        var answer = await alan.AcceptAsync(link.Path!, GoodPassword, name: "Alan Turing", email: "alan@police.example");

        Assert.Equal(("There is already an account with this e-mail address.", "#Email"), Assert.Single(answer.Problems));
        Assert.Equal(InvitationState.Open, await StateAsync(link));
    }

    [Fact]
    public async Task Every_table_that_the_framework_expects_is_there()
    {
        await MakeAdministratorAsync();
        await _site.WithAsync<Microsoft.AspNetCore.Identity.UserManager<SayNo.Accounts.Account>, bool>(async accounts =>
        {
            var ada = (await accounts.FindByEmailAsync("ada@police.example"))!;

            Assert.True(await accounts.CheckPasswordAsync(ada, GoodPassword));
            Assert.True((await accounts.AddClaimAsync(ada, new("one", "1"))).Succeeded);
            Assert.True((await accounts.AddClaimAsync(ada, new("two", "2"))).Succeeded);
            Assert.True((await accounts.AddLoginAsync(ada, new("provider", "key", "name"))).Succeeded);
            Assert.True((await accounts.SetAuthenticationTokenAsync(ada, "provider", "name", "value")).Succeeded);
            Assert.True((await accounts.SetLockoutEndDateAsync(ada, DateTimeOffset.UtcNow)).Succeeded);
            Assert.Equal("Password", Assert.Single((await accounts.ChangePasswordAsync(ada, GoodPassword, "password1234")).Errors).Code);
            Assert.True((await accounts.DeleteAsync(ada)).Succeeded);

            return true;
        });

        Assert.False(await _site.ReadAsync(db => db.Grants.AnyAsync()));
        Assert.Null((await _site.ReadAsync(db => db.Invitations.SingleAsync())).AccountId);
    }

    private async Task MakeAdministratorAsync()
    {
        using var ada = _site.Visitor();
        Assert.Equal(System.Net.HttpStatusCode.OK, (await ada.AcceptAsync(await _site.InviteAsync(), GoodPassword)).Status);
    }

    private Task<InvitationLink> CreateAsync(string? email) =>
        _site.WithAsync<InvitationLinks, InvitationLink>(links => links.CreateAsync(email, InvitationLinks.Administrator, default));

    private async Task<InvitationState> StateAsync(InvitationLink link) =>
        (await _site.WithAsync<InvitationDesk, (InvitationState State, Invitation?)>(desk => desk.FindAsync(link.Path![InvitationLinks.Path.Length..], default))).State;
}

public sealed class SqliteInvitationLinksTests() : InvitationLinksTests(DatabaseKind.Sqlite);

public sealed class PostgreSqlInvitationLinksTests() : InvitationLinksTests(DatabaseKind.PostgreSql);
