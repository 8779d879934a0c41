using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace SayNo.Web.Tests.Accounts;

/// <summary>Somebody with a browser of their own.</summary>
public sealed class Visitor : IDisposable
{
    private readonly HttpClient _client;

    public Visitor(Uri site)
    {
        var handler = new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.Subject == AccountsSite.CertificateName;
        _client = new(handler) { BaseAddress = site };
    }

    public CookieContainer Cookies { get; } = new();

    public async Task<Answer> GetAsync(string path, string languages = "en")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept-Language", languages);

        return await SendAsync(request);
    }

    /// <summary>Opens the link, fills in the form and sends it.</summary>
    public async Task<Answer> AcceptAsync(string path, string password, string? again = null, string name = "Ada Lovelace", string email = "ada@police.example")
    {
        var form = await GetAsync(path);

        return await PostAsync(path, form.FormToken, password, again, name, email);
    }

    public async Task<Answer> PostAsync(
        string path, string? token, string password, string? again = null, string name = "Ada Lovelace", string email = "ada@police.example")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(
            [
                new("form-token", token), new("Email", email), new("Name", name), new("Password", password), new("PasswordAgain", again ?? password),
            ]),
        };

        return await SendAsync(request);
    }

    public void Dispose() => _client.Dispose();

    private async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        var response = await _client.SendAsync(request);
        var html = await response.Content.ReadAsStringAsync();

        return new(response, html, await new HtmlParser().ParseDocumentAsync(html));
    }
}

/// <summary>A page as it came back.</summary>
public sealed record Answer(HttpResponseMessage Response, string Html, IHtmlDocument Page)
{
    public HttpStatusCode Status => Response.StatusCode;

    /// <summary>The address that answered.</summary>
    public string Path => Response.RequestMessage?.RequestUri?.PathAndQuery ?? "";

    /// <summary>Where a redirect leads.</summary>
    public string Location => Response.Headers.Location?.OriginalString ?? "";

    public string? FormToken => Page.QuerySelector("input[name=form-token]")?.GetAttribute("value");

    public string Heading => Page.QuerySelector("h1")?.TextContent.Trim() ?? "";

    /// <summary>The sentences of the summary, each with the field it leads to.</summary>
    public IReadOnlyList<(string Sentence, string? Field)> Problems =>
        [.. Page.QuerySelectorAll("[role=alert] li").Select(item => (item.TextContent.Trim(), item.QuerySelector("a")?.GetAttribute("href")))];

    public string? Value(string id) => Page.GetElementById(id)?.GetAttribute("value");

    public string Header(string name) => Response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";
}
