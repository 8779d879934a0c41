using System.Net;
using Microsoft.EntityFrameworkCore;
using SayNo.Accounts;
using SayNo.Accounts.Invitations;
using SayNo.Content.Storage;

namespace SayNo.Web.Tests.Accounts;

/// <summary>What the form says and how it is guarded; the same on either database.</summary>
public sealed class InvitationFormTests : IAsyncLifetime
{
    private const string GoodPassword = "Lavender-tractor 7 umbrella";

    private AccountsSite _site = null!;

    public async Task InitializeAsync() => _site = await AccountsSite.StartAsync(DatabaseKind.Sqlite);

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData("", null, "Password", "Enter a password.")]
    [InlineData("short-key-7", null, "Password", "The password has 11 characters. It needs at least 12.")]
    [InlineData("Password1234!", null, "Password", "Many people use a password like this one. Choose another one.")]
    [InlineData("my lovelace is blue", null, "Password", "The password contains your name or your e-mail address. Choose another one.")]
    [InlineData("blue POLICE.EXAMPLE car", null, "Password", "The password contains your name or your e-mail address. Choose another one.")]
    [InlineData(GoodPassword, "Lavender-tractor 8 umbrella", "PasswordAgain", "The two passwords differ. Enter the same password twice.")]
    public async Task A_bad_password_is_refused_on_top_and_beside_its_field_and_never_sent_back(string password, string? again, string field, string sentence)
    {
        using var ada = _site.Visitor();
        var link = await _site.InviteAsync();

        var answer = await ada.AcceptAsync(link, password, again);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal([(sentence, $"#{field}")], answer.Problems);
        Assert.Equal(sentence, answer.Page.GetElementById($"{field}-problem")!.TextContent);
        Assert.Contains($"{field}-problem", answer.Page.GetElementById(field)!.GetAttribute("aria-describedby"), StringComparison.Ordinal);
        Assert.Equal("true", answer.Page.GetElementById(field)!.GetAttribute("aria-invalid"));
        Assert.StartsWith("Error: ", answer.Page.Title, StringComparison.Ordinal);
        Assert.All(answer.Page.QuerySelectorAll("input[type=password]"), input => Assert.False(input.HasAttribute("value")));
        Assert.Equal(("ada@police.example", "Ada Lovelace"), (answer.Value("Email"), answer.Value("Name")));
        Assert.False(await _site.ReadAsync(db => db.Users.AnyAsync()));
    }

    [Fact]
    public async Task All_mistakes_are_said_at_once_in_the_order_of_the_form()
    {
        using var ada = _site.Visitor();

        var answer = await ada.AcceptAsync(await _site.InviteAsync(), "x", name: "Ada\u202Eecalevol", email: "nobody");

        Assert.Equal(["#Email", "#Name", "#Password"], answer.Problems.Select(problem => problem.Field));
    }

    [Fact]
    public async Task What_was_typed_comes_back_as_text_and_not_as_markup()
    {
        using var ada = _site.Visitor();

        var answer = await ada.AcceptAsync(await _site.InviteAsync(), "x", name: "\"><script>alert(1)</script>");

        Assert.Empty(answer.Page.QuerySelectorAll("script"));
        Assert.Equal("\"><script>alert(1)</script>", answer.Value("Name"));
    }

    [Fact]
    public async Task A_forged_form_is_refused_and_nothing_of_it_is_shown()
    {
        using var ada = _site.Visitor();
        using var mallory = _site.Visitor();
        var link = await _site.InviteAsync();
        var form = await ada.GetAsync(link);

        var answers = new[]
        {
            await mallory.PostAsync(link, form.FormToken, GoodPassword),
            await ada.PostAsync(link, "forged", GoodPassword),
            await ada.PostAsync(link, null, GoodPassword),
        };

        Assert.All(answers, answer =>
        {
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.StartsWith("The form came back without its cookie", Assert.Single(answer.Problems).Sentence, StringComparison.Ordinal);
            Assert.Equal("", answer.Value("Name"));
        });
        Assert.False(await _site.ReadAsync(db => db.Users.AnyAsync()));
        Assert.Equal(HttpStatusCode.OK, (await ada.PostAsync(link, form.FormToken, GoodPassword)).Status);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB")]
    [InlineData("%0a..%2f..%2fetc%2fpasswd")]
    public async Task A_link_that_was_never_given_out_does_not_exist(string token)
    {
        using var ada = _site.Visitor();

        var answer = await ada.GetAsync(InvitationLinks.Path + token);

        Assert.Equal((HttpStatusCode.NotFound, "This link does not exist"), (answer.Status, answer.Heading));
    }

    [Fact]
    public async Task Guessing_is_slowed_down_for_a_minute()
    {
        using var mallory = _site.Visitor();
        var link = await _site.InviteAsync();

        for (var guess = 0; guess < GuessLimit.GuessesPerWindow; guess++)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await mallory.GetAsync(InvitationLinks.Path + SecretToken.New().Text)).Status);
        }

        var refused = await mallory.GetAsync(InvitationLinks.Path + SecretToken.New().Text);
        _site.Clock.Wait(GuessLimit.Window);
        var later = await mallory.GetAsync(link);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.InRange(int.Parse(refused.Header("Retry-After"), null), 1, 60);
        Assert.Equal(HttpStatusCode.OK, later.Status);
    }

    [Fact]
    public async Task The_page_stays_out_of_caches_search_engines_frames_and_referrers()
    {
        using var ada = _site.Visitor();

        foreach (var path in new[] { await _site.InviteAsync(), InvitationLinks.Path + "x" })
        {
            var answer = await ada.GetAsync(path);

            Assert.Equal("no-store", answer.Header("Cache-Control"));
            Assert.Equal("noindex, nofollow", answer.Header("X-Robots-Tag"));
            Assert.Equal("no-referrer", answer.Header("Referrer-Policy"));
            Assert.Contains("default-src 'none'", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
            Assert.Empty(answer.Page.QuerySelectorAll("script, [src], [style]"));
            Assert.All(answer.Page.QuerySelectorAll("link"), link => Assert.StartsWith("/admin/assets/", link.GetAttribute("href"), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Over_plain_http_the_cookie_belongs_to_the_admin_alone()
    {
        using var ada = _site.Visitor();

        var cookie = (await ada.GetAsync(await _site.InviteAsync())).Header("Set-Cookie");

        Assert.StartsWith("sn-form=", cookie, StringComparison.Ordinal);
        Assert.EndsWith("; path=/admin; samesite=strict; httponly", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_https_the_cookie_is_bound_to_the_host_and_the_form_works()
    {
        await using var site = await AccountsSite.StartAsync(DatabaseKind.Sqlite, isHttps: true);
        using var ada = site.Visitor();
        var link = await site.InviteAsync();

        var cookie = (await ada.GetAsync(link)).Header("Set-Cookie");
        var made = await ada.AcceptAsync(link, GoodPassword);

        Assert.StartsWith("__Host-sn-form=", cookie, StringComparison.Ordinal);
        Assert.EndsWith("; path=/; secure; samesite=strict; httponly", cookie, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, made.Status);
    }

    [Theory]
    [InlineData("de-AT,en;q=0.5", "", "de", "Konto anlegen")]
    [InlineData("fr", "", "fr", "Créer votre compte")]
    [InlineData("el", "", "en", "Create your account")]
    [InlineData("fr", "?interface=de", "de", "Konto anlegen")]
    public async Task The_page_speaks_the_language_of_the_browser_or_the_one_chosen(string languages, string query, string locale, string heading)
    {
        using var ada = _site.Visitor();

        var answer = await ada.GetAsync(await _site.InviteAsync() + query, languages);

        Assert.Equal((locale, heading), (answer.Page.DocumentElement.GetAttribute("lang"), answer.Heading));
    }

    [Fact]
    public async Task The_keys_that_sign_forms_can_be_read_by_the_site_alone()
    {
        using var ada = _site.Visitor();
        await ada.GetAsync(await _site.InviteAsync());

        var folder = new DirectoryInfo(_site.KeyFolder);

        Assert.NotEmpty(folder.GetFiles("key-*.xml"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, folder.UnixFileMode);
    }

    [Fact]
    public async Task Other_addresses_of_the_admin_do_not_exist_and_set_no_cookie()
    {
        using var ada = _site.Visitor();

        foreach (var path in new[] { "/admin", "/admin/invitation", "/admin/invitation/", "/admin/other", "/admin/_layout" })
        {
            var answer = await ada.GetAsync(path);

            Assert.Equal((HttpStatusCode.NotFound, ""), (answer.Status, answer.Header("Set-Cookie")));
            Assert.Equal("no-store", answer.Header("Cache-Control"));
        }
    }

    [Fact]
    public async Task An_oversized_form_is_refused()
    {
        using var ada = _site.Visitor();
        var link = await _site.InviteAsync();

        var answer = await ada.AcceptAsync(link, GoodPassword, name: new string('x', 200_000));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Equal(HttpStatusCode.OK, (await ada.GetAsync(link)).Status);
    }
}
