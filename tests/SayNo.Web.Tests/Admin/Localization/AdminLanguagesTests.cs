using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Testing;
using SayNo.Web.Localization;

namespace SayNo.Web.Tests.Admin.Localization;

public sealed class AdminLanguagesTests : IAsyncLifetime
{
    private static readonly string[] Folders =
        ["src/SayNo.Web/Admin/Localization", "modules/SayNo.Admin/Localization", "modules/SayNo.Campaign/Localization", "modules/SayNo.Accounts/Localization"];

    private AdminSite _site = null!;

    public async Task InitializeAsync()
    {
        _site = await AdminSite.StartAsync(DatabaseKind.Sqlite);
        await _site.CatchUpAsync();
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData("de")]
    [InlineData("fr")]
    public async Task A_screen_says_nothing_in_English_that_the_language_can_say(string locale)
    {
        using var editor = await _site.SignInAsync(AdminSite.Grant(Role.CampaignLead), AdminSite.Grant(Role.Administrator), AdminSite.Grant(Role.Auditor));
        editor.Languages = locale;
        var english = English(locale);
        var left = new List<string>();

        foreach (var path in await PathsAsync())
        {
            var page = await editor.GetPageAsync(path);
            Assert.True(page.Status == HttpStatusCode.OK, $"{path}: {page.Status}");
            left.AddRange(Said(page.Page, locale).Where(english.Contains).Select(text => $"{path}: {text}"));
        }

        Assert.Equal([], left);
    }

    private async Task<IReadOnlyList<string>> PathsAsync()
    {
        var country = await ItemAsync("CountryPage", "DE");
        var contact = await ItemAsync("CountryContact", "DE");
        var step = await ItemAsync("Step", "EU");
        string[] screens = ["", "/review", "/history", "/schedule", "/unpublish", "/preview", "/comments"];

        return
        [
            "/admin", "/admin/content", "/admin/content?type=Step&scope=EU", "/admin/content/new", "/admin/content/new?type=Alert&scope=DE",
            "/admin/contacts?scope=DE", "/admin/contacts/due", "/admin/accounts", "/admin/accounts/invite", "/admin/audit", "/admin/account",
            $"/admin/content/{country}", $"/admin/content/{step}", $"/admin/content/{country}/delete", $"/admin/content/{contact}/neutral", $"/admin/content/{country}/neutral",
            .. screens.Select(screen => $"/admin/content/{country}/de{screen}"),
        ];
    }

    private Task<string> ItemAsync(string type, string scope) =>
        _site.ReadAsync(db => db.Items.Where(item => item.Type == type && item.Scope == scope).Select(item => item.Id).FirstAsync());

    // What a page says in its own language: the texts of visitors and other languages' names say which they are in.
    private static IEnumerable<string> Said(IDocument page, string locale) => page.Body!.Descendants<IText>()
        .Where(text => text.ParentElement?.LocalName is not ("script" or "style" or "option") && text.ParentElement?.Closest("[lang]")?.GetAttribute("lang") is var lang && (lang is null || lang == locale))
        .Select(text => text.Data.Trim())
        .Concat(page.QuerySelectorAll("[aria-label]").Select(element => element.GetAttribute("aria-label") ?? ""));

    private static HashSet<string> English(string locale)
    {
        var entries = Folders.SelectMany(folder => PoFile.Parse(Repository.Read($"{folder}/{locale}.po"), locale).Entries).ToList();

        // One text's translation may be another text's English.
        return entries.Select(entry => entry.Id).Except(entries.SelectMany(entry => entry.Translations)).ToHashSet();
    }
}
