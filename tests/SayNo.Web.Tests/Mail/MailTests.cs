using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SayNo.Testing;
using SayNo.Theme;
using SayNo.Web.Mail;
using SayNo.Web.Tests.Accounts;

namespace SayNo.Web.Tests.Mail;

public sealed class MailTests : IDisposable
{
    private static readonly Letter Letter = new("zoe@police.example", "Say No! Ein neues Passwort", "Guten Tag Zoë,\r\n\r\nhttps://sayno.example/admin/renew/abc\r\n");

    private readonly TempFolder _folder = new();
    private readonly KeptLog _log = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_letter_goes_to_the_mail_server_of_the_settings()
    {
        using var server = new MailServer();
        await using var site = Site(("Host", "127.0.0.1"), ("Port", $"{server.Port}"), ("Tls", "false"), ("From", "sayno@sayno.example"));

        var isSent = await site.Services.GetRequiredService<IMail>().SendAsync(Letter, default);

        var taken = await server.Letter;
        Assert.True(isSent);
        Assert.Contains("MAIL FROM:<sayno@sayno.example>", taken, StringComparison.Ordinal);
        Assert.Contains("RCPT TO:<zoe@police.example>", taken, StringComparison.Ordinal);
        Assert.Contains("Subject:", taken, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_server_that_is_down_is_said_and_neither_address_nor_link_is_logged()
    {
        int port;

        using (var server = new MailServer())
        {
            port = server.Port;
        }

        await using var site = Site(("Host", "127.0.0.1"), ("Port", $"{port}"), ("Tls", "false"));

        Assert.False(await site.Services.GetRequiredService<IMail>().SendAsync(Letter, default));
        Assert.Contains("A letter could not be sent", _log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("zoe@", _log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/admin/renew/", _log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_mail_server_letters_become_files_that_only_the_site_can_read()
    {
        var folder = _folder.File("mail");
        await using var site = Site(("Folder", folder));

        Assert.True(await site.Services.GetRequiredService<IMail>().SendAsync(Letter, default));

        Assert.Contains("zoe@police.example", await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(folder, "*.eml"))), StringComparison.Ordinal);

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
        }
    }

    private WebApplication Site(params (string Name, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(settings.Select(one => KeyValuePair.Create($"SayNo:Mail:{one.Name}", (string?)one.Value)));
        builder.Logging.ClearProviders().AddProvider(_log);
        builder.AddSayNo([], new SayNoTheme());

        return builder.Build();
    }
}
