using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SayNo.Accounts;
using SayNo.Accounts.Invitations;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Web.Tests.Accounts;

public abstract class InvitationPageTests(DatabaseKind kind) : IAsyncLifetime
{
    private const string GoodPassword = "Lavender-tractor 7 umbrella";

    private AccountsSite _site = null!;

    public async Task InitializeAsync() => _site = await AccountsSite.StartSlowAsync(kind);

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task A_link_makes_one_administrator_and_works_once()
    {
        using var ada = _site.Visitor();
        var link = await _site.InviteAsync();

        var made = await ada.AcceptAsync(link, GoodPassword);
        var again = await ada.GetAsync(link);

        Assert.Equal((HttpStatusCode.OK, "Your account has been created."), (made.Status, made.Heading));
        Assert.Equal((HttpStatusCode.Gone, "This link has already been used"), (again.Status, again.Heading));
        var account = await _site.ReadAsync(db => db.Users.SingleAsync());
        Assert.Equal(("Ada Lovelace", "ada@police.example"), (account.Name, account.Email));
        var grant = (await _site.ReadAsync(db => db.Grants.SingleAsync(one => one.AccountId == account.Id))).Grant;
        Assert.Equal((Role.Administrator, "*", "*"), (grant.Role, grant.Scopes.Single(), grant.Locales.Single()));
        Assert.Equal(account.Id, (await _site.ReadAsync(db => db.Invitations.SingleAsync())).AccountId);
    }

    [Fact]
    public async Task A_link_works_for_24_hours_and_not_longer()
    {
        using var ada = _site.Visitor();
        var link = await _site.InviteAsync();

        _site.Clock.Wait(TimeSpan.FromHours(24) - TimeSpan.FromMinutes(1));
        var before = await ada.GetAsync(link);
        _site.Clock.Wait(TimeSpan.FromMinutes(1));
        var after = await ada.GetAsync(link);
        var late = await ada.PostAsync(link, before.FormToken, GoodPassword);

        Assert.Equal(HttpStatusCode.OK, before.Status);
        Assert.Equal((HttpStatusCode.Gone, "This link has expired"), (after.Status, after.Heading));
        Assert.Equal(HttpStatusCode.Gone, late.Status);
        Assert.False(await _site.ReadAsync(db => db.Users.AnyAsync()));
    }

    [Fact]
    public async Task A_new_link_takes_the_place_of_the_older_one()
    {
        using var ada = _site.Visitor();
        var older = await _site.InviteAsync();
        var newer = await _site.InviteAsync("ada@police.example");

        var refused = await ada.AcceptAsync(older, GoodPassword);
        var made = await ada.AcceptAsync(newer, GoodPassword);

        Assert.Equal((HttpStatusCode.Gone, "This link has been replaced by a newer one"), (refused.Status, refused.Heading));
        Assert.Equal(HttpStatusCode.OK, made.Status);
    }

    [Fact]
    public async Task Of_many_who_use_one_link_at_the_same_moment_one_gets_an_account()
    {
        var link = await _site.InviteAsync();
        var visitors = Enumerable.Range(0, 6).Select(_ => _site.Visitor()).ToArray();
        var forms = await Task.WhenAll(visitors.Select(visitor => visitor.GetAsync(link)));

        var answers = await Task.WhenAll(visitors.Select((visitor, number) =>
            visitor.PostAsync(link, forms[number].FormToken, GoodPassword, email: $"person{number}@police.example")));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.Equal(visitors.Length - 1, answers.Count(answer => answer.Status == HttpStatusCode.Gone));
        Assert.Equal(1, await _site.ReadAsync(db => db.Users.CountAsync()));
        Assert.Equal(1, await _site.ReadAsync(db => db.Grants.CountAsync()));
        Array.ForEach(visitors, visitor => visitor.Dispose());
    }

