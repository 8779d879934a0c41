using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SayNo.Web.Tests.Site;

/// <summary>Somebody whose every visit would be recognised, if anything of it were written down.</summary>
internal sealed class KnownVisitor(Uri site) : IDisposable
{
    private const string Asked = "what-i-searched-for";

    private const string Browser = "SecretBrowser/7.7";

    private const string Before = "secret-referer.example";

    private const string Language = "zz-secret-language";

    private const string BehindProxy = "203.0.113.77";

    private static readonly IPAddress Address = IPAddress.Parse("127.77.88.99");

    // Pages, what is not there, what is refused, the API, searches, and names that only a typing error or an attack would send.
    private static readonly (string Method, string Path)[] Visits =
    [
        ("GET", "/"), ("GET", $"/?q={Asked}"), ("GET", "/de/de"), ("GET", $"/de/de?{Asked}"), ("GET", "/gr/el/film"), ("GET", "/about/bg"), ("GET", "/de"),
        ("HEAD", "/at/de"), ("GET", $"/search/de?q={Asked}"), ("GET", $"/nowhere?{Asked}"), ("GET", $"/{Asked}"), ("GET", $"/de/de/{Asked}"), ("POST", "/de/de"),
        ("DELETE", $"/{Asked}"), ("GET", $"/api/v1/countries?{Asked}=1"), ("GET", $"/api/v1/{Asked}"), ("GET", "/api/v1/countries/de/de"), ("PUT", "/api/v1/steps"),
        ("GET", $"/preview/{Asked}/de/de"), ("GET", $"/admin?{Asked}"), ("GET", "/icon.svg"), ("GET", $"/%2e%2e/{Asked}"), ("OPTIONS", $"/{Asked}"),
        ("GET", $"/api/v1/search?q={Asked}"), ("GET", $"/api/v1/search?q={Asked}&locale={Asked}"), ("GET", $"/failing?{Asked}"), ("GET", $"/api/v1/failing?{Asked}"),
    ];

    private static readonly string[] Malformed =
    [
        $"GET /{Asked} HTTP/9.9\r\n\r\n", $"{Asked}\r\n\r\n", $"GET /{Asked} HTTP/1.1\r\n\r\n", $"GET /{Asked} HTTP/1.1\r\nHost: a b {Asked}\r\n\r\n",
        $"GET http://{Before}:99999/{Asked} HTTP/1.1\r\nHost: {Before}\r\n\r\n", $"GET /{new string('x', 9_000)}{Asked} HTTP/1.1\r\nHost: x\r\n\r\n",
        $"POST /de/de HTTP/1.1\r\nHost: x\r\nContent-Length: {Asked}\r\n\r\n", $"GET /%00{Asked} HTTP/1.1\r\nHost: x\r\nUser-Agent: {Browser}\r\n\r\n",
    ];

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectCallback = ConnectAsync }) { BaseAddress = site };

    /// <summary>What must be found nowhere.</summary>
    public static IReadOnlyList<string> Marks { get; } = [Asked, Browser, Before, Language, BehindProxy, Address.ToString()];

    public async Task VisitAsync(int times, CancellationToken ct)
    {
        await Parallel.ForAsync(0, times, ct, async (number, stop) =>
        {
            var (method, path) = Visits[number % Visits.Length];
            using var request = new HttpRequestMessage(new(method), path);
            request.Headers.TryAddWithoutValidation("User-Agent", Browser);
            request.Headers.TryAddWithoutValidation("Referer", $"https://{Before}/{Asked}");
            request.Headers.TryAddWithoutValidation("Accept-Language", number % 2 == 0 ? Language : $"de, {Language}");
            request.Headers.TryAddWithoutValidation("X-Forwarded-For", BehindProxy);
            request.Headers.TryAddWithoutValidation("Cookie", $"a={Asked}");
            using var answer = await _http.SendAsync(request, stop);
        });

        foreach (var line in Malformed)
        {
            await SendAsync(line, ct);
        }
    }

    public void Dispose() => _http.Dispose();

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct) =>
        await ConnectAsync(context.DnsEndPoint.Port, ct);

    private static async Task<NetworkStream> ConnectAsync(int port, CancellationToken ct)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(Address, 0));
        await socket.ConnectAsync(IPAddress.Loopback, port, ct);

        return new(socket, ownsSocket: true);
    }

    private async Task SendAsync(string request, CancellationToken ct)
    {
        await using var stream = await ConnectAsync(_http.BaseAddress!.Port, ct);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), ct);
        await stream.ReadAtLeastAsync(new byte[1024], 1, throwOnEndOfStream: false, ct);
    }
}
