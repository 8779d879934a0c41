using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Media.Storage;
using SayNo.Web.Media;
using SayNo.Web.Tests.Accounts;
using SayNo.Web.Tests.Admin;

namespace SayNo.Web.Tests.Media;

/// <summary>A site whose library the tests of a class fill, with an editor of Austria at a browser without script.</summary>
public sealed class LibrarySite : IAsyncLifetime
{
    private AdminSite? _site;
    private Browser? _editor;
    private int _files;

    public AdminSite Site => _site ?? throw new InvalidOperationException("The site has not been started.");

    /// <summary>May write in Austria.</summary>
    public Browser Editor => _editor ?? throw new InvalidOperationException("The site has not been started.");

    public async Task InitializeAsync()
    {
        _site = await AdminSite.StartAsync(DatabaseKind.Sqlite);
        await _site.CatchUpAsync();
        _editor = await _site.SignInAsync(AdminSite.Grant(Role.NationalEditor, "AT"));
    }

    public async Task DisposeAsync()
    {
        _editor?.Dispose();

        if (_site is not null)
        {
            await _site.DisposeAsync();
        }
    }

    /// <summary>A width that no other test's picture has, so that it is a file of its own.</summary>
    public int NewWidth() => 8 + Interlocked.Increment(ref _files);

    /// <summary>Sends files by the form.</summary>
    public static async Task<Answer> SendAsync(Browser browser, string scope, params IEnumerable<(string Name, byte[] Bytes)> files)
    {
        var page = await browser.GetPageAsync("/admin/media");
        using var form = new MultipartFormDataContent { { new StringContent(page.FormToken!), "form-token" }, { new StringContent(scope), "scope" } };

        foreach (var (name, bytes) in files)
        {
            form.Add(new ByteArrayContent(bytes), "files", name);
        }

        return await browser.SendAsync(new(HttpMethod.Post, "/admin/media") { Content = form });
    }

    /// <summary>Sends one file that must be taken.</summary>
    public async Task<MediaItem> AddAsync(string name, byte[] bytes)
    {
        var answer = await SendAsync(Editor, "AT", (name, bytes));
        Assert.True(answer.Location.StartsWith("/admin/media/", StringComparison.Ordinal), $"{answer.Status} {answer.Html}");

        return await FindAsync(answer.Location.Split('/', '?')[3]);
    }

    public Task<MediaItem> FindAsync(string id) => Site.WithAsync<MediaDb, MediaItem>(db => db.Media.AsNoTracking().SingleAsync(item => item.Id == id));

    /// <summary>What lies on the disk.</summary>
    public byte[] BytesOf(MediaItem item) => File.ReadAllBytes(Path.Combine(Site.MediaFolder, item.Path));

    /// <summary>Asks as a visitor.</summary>
    public async Task<HttpResponseMessage> VisitAsync(string path)
    {
        using var visitor = new HttpClient { BaseAddress = Site.Address };

        return await visitor.GetAsync(path.StartsWith('/') ? path : $"{MediaFolder.Root}/{path}");
    }

    /// <summary>One request of an upload, as a script sends it.</summary>
    public static async Task<Answer> UploadAsync(Browser browser, HttpMethod method, string path, byte[]? bytes, params IEnumerable<(string Name, string Value)> headers)
    {
        var token = (await browser.GetPageAsync("/admin/account")).FormToken!;
        var request = new HttpRequestMessage(method, path) { Content = bytes is null ? null : new ByteArrayContent(bytes) };
        request.Headers.TryAddWithoutValidation("Tus-Resumable", "1.0.0");
        request.Headers.TryAddWithoutValidation("Form-Token", token);

        if (request.Content is { } content)
        {
            content.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await browser.SendAsync(request);
    }

    public static Task<Answer> BeginAsync(Browser browser, string name, long length, string scope = "AT") => UploadAsync(
        browser, HttpMethod.Post, "/admin/media/uploads", null, ("Upload-Length", length.ToString(CultureInfo.InvariantCulture)),
        ("Upload-Metadata", $"filename {Base64(name)},scope {Base64(scope)}"));

    public static Task<Answer> PatchAsync(Browser browser, string path, long offset, byte[] bytes) =>
        UploadAsync(browser, HttpMethod.Patch, path, bytes, ("Upload-Offset", offset.ToString(CultureInfo.InvariantCulture)));

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
