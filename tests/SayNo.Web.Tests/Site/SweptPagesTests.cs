using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SayNo.Content.Storage;
using SayNo.Testing;
using SayNo.Web.Tests.Admin;

namespace SayNo.Web.Tests.Site;

/// <summary>
/// What the tests of the public pages walk through is all that there is: a new route or view must be named here, with a page or with the reason why not.
/// </summary>
public sealed partial class SweptPagesTests
{
    private static readonly Dictionary<string, string> NotSwept = new(StringComparer.Ordinal)
    {
        ["/{country:length(2)}/{locale}/partners"] = "draws the page of /partners/{locale} with the bar of a country",
        ["/partners"] = "leads to the page in the reader's language",
        ["/search"] = "leads to the page in the reader's language",
        ["/{name}"] = "leads to the page in the reader's language",
        ["/preview/{token}/{**path}"] = "draws any of the pages from drafts",
        ["/media/{**path}"] = "films, captions and pictures",
        ["/.well-known/change-password"] = "leads to the admin",
    };

    /// <summary>Pictures, and what browsers, search engines and finders of holes read.</summary>
    private static readonly string[] NoPages = [".svg", ".png", ".ico", ".webmanifest", ".xml", ".txt"];

    private static readonly Dictionary<string, string> PageOfView = new(StringComparer.Ordinal)
    {
        ["Chooser"] = "/",
        ["Country"] = "/at/de",
        ["Film"] = "/at/de/film",
        ["Text"] = "/at/de/already-sent",
        ["Sources"] = "/at/de/sources",
        ["Accessibility"] = "/at/de/accessibility",
        ["Partners"] = "/partners/de",
        ["Search"] = "/search/de?country=at&q=112",
        ["Error"] = "/at/de/nothing",
    };

    [Fact]
    public async Task Every_route_of_the_public_site_is_swept_or_left_out_for_a_reason()
    {
        var answered = new ConcurrentDictionary<string, string>();
        await using var site = await AdminSite.StartAsync(
            DatabaseKind.Sqlite, configure: builder => builder.Services.AddSingleton<IStartupFilter>(new Watch(answered)));
        await site.CatchUpAsync();
        using var visitor = site.Open();

        foreach (var path in PageTypes.In("de"))
        {
            var answer = await visitor.GetAsync(path);
            Assert.Equal(path.EndsWith("/nothing", StringComparison.Ordinal) ? HttpStatusCode.NotFound : HttpStatusCode.OK, answer.Status);
        }

        var swept = answered.Values.ToHashSet();
        var found = site.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .OfType<RouteEndpoint>().Where(IsRead).Select(Pattern).Where(IsPublicPage).ToHashSet();
        Assert.Empty(found.Except(swept).Except(NotSwept.Keys));
        Assert.Empty(NotSwept.Keys.Except(found));
        Assert.Empty(NotSwept.Keys.Intersect(swept));
    }

    [Fact]
    public void Every_view_that_is_a_page_is_drawn_by_one_that_is_swept()
    {
        var views = Directory.GetFiles(Repository.Path("themes/SayNo.Theme/Themes/SayNo"), "*.cshtml")
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file), File.ReadAllText);
        var parts = views.Values.SelectMany(text => Part().Matches(text)).Select(match => match.Groups["name"].Value);

        var pages = views.Keys.Where(name => !name.StartsWith('_')).Except(parts).Except(["Layout"]);

        Assert.Equal(PageOfView.Keys.Order(), pages.Order());
        Assert.Empty(PageOfView.Values.Except(PageTypes.In("de")));
    }

    private static bool IsRead(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is not { HttpMethods.Count: > 0 } methods || methods.HttpMethods.Contains(HttpMethods.Get);

    private static string Pattern(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText?.TrimStart('/');

    // The admin and the API have sweeps of their own.
    private static bool IsPublicPage(string pattern) =>
        !pattern.StartsWith("/admin", StringComparison.OrdinalIgnoreCase) && !pattern.StartsWith("/api", StringComparison.OrdinalIgnoreCase)
        && !NoPages.Contains(Path.GetExtension(pattern));

    [GeneratedRegex("PartialAsync\\(\"(?<name>[A-Za-z]+)\"")]
    private static partial Regex Part();

    /// <summary>Writes down which route answered each address.</summary>
    private sealed class Watch(ConcurrentDictionary<string, string> answered) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (context, rest) =>
            {
                await rest(context);

                if (context.GetEndpoint() is RouteEndpoint endpoint)
                {
                    answered[context.Request.Path] = Pattern(endpoint);
                }
            });
            next(app);
        };
    }
}
