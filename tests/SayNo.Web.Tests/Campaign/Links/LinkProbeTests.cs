using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using SayNo.Campaign.Links;

namespace SayNo.Web.Tests.Campaign.Links;

public sealed class LinkProbeTests : IAsyncLifetime
{
    private OtherServer _server = null!;

    public async Task InitializeAsync() => _server = await OtherServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("/fine", LinkFault.None, 200)]
    [InlineData("/get-only", LinkFault.None, 200)]
    [InlineData("/416", LinkFault.None, 416)]
    [InlineData("/404", LinkFault.NotFound, 404)]
    [InlineData("/410", LinkFault.NotFound, 410)]
    [InlineData("/403", LinkFault.TurnedAway, 403)]
    [InlineData("/429", LinkFault.TurnedAway, 429)]
    [InlineData("/500", LinkFault.ErrorAnswer, 500)]
    public async Task An_answer_is_understood(string path, LinkFault fault, int status)
    {
        var finding = await AskAsync(_server.Url(path));

        Assert.Equal(new LinkFinding(fault, status), finding);
    }

    [Fact]
    public async Task A_page_that_works_is_asked_once_for_its_headers_by_somebody_who_says_who_they_are()
    {
        await AskAsync(_server.Url("/fine"));

        var asked = Assert.Single(_server.Requests);
        Assert.Equal("HEAD", asked.Method);
        Assert.StartsWith("SayNo-LinkCheck/", asked.UserAgent, StringComparison.Ordinal);
        Assert.EndsWith("(+https://sayno.example)", asked.UserAgent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_GET_of_one_byte_counts_against_a_page_and_no_cookie_goes_along()
    {
        using var probe = Probe();
        await probe.AskAsync(_server.Url("/fine"), default);
        await probe.AskAsync(_server.Url("/404"), default);

        Assert.Equal([("HEAD", ""), ("HEAD", ""), ("GET", "bytes=0-0")], _server.Requests.Select(asked => (asked.Method, asked.Range)));
        Assert.All(_server.Requests, asked => Assert.Empty(asked.Cookie));
    }

    [Fact]
    public async Task Five_redirects_are_followed_and_it_is_said_where_they_lead()
    {
        Assert.Equal(new LinkFinding(LinkFault.None, 200, _server.Url("/fine").AbsoluteUri), await AskAsync(_server.Url("/hops/5")));
        Assert.Equal(LinkFault.TooManyRedirects, (await AskAsync(_server.Url("/hops/6"))).Fault);
    }

    [Fact]
    public async Task Redirects_in_a_circle_end()
    {
        var finding = await AskAsync(_server.Url("/loop"));

        Assert.Equal(LinkFault.TooManyRedirects, finding.Fault);
        Assert.Equal(6, _server.Requests.Count);
    }

    [Fact]
    public async Task A_server_that_keeps_silent_is_given_up()
    {
        using var probe = Probe(options => options.Timeout = TimeSpan.FromMilliseconds(500));
        var waited = Stopwatch.StartNew();

        var finding = await probe.AskAsync(_server.Url("/slow"), default);

        Assert.Equal(LinkFault.TooSlow, finding.Fault);
        Assert.InRange(waited.Elapsed, TimeSpan.FromMilliseconds(400), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Of_an_endless_page_the_beginning_is_enough()
    {
        var finding = await AskAsync(_server.Url("/endless"));

        Assert.Equal(LinkFault.None, finding.Fault);
        Assert.InRange(_server.Sent, 0, 32 * 1024 * 1024);
    }

    [Fact]
    public async Task No_more_than_one_request_goes_out_in_each_pause()
    {
        using var probe = Probe(options => options.Pause = TimeSpan.FromMilliseconds(150));
        var waited = Stopwatch.StartNew();

        await probe.AskAsync(_server.Url("/hops/3"), default);

        Assert.Equal(4, _server.Requests.Count);
        Assert.True(waited.Elapsed >= TimeSpan.FromMilliseconds(430), waited.Elapsed.ToString());
    }

    [Fact]
    public async Task A_name_that_does_not_exist_is_told_from_a_server_that_is_down()
    {
        var down = _server.Url("/fine");
        await _server.DisposeAsync();

        Assert.Equal(LinkFault.NoConnection, (await AskAsync(down)).Fault);
        Assert.Equal(LinkFault.NoSuchName, (await AskAsync(new("https://nobody.invalid/"))).Fault);
    }

    [Fact]
    public async Task A_wrong_certificate_is_named()
    {
        await using var server = await OtherServer.StartAsync(isHttps: true);

        Assert.Equal(LinkFault.Certificate, (await AskAsync(server.Url("/fine"))).Fault);
    }

    [Fact]
    public async Task A_private_address_is_never_opened()
    {
        using var probe = Probe(options => options.AllowLoopback = false);

        Assert.Equal(LinkFault.Forbidden, (await probe.AskAsync(_server.Url("/fine"), default)).Fault);
        Assert.Equal(LinkFault.Forbidden, (await probe.AskAsync(new($"http://localhost:{_server.Url("/").Port}/fine"), default)).Fault);
        Assert.Empty(_server.Requests);
    }

    [Theory]
    [InlineData("http://10.0.0.1/")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://[fd00::1]/")]
    [InlineData("https://1.1.1.1:8443/")]
    [InlineData("https://0x7f000001.example.invalid/", LinkFault.NoSuchName)]
    [InlineData("http://192.168.1.1:443/")]
    [InlineData("file:///etc/hostname")]
    [InlineData("ftp://ftp.example/")]
    public async Task A_redirect_into_a_private_network_or_off_the_web_is_not_followed(string target, LinkFault fault = LinkFault.Forbidden)
    {
        var finding = await AskAsync(_server.Url($"/to?url={Uri.EscapeDataString(target)}"));

        Assert.Equal(fault, finding.Fault);
        Assert.Equal(target.TrimEnd('/'), finding.LeadsTo?.TrimEnd('/'));
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::7f00:1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("2001:0:7f00:1::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("ff02::1", false)]
    public void Public_addresses_are_told_from_all_others(string address, bool isPublic) =>
        Assert.Equal(isPublic, PublicAddresses.Hold(IPAddress.Parse(address)));

    private static async Task<LinkFinding> AskAsync(Uri url)
    {
        using var probe = Probe();

        return await probe.AskAsync(url, default);
    }

    private static LinkProbe Probe(Action<LinkCheckOptions>? set = null)
    {
        var options = new LinkCheckOptions { AllowLoopback = true, Pause = TimeSpan.Zero, Timeout = TimeSpan.FromSeconds(10) };
        set?.Invoke(options);
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("SayNo:Address", "https://sayno.example/")]).Build();

        return new(Options.Create(options), settings, TimeProvider.System);
    }
}
