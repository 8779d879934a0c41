using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using SayNo.Content.Publishing;
using SayNo.Web.Tests.Accounts;

namespace SayNo.Web.Tests.Admin;

/// <summary>A browser without script: it keeps cookies, follows redirects and sends the forms that it finds in pages.</summary>
public sealed class Browser : IDisposable
{
    private const int MostRedirects = 5;

    private readonly HttpClient _client;
    private readonly CookieContainer _cookies = new();

    /// <param name="site">The site's address.</param>
    /// <param name="session">The key of an open session.</param>
    public Browser(Uri site, string? session = null)
    {
        var handler = new SocketsHttpHandler { CookieContainer = _cookies, AllowAutoRedirect = false };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.Subject == AccountsSite.CertificateName;
        _client = new(handler) { BaseAddress = site };

        if (session is not null)
        {
            var isHttps = site.Scheme == Uri.UriSchemeHttps;
            _cookies.Add(new Cookie(isHttps ? "__Host-sn-session" : "sn-session", session, isHttps ? "/" : "/admin", site.Host) { Secure = isHttps });
        }
    }

    /// <summary>Who is signed in, for tests that call verbs directly; nobody if the browser was not signed in by the site's test support.</summary>
    public Editor Editor { get; init; } = new("", "", []);

    public CookieContainer Cookies => _cookies;

    /// <summary>Sent with every request.</summary>
    public string Languages { get; set; } = "en";

    public string UserAgent { get; set; } = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";

    /// <summary>Opens an address and follows redirects.</summary>
    public async Task<Answer> GetPageAsync(string path) => await FollowAsync(await GetAsync(path));

    /// <summary>What an address answers itself.</summary>
    public Task<Answer> GetAsync(string path) => SendAsync(new(HttpMethod.Get, path));

    /// <summary>Sends any request with the browser's cookies; redirects are not followed.</summary>
    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        request.Headers.TryAddWithoutValidation("Accept-Language", Languages);
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        var response = await _client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();

        return new(response, text, await new HtmlParser().ParseDocumentAsync(text));
    }

    /// <summary>Sends fields as a form would; redirects are not followed.</summary>
    public Task<Answer> PostAsync(string path, params IEnumerable<(string Name, string Value)> fields) =>
        SendAsync(new(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) });

    /// <summary>Presses a button of a page, after changing some fields of its form, and follows redirects.</summary>
    /// <param name="page">The page.</param>
    /// <param name="button">The text on the button, or its id.</param>
    /// <param name="changes">What is typed: all fields of a name are replaced by these; null takes them out of the form.</param>
    public async Task<Answer> SubmitAsync(Answer page, string button, params (string Name, string? Value)[] changes) =>
        await FollowAsync(await SendFormAsync(page, button, changes));

    /// <summary>The same, but redirects are not followed.</summary>
    public Task<Answer> SendFormAsync(Answer page, string button, params (string Name, string? Value)[] changes)
    {
        var pressed = page.Page.QuerySelectorAll("button, input[type=submit]")
            .FirstOrDefault(one => one.Id == button || Text(one) == button)
            ?? throw new InvalidOperationException($"{page.Path} ({(int)page.Status}, {page.Page.Title}) has no button \"{button}\". It has: {string.Join(", ", page.Page.QuerySelectorAll("button").Select(Text))}");
        var form = pressed is IHtmlButtonElement { Form: { } owner } ? owner : (IHtmlFormElement)pressed.Closest("form")!;
        var changed = changes.Select(change => change.Name).ToHashSet(StringComparer.Ordinal);
        var fields = Fields(form).Where(field => !changed.Contains(field.Name))
            .Concat(changes.Where(change => change.Value is not null).Select(change => (change.Name, change.Value!)));

        if (pressed.GetAttribute("name") is { Length: > 0 } name)
        {
            fields = fields.Append((name, pressed.GetAttribute("value") ?? ""));
        }

        var action = pressed.GetAttribute("formaction") ?? form.GetAttribute("action");
        var target = string.IsNullOrEmpty(action) ? page.Path : new Uri(new Uri(_client.BaseAddress!, page.Path), action).PathAndQuery;

        return form.Method == "post" ? PostAsync(target, fields) : GetAsync($"{target.Split('?')[0]}?{Query(fields)}");
    }

    public void Dispose() => _client.Dispose();

    private async Task<Answer> FollowAsync(Answer answer)
    {
        for (var i = 0; i < MostRedirects && answer.Response.Headers.Location is { } location; i++)
        {
            answer = await GetAsync(location.IsAbsoluteUri && location.Scheme != "file" ? location.PathAndQuery : location.OriginalString);
        }

        return answer;
    }

    private static string Text(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Query(IEnumerable<(string Name, string Value)> fields) =>
        string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString(field.Value)}"));

    private static IEnumerable<(string Name, string Value)> Fields(IHtmlFormElement form) =>
        form.Elements.Where(element => element.GetAttribute("name") is { Length: > 0 } && !element.HasAttribute("disabled")).SelectMany(element => element switch
        {
            IHtmlInputElement { Type: "submit" or "button" or "reset" or "image" or "file" } => [],
            IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => [],
            IHtmlInputElement input => [(input.Name!, input.GetAttribute("value") ?? (input.Type is "checkbox" or "radio" ? "on" : ""))],
            IHtmlTextAreaElement area => [(area.Name!, area.Value)],
            IHtmlSelectElement select => select.Options.Where(option => option.IsSelected).Select(option => (select.Name!, option.Value)),
            _ => Array.Empty<(string, string)>(),
        });
}
