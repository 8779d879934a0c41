using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SayNo.Content.Storage;
using SayNo.Web.Admin;

namespace SayNo.Web.Tests.Admin;

public sealed class OwnAddressTests
{
    private const string PublicPage = "/ie/en";

    [Fact]
    public async Task With_a_port_of_its_own_the_admin_is_there_and_nowhere_else()
    {
        var port = FreePort();
        await using var site = await StartAsync(port, $"http://localhost:{port}", $"http://127.0.0.1:{port}");
        await site.CatchUpAsync();

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(site.Address.Port, "/admin/sign-in"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(site.Address.Port, "/admin/assets/admin.css"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(site.Address.Port, "/admin/sign-in", $"localhost:{port}"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(site.Address.Port, PublicPage));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(port, "/admin/sign-in", $"localhost:{port}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(port, PublicPage, $"localhost:{port}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(port, "/api", $"localhost:{port}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(port, "/admin/sign-in", "www.example.org"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(port, PublicPage, "www.example.org"));
    }

    [Fact]
    public async Task Behind_a_proxy_the_host_that_is_asked_for_decides()
    {
        await using var site = await StartAsync(0, "https://admin.example.org", null);
        await site.CatchUpAsync();
        var port = site.Address.Port;

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(port, "/admin/sign-in", "admin.example.org"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(port, "/admin/sign-in", "ADMIN.example.org:443"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(port, "/admin/sign-in", "admin.example.org:8080"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(port, "/admin/sign-in", "www.example.org"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(port, PublicPage, "www.example.org"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(port, PublicPage, "admin.example.org"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(port, AdminAddress.ChangePassword, "www.example.org"));
        Assert.Equal(HttpStatusCode.Found, await StatusAsync(port, AdminAddress.ChangePassword, "admin.example.org"));
        Assert.Equal("https://admin.example.org/admin/x", site.Services.GetRequiredService<AdminAddress>().Of("/admin/x"));
    }

    [Fact]
    public async Task Programs_that_keep_passwords_are_led_to_the_screen_that_changes_them()
    {
        await using var site = await AdminSite.StartAsync(DatabaseKind.Sqlite);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });

        using var answer = await client.GetAsync(new Uri(site.Address, AdminAddress.ChangePassword));

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("/admin/account", answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("admin.example.org", null)]
    [InlineData("ftp://admin.example.org", null)]
    [InlineData("https://admin.example.org/secret", null)]
    [InlineData(null, "http://127.0.0.1:5081")]
    public void Settings_that_say_it_wrongly_are_refused(string? url, string? listen)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new(OwnAddress.UrlSetting, url), new(OwnAddress.ListenSetting, listen)]).Build();

        Assert.Throws<InvalidOperationException>(() => OwnAddress.Read(settings));
    }

    private static Task<AdminSite> StartAsync(int port, string url, string? listen) => AdminSite.StartAsync(DatabaseKind.Sqlite, configure: builder =>
    {
        builder.Configuration[OwnAddress.UrlSetting] = url;
        builder.Configuration[OwnAddress.ListenSetting] = listen;

        if (listen is not null)
        {
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        }
    });

    private static async Task<HttpStatusCode> StatusAsync(int port, string path, string? host = null)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{port}{path}");
        request.Headers.Host = host;

        return (await client.SendAsync(request)).StatusCode;
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
