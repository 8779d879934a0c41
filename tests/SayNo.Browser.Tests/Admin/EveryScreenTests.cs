using System.Text;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SayNo.Admin.Exchange;
using SayNo.Campaign.RedButton;
using SayNo.Content;
using SayNo.Content.Publishing;
using SayNo.Content.Recipes;
using SayNo.Content.Releases;
using SayNo.Media.Library;
using SayNo.Web.Tests.Admin;
using SayNo.Web.Tests.Media;

namespace SayNo.Browser.Tests.Admin;

/// <summary>Every screen of the admin, and what stands there when there is nothing, when something is wrong and when it is refused.</summary>
[Collection(AtADesk.Name)]
public sealed class EveryScreenTests(AdminDesk desk, Chromium chromium) : IClassFixture<AdminDesk>
{
    private const int Narrowest = 320;

    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    // Signing out has no screen, and the second step belongs to a moment: the tests of the way in come by.
    private static readonly string[] Elsewhere = ["admin/sign-out", "admin/sign-in/code", "admin/account/second-factor"];

    private static readonly Grant[] Everything = [AdminSite.Grant(Role.Administrator), AdminSite.Grant(Role.CampaignLead)];

    [Theory]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    public async Task Axe_finds_nothing_nothing_sticks_out_and_no_two_buttons_have_one_name(int width, ColorScheme colors)
    {
        await using var context = await desk.SignInAsync(chromium, width, 800, Everything, new() { ColorScheme = colors });
        var problems = new List<string>();

        foreach (var (_, path) in await ScreensAsync())
        {
            problems.AddRange((await ProblemsAsync(await desk.OpenAsync(context, path), width)).Select(problem => $"{path}: {problem}"));
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems.Take(40)));
    }

    [Fact]
    public async Task No_screen_is_forgotten_here()
    {
        var known = (await ScreensAsync()).Select(screen => screen.Route).Concat(Elsewhere).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var routes = desk.Site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(endpoint => (endpoint.RoutePattern.RawText ?? "").Trim('/'))
            .Where(route => route.StartsWith("admin", StringComparison.OrdinalIgnoreCase) && !route.EndsWith("/index", StringComparison.OrdinalIgnoreCase));

        Assert.DoesNotContain(routes, route => !known.Contains(route));
    }

    private static async Task<IReadOnlyList<string>> ProblemsAsync(IPage page, int width)
    {
        await page.PutAxeAsync();
        List<string> problems = [.. await page.ViolationsAsync("tag", Rules)];
        problems.AddRange(await page.EvaluateAsync<string[]>(
            """
            () => Object.entries(Object.groupBy([...document.querySelectorAll('main button')].filter(one => one.checkVisibility()),
              one => (one.getAttribute('aria-label') ?? one.textContent).trim()))
              .filter(([name, buttons]) => buttons.length > 1 && !buttons.every(one => one.closest('[role=toolbar], [aria-label], fieldset')))
              .map(([name, buttons]) => `${buttons.length} buttons are called ${name}`)
            """));
        await page.SetViewportSizeAsync(width < 500 ? Narrowest : width, 800);

        if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
        {
            problems.Add("something sticks out");
        }

        await page.CloseAsync();

        return problems;
    }

    /// <summary>Routes, each with an address at which something is to be seen.</summary>
    private async Task<IReadOnlyList<(string Route, string Path)>> ScreensAsync()
    {
        var page = await desk.PathOfAsync("CountryPage", "AT", "de");
        var item = page[..page.LastIndexOf('/')];
        var step = (await desk.PathOfAsync("Step", "EU", "")).TrimEnd('/');
        var contact = await desk.PathOfAsync("CountryContact", "AT", "neutral");
        var entry = await desk.Site.ReadAsync(db => db.AuditEntries.Select(one => one.Sequence).OrderBy(one => one).FirstAsync());
        var release = await ReleaseAsync(item[(item.LastIndexOf('/') + 1)..]);
        var alert = await AlertAsync();
        var media = await MediaAsync();
        var account = (await desk.Site.AddAccountAsync("Colleague with a long name, Commissioner of the Federal Office", AdminSite.Grant(Role.NationalEditor, "AT"))).Id;

        return
        [
            ("admin", "/admin"), ("", "/admin?scope=AT"), ("", "/admin?scope=MT"),
            ("admin/content", "/admin/content"), ("", "/admin/content?q=nothing-is-called-this"), ("admin/content/picker", "/admin/content/picker"),
            ("admin/content/new", "/admin/content/new"), ("", "/admin/content/new?type=Alert&scope=AT"), ("admin/content/bulk", "/admin/content/bulk"),
            ("admin/content/order", "/admin/content/order?type=Step&scope=EU"), ("admin/content/{id}", item), ("admin/content/{id}/delete", $"{item}/delete"),
            ("admin/content/{id}/{locale}", page), ("", contact), ("", $"{item}/neutral"), ("admin/content/{id}/{locale}/translate", $"{step}/de/translate"), ("", $"{step}/ar/translate"),
            ("admin/content/{id}/{locale}/review", $"{page}/review"), ("admin/content/{id}/{locale}/history", $"{page}/history"),
            ("admin/content/{id}/{locale}/history/{number:int}", $"{page}/history/1"), ("admin/content/{id}/{locale}/compare", $"{page}/compare"),
            ("admin/content/{id}/{locale}/schedule", $"{page}/schedule"), ("admin/content/{id}/{locale}/unpublish", $"{page}/unpublish"),
            ("admin/content/{id}/{locale}/comments", $"{page}/comments"), ("admin/content/{id}/{locale}/preview", $"{page}/preview"),
            ("admin/translation", "/admin/translation"), ("", "/admin/translation?scope=AT"),
            ("admin/alert", "/admin/alert"), ("admin/alert/{id}", $"/admin/alert/{alert}"),
            ("admin/releases", "/admin/releases"), ("admin/releases/add", "/admin/releases/add"),
            ("admin/releases/{id}", $"/admin/releases/{release}"), ("admin/releases/{id}/preview", $"/admin/releases/{release}/preview"),
            ("admin/media", "/admin/media"), ("", "/admin/media?q=nothing-is-called-this"), ("admin/media/{id}", media), ("admin/media/{id}/replace", $"{media}/replace"),
            ("admin/exchange", "/admin/exchange"), ("admin/exchange/{id}", await ImportAsync("AT")), ("", await ImportAsync("DE")),
            ("admin/contacts", "/admin/contacts?scope=AT"), ("", "/admin/contacts"), ("admin/contacts/due", "/admin/contacts/due"),
            ("admin/contacts/{id}/check", $"/admin/contacts/{contact.Split('/')[3]}/check"),
            ("admin/audit", "/admin/audit"), ("", "/admin/audit?who=nobody-is-called-this"),
            ("admin/audit/{number:long:range(1,9000000000000000000)}", $"/admin/audit/{entry}"),
            ("admin/accounts", "/admin/accounts"), ("", "/admin/accounts?q=nobody-is-called-this"), ("admin/accounts/invite", "/admin/accounts/invite"),
            ("admin/accounts/{id:guid}", $"/admin/accounts/{account}"), ("admin/account", "/admin/account"), ("admin/notices", "/admin/notices"), ("admin/account/notices", "/admin/account/notices"),
            ("admin/sign-in", "/admin/sign-in?notice=fresh"), ("admin/sign-in/forgotten", "/admin/sign-in/forgotten"),
            ("admin/invitation/{token}", "/admin/invitation/unknown"), ("admin/renew/{token}", "/admin/renew/unknown"),
            ("", "/admin/nothing-is-here"), ("", "/admin/content/nothing"),
        ];
    }

    /// <summary>A file of Austria's texts with one that says something else, brought for some owner: for another it is refused.</summary>
    private async Task<string> ImportAsync(string scope)
    {
        using var stream = new MemoryStream();
        await desk.Site.WithAsync<RecipeExport, bool>(async export =>
        {
            await export.WriteAsync(stream, "AT", null, default);

            return true;
        });
        var text = Encoding.UTF8.GetString(stream.ToArray()).Replace("\"Text\": \"", "\"Text\": \"Neu: ", StringComparison.Ordinal);

        return "/admin/exchange/" + await desk.Site.WithAsync<ImportFiles, string>(files => files.KeepAsync(
            scope, "Austria.json", (file, ct) => file.WriteAsync(Encoding.UTF8.GetBytes(text), ct).AsTask(), default));
    }

    /// <summary>An alert that waits for a second person.</summary>
    private async Task<string> AlertAsync()
    {
        var template = await desk.Site.ReadAsync(db => db.Items.Where(item => item.Type == "AlertTemplate").OrderBy(item => item.Order).Select(item => item.Id).FirstAsync());
        var lead = new Editor("lead", "Lea", [AdminSite.Grant(Role.CampaignLead)]);
        var asked = await desk.Site.WithAsync<RedButtonDesk, RedAlertResult>(button =>
            button.AskAsync(new() { TemplateId = template, Countries = ["AT", "DE"], Lasts = TimeSpan.FromHours(2) }, lead, default));

        return asked.Alert!.Id;
    }

    private async Task<string> MediaAsync()
    {
        var part = Path.Combine(Directory.CreateDirectory(Path.Combine(desk.Site.MediaFolder, ".uploads")).FullName, Guid.NewGuid().ToString("N"));
        await File.WriteAllBytesAsync(part, TestFiles.Png(3, 2));
        var added = await desk.Site.WithAsync<Additions, AdditionResult>(additions =>
            additions.AddAsync(part, new() { Scope = "AT", Name = "A window at night, seen from the street.png" }, Editor.System, default));

        return $"/admin/media/{added.Item?.Id}";
    }

    /// <summary>A release with a good text in it and one that stops it.</summary>
    private async Task<string> ReleaseAsync(string itemId)
    {
        var by = Editor.System;
        var id = (await desk.Site.WithAsync<ContentReleases, ReleaseResult>(releases => releases.CreateAsync("Autumn", "EU", by, default))).Release!.Id;
        var newest = await desk.Site.ReadAsync(db => db.Variants.Where(one => one.ItemId == itemId && one.Locale == "de")
            .Select(one => one.DraftId ?? one.PublishedId).SingleAsync());

        foreach (var (locale, basedOn, values) in new[] { ("de", newest, "{}"), ("uk", null, """{ "Intro": "Ти не винен." }""") })
        {
            await desk.Site.WithAsync<ContentDrafts, SaveResult>(drafts =>
                drafts.SaveAsync(new() { ItemId = itemId, Locale = locale, Values = ContentValues.Parse(values), BasedOn = basedOn }, by, default));
        }

        await desk.Site.WithAsync<ContentReleases, ReleaseResult>(releases => releases.AddAsync(id, [(itemId, "de"), (itemId, "uk")], by, default));

        return id;
    }
}
