using System.Net;
using System.Net.Sockets;
using System.Text;
using SayNo.Content.Storage;
using SayNo.ContentApi.Guide;
using SayNo.Theme;
using SayNo.Web.Tests.Admin;
using SayNo.Web.Tests.Admin.Doors;
using SayNo.Web.Tests.ContentApi;

namespace SayNo.Web.Tests.Security;

/// <summary>Every address that the site has, and every way to be refused, answers with exactly the headers that guard who asked.</summary>
public sealed class HeaderSweepTests : IAsyncLifetime
{
    private const string Permissions = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=(), browsing-topics=()";

    private const string ApiPolicy = "default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly SayNoTheme Look = new();

    private static readonly string PagePolicy =
        $"default-src 'none'; script-src '{Look.ScriptHash}'; style-src '{Look.StyleHash}'; img-src 'self'; media-src 'self'; manifest-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    private AdminSite _site = null!;

    public async Task InitializeAsync()
    {
        _site = await AdminSite.StartAsync(DatabaseKind.Sqlite, isHttps: true);
        await _site.CatchUpAsync();
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Every_route_answers_with_the_exact_set_by_every_method()
    {
        using var visitor = _site.Open();
        var doors = await FoundDoor.AllAsync(_site.Services);
        var problems = new List<string>();

        foreach (var address in doors.SelectMany(door => new[] { door.Address(Known), door.Address(_ => "unknown") }).Distinct())
        {
            foreach (var method in new[] { "GET", "HEAD", "POST", "OPTIONS" })
            {
                problems.AddRange(await ProblemsAsync(visitor, method, address));
            }
        }

        Assert.True(doors.Count > 60, $"{doors.Count} doors");
        Assert.True(problems.Count == 0, string.Join('\n', problems.Take(60)));
    }

    [Theory]
    [InlineData("GET", "/nowhere/at/all/of/it")]
    [InlineData("GET", "/DE/de")]
    [InlineData("GET", "/de")]
    [InlineData("DELETE", "/de/de")]
    [InlineData("TRACE", "/de/de")]
    [InlineData("GET", "/de/%F0%28%8C%28")]
    [InlineData("GET", "/api/v1/countries?limit=none")]
    [InlineData("GET", "/api/v1/countries/de/de", "Accept", "text/csv")]
    [InlineData("GET", "/de/de", "If-None-Match", "*")]
    [InlineData("GET", "/icon.svg", "If-None-Match", "*")]
    [InlineData("GET", "/de/de", "Accept-Encoding", "br")]
    [InlineData("GET", "/admin/content/x/y/z")]
    [InlineData("GET", "/preview/no-such-link/de/de")]
    public async Task Every_refusal_redirect_and_unchanged_answer_has_it_too(string method, string path, string? header = null, string? value = null)
    {
        using var visitor = _site.Open();

        Assert.Empty(await ProblemsAsync(visitor, method, path, header, value));
    }

    [Fact]
    public async Task An_error_of_ours_has_it_too()
    {
        var failing = new SiteUnderTest(null, new FailingModule());
        await failing.InitializeAsync();

        using var answer = await failing.GetAsync("/api/v1/failing");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Empty(Wrong("/api/v1/failing", answer, isHttps: false));
        await failing.DisposeAsync();
    }

    [Theory]
    [InlineData("nonsense\r\n\r\n")]
    [InlineData("GET /de/de HTTP/1.1\r\n\r\n")]
    [InlineData("GET /de/de%00 HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("GET /{long} HTTP/1.1\r\nHost: x\r\n\r\n")]
    public async Task What_is_no_request_at_all_is_refused_with_nothing_that_could_harm(string request)
    {
        var plain = new SiteUnderTest();
        await plain.InitializeAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, plain.Http.BaseAddress!.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request.Replace("{long}", new string('a', 9_000), StringComparison.Ordinal)));
        using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);

        var answer = await reader.ReadToEndAsync();

        Assert.Matches("^HTTP/1.1 4(00|14) ", answer);
        Assert.EndsWith("\r\n\r\n", answer, StringComparison.Ordinal);
        Assert.Contains("Content-Length: 0\r\n", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Server:", answer, StringComparison.OrdinalIgnoreCase);
        await plain.DisposeAsync();
    }

    private static string Known(string parameter) => parameter switch
    {
        "country" or "code" => "de",
        "locale" => "de",
        "name" or "slug" => "safety",
        "path" => "de/de",
        "number" => "1",
        _ => "x",
    };

    private static async Task<IEnumerable<string>> ProblemsAsync(Browser visitor, string method, string path, string? header = null, string? value = null)
    {
        using var request = new HttpRequestMessage(new(method), path);

        if (header is not null)
        {
            request.Headers.TryAddWithoutValidation(header, value);
        }

        var answer = await visitor.SendAsync(request);

        return Wrong(path, answer.Response, isHttps: true).Select(problem => $"{method} {path} ({(int)answer.Response.StatusCode}): {problem}");
    }

    private static IEnumerable<string> Wrong(string path, HttpResponseMessage answer, bool isHttps)
    {
        var isAdmin = path.StartsWith("/admin", StringComparison.OrdinalIgnoreCase);
        var isApi = path.StartsWith("/api", StringComparison.Ordinal);
        var headers = answer.Headers.Concat(answer.Content.Headers).ToDictionary(one => one.Key, one => string.Join(", ", one.Value), StringComparer.OrdinalIgnoreCase);

        return new (string Name, Func<string?, bool> IsRight)[]
        {
            ("Referrer-Policy", text => text == "no-referrer"),
            ("X-Content-Type-Options", text => text == "nosniff"),
            ("Cross-Origin-Opener-Policy", text => text == "same-origin"),
            ("Cross-Origin-Embedder-Policy", text => text == "require-corp"),
            ("Cross-Origin-Resource-Policy", text => text == (isApi ? "cross-origin" : "same-origin")),
            ("Permissions-Policy", text => text == Permissions),
            ("Strict-Transport-Security", text => text == (isHttps ? "max-age=63072000; includeSubDomains; preload" : null)),
            ("Content-Security-Policy", text => isAdmin ? IsOfAdmin(text) : isApi ? text == ApiPolicy || text == ApiStyle.Policy : text == PagePolicy),
            ("Cache-Control", text => text is not null && (!isAdmin || text.Contains("no-", StringComparison.Ordinal))),
            ("Set-Cookie", text => text is null || isAdmin),
            ("Server", text => text is null),
            ("X-Powered-By", text => text is null),
        }.Where(rule => !rule.IsRight(headers.GetValueOrDefault(rule.Name))).Select(rule => $"{rule.Name}: {headers.GetValueOrDefault(rule.Name)}");
    }

    private static bool IsOfAdmin(string? policy) => policy is not null
        && policy.StartsWith($"default-src 'none'; script-src 'self' '{Look.ScriptHash}'; style-src 'self' '{Look.StyleHash}'; ", StringComparison.Ordinal)
        && policy.EndsWith("form-action 'self'; base-uri 'none'; frame-ancestors 'none'", StringComparison.Ordinal)
        && !policy.Contains("unsafe", StringComparison.Ordinal);
}