    [Fact]
    public async Task A_link_without_an_address_ends_when_there_is_an_administrator()
    {
        using var ada = _site.Visitor();
        var first = await _site.InviteAsync();
        var (token, hash) = SecretToken.New();
        await _site.ReadAsync(async db =>
        {
            var known = await db.Invitations.AsNoTracking().SingleAsync();
            db.Invitations.Add(new()
            {
                TokenHash = hash,
                Role = known.Role,
                Scopes = known.Scopes,
                Locales = known.Locales,
                CreatedAt = known.CreatedAt,
                ExpiresAt = known.ExpiresAt,
            });

            return await db.SaveChangesAsync();
        });

        await ada.AcceptAsync(first, GoodPassword);
        var second = await ada.AcceptAsync(InvitationLinks.Path + token, GoodPassword, email: "other@police.example");

        Assert.Equal(HttpStatusCode.Gone, second.Status);
        Assert.Equal(1, await _site.ReadAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task An_invited_address_cannot_be_changed_in_the_form()
    {
        using var ada = _site.Visitor();
        var link = await _site.InviteAsync("Ada@police.example");

        var form = await ada.GetAsync(link);
        await ada.PostAsync(link, form.FormToken, GoodPassword, email: "somebody@else.example");

        Assert.Equal("Ada@police.example", form.Value("Email"));
        Assert.True(form.Page.GetElementById("Email")!.HasAttribute("readonly"));
        Assert.Equal("Ada@police.example", (await _site.ReadAsync(db => db.Users.SingleAsync())).Email);
    }

    [Fact]
    public async Task The_database_keeps_the_hash_of_a_link_and_a_slow_hash_of_the_password()
    {
        using var ada = _site.Visitor();
        var link = await _site.InviteAsync();

        await ada.AcceptAsync(link, GoodPassword);

        var token = System.Buffers.Text.Base64Url.DecodeFromChars(link.AsSpan(InvitationLinks.Path.Length));
        Assert.Equal(32, token.Length);
        Assert.Equal(SHA256.HashData(token), (await _site.ReadAsync(db => db.Invitations.SingleAsync())).TokenHash);
        var hash = Convert.FromBase64String((await _site.ReadAsync(db => db.Users.SingleAsync())).PasswordHash!);
        Assert.Equal(210_000, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(5)));
    }

    [Fact]
    public async Task When_the_database_stops_while_the_form_is_sent_the_form_comes_back_with_its_texts()
    {
        using var ada = _site.Visitor();
        var link = await _site.InviteAsync();
        var form = await ada.GetAsync(link);

        Answer stopped;
        Answer unopened;

        await using (await _site.StopDatabaseAsync())
        {
            stopped = await ada.PostAsync(link, form.FormToken, GoodPassword);
            unopened = await ada.GetAsync(link);
        }

        var made = await ada.PostAsync(link, stopped.FormToken, GoodPassword);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, stopped.Status);
        Assert.StartsWith("Something is wrong on our side and nothing was saved.", Assert.Single(stopped.Problems).Sentence, StringComparison.Ordinal);
        Assert.Equal(("ada@police.example", "Ada Lovelace", null), (stopped.Value("Email"), stopped.Value("Name"), stopped.Value("Password")));
        Assert.DoesNotContain(GoodPassword, stopped.Html, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "This page cannot be shown right now"), (unopened.Status, unopened.Heading));
        Assert.Equal((HttpStatusCode.OK, "Your account has been created."), (made.Status, made.Heading));
    }

    [Fact]
    public async Task No_log_at_any_level_holds_a_link_or_a_password()
    {
        using var ada = _site.Visitor();
        var link = await _site.InviteAsync();
        var form = await ada.GetAsync(link);

        await ada.PostAsync(link, "forged", GoodPassword);
        await ada.PostAsync(link, form.FormToken, "Password1234!");

        await using (await _site.StopDatabaseAsync())
        {
            await ada.PostAsync(link, form.FormToken, GoodPassword);
        }

        await ada.PostAsync(link, form.FormToken, GoodPassword);
        await ada.GetAsync(link);
        await ada.GetAsync(link + "/more");

        Assert.Contains("was made by invitation", _site.Log.Text, StringComparison.Ordinal);
        Assert.Contains("the database failed", _site.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(link[InvitationLinks.Path.Length..], _site.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(GoodPassword, _site.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Password1234!", _site.Log.Text, StringComparison.Ordinal);
    }
}

public sealed class SqliteInvitationPageTests() : InvitationPageTests(DatabaseKind.Sqlite);

public sealed class PostgreSqlInvitationPageTests() : InvitationPageTests(DatabaseKind.PostgreSql);
