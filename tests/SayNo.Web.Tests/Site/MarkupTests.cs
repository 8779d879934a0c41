using SayNo.Testing;

namespace SayNo.Web.Tests.Site;

/// <summary>Two judges of markup that are not ours read every type of page in a Latin, a Greek, a Cyrillic and a right-to-left language.</summary>
/// <remarks>
/// Of html-validate's recommended rules three are off: doctype-style asks for capital letters; tel-non-breaking for blanks that do not
/// break, where our style sheet keeps a number in one line and a copied number stays plain; no-implicit-button-type for a word without
/// which a button does the same, send its form.
/// </remarks>
[Collection(OnTheSite.Name)]
public sealed class MarkupTests(CrawledSite site)
{
    private static readonly string[] Countries = ["/de/de", "/gr/el", "/bg/bg", "/de/ar"];
    private static readonly string[] Locales = ["de", "el", "bg", "ar"];

    [Fact]
    public async Task The_W3C_checker_finds_nothing_to_say_of_any_type_of_page()
    {
        using var folder = new TempFolder();
        await WriteAsync(folder.Path);

        Assert.Empty(await MarkupCheckers.AskW3CAsync(folder.Path, CancellationToken.None));
    }

    [Fact]
    public async Task Html_validate_finds_nothing_to_say_of_any_type_of_page()
    {
        using var folder = new TempFolder();
        await WriteAsync(folder.Path);

        Assert.Empty(await MarkupCheckers.AskHtmlValidateAsync(folder.Path, Rules, CancellationToken.None));
    }

    [Fact]
    public async Task Both_would_name_a_fault()
    {
        using var folder = new TempFolder();
        var fault = "<!doctype html><html lang=\"en\"><head><title>x</title></head><body><p foo=\"1\">x<img src=\"/x.png\"></p></body></html>";
        await File.WriteAllTextAsync(folder.File("fault.html"), fault);

        Assert.Contains(await MarkupCheckers.AskW3CAsync(folder.Path, CancellationToken.None), line => line.Contains("foo", StringComparison.Ordinal));
        Assert.Contains(
            await MarkupCheckers.AskHtmlValidateAsync(folder.Path, Rules, CancellationToken.None), line => line.Contains("alt", StringComparison.Ordinal));
    }

    private static string Rules => Repository.Path("tests/SayNo.Web.Tests/Site/html-validate.json");

    private async Task WriteAsync(string folder)
    {
        var pages = site.Pages.Select(page => page.Path).Where(IsSample)
            .Concat(Locales.SelectMany(locale => new[] { $"/?lang={locale}", $"/search/{locale}?q=112", $"/search/{locale}?q=zzqqzz" }))
            .Concat(Countries.Select(country => $"{country}/nothing"))
            .Append("/api")
            .ToList();

        Assert.True(pages.Count > 100, $"Only {pages.Count} pages were found.");

        foreach (var path in pages)
        {
            using var answer = await site.Http.GetAsync(new Uri(path, UriKind.Relative));
            var name = new string([.. path.Select(sign => char.IsAsciiLetterOrDigit(sign) ? sign : '_')]);
            await File.WriteAllTextAsync(Path.Combine(folder, $"{name}.html"), await answer.Content.ReadAsStringAsync());
        }
    }

    private static bool IsSample(string path) =>
        Countries.Any(country => path == country || path.StartsWith($"{country}/", StringComparison.Ordinal))
        || (path.Split('/') is ["", { Length: > 2 }, var locale] && Locales.Contains(locale));
}
