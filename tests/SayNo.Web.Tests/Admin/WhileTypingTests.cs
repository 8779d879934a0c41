using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Web.Tests.Admin;

/// <summary>What the form of a text asks the server while an editor is typing.</summary>
public sealed class WhileTypingTests : IAsyncLifetime
{
    private AdminSite _site = null!;

    public async Task InitializeAsync() => _site = await AdminSite.StartAsync(DatabaseKind.Sqlite);

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Checks_while_typing_say_what_saving_would_say()
    {
        using var editor = await _site.SignInAsync(AdminSite.Grant(Role.NationalEditor, "AT"));
        var path = await PathOfAsync("CountryPage", "AT", "");
        var page = await editor.GetPageAsync(path);

        var checkedForm = await editor.PostAsync($"{path}/check", ("form-token", page.FormToken!), ("value.EmergencyNumber", "1 2 x"));

        Assert.Equal(HttpStatusCode.OK, checkedForm.Status);
        Assert.Contains("\"EmergencyNumber\":[\"Emergency number must be a telephone number", checkedForm.Html);
    }

    [Fact]
    public async Task The_weight_of_the_country_page_is_known_while_typing()
    {
        using var editor = await _site.SignInAsync(AdminSite.Grant(Role.NationalEditor, "AT"));
        var path = await PathOfAsync("CountryPage", "AT", "de");
        var page = await editor.GetPageAsync(path);
        var basedOn = page.Page.QuerySelector("form[data-editor] input[name=basedOn]")!.GetAttribute("value")!;
        (string, string)[] form = [("form-token", page.FormToken!), ("basedOn", basedOn)];

        var before = await WeighAsync(editor, path, form);
        var after = await WeighAsync(editor, path, [.. form, ("value.Intro", string.Concat(Enumerable.Range(0, 400).Select(i => $"{i * 7919} ")))]);

        Assert.Equal("/at/de", before.GetProperty("path").GetString());
        Assert.Equal(14_000, before.GetProperty("limit").GetInt32());
        Assert.InRange(after.GetProperty("bytes").GetInt32() - before.GetProperty("bytes").GetInt32(), 500, 4_000);
    }

    [Fact]
    public async Task Markdown_is_drawn_without_any_html_of_its_own()
    {
        using var editor = await _site.SignInAsync(AdminSite.Grant(Role.NationalEditor, "AT"));
        var page = await editor.GetPageAsync(await PathOfAsync("CountryPage", "AT", "de"));

        var drawn = await editor.PostAsync(
            "/admin/content/markdown", ("form-token", page.FormToken!), ("language", "de"),
            ("text", "**Stark** <script>alert(1)</script> [x](javascript:alert(1))"));

        Assert.Contains("<strong>Stark</strong>", drawn.Html);
        Assert.DoesNotContain("<script", drawn.Html);
        Assert.DoesNotContain("javascript:", drawn.Html);
    }

    private static async Task<JsonElement> WeighAsync(Browser editor, string path, (string, string)[] form) =>
        JsonElement.Parse((await editor.PostAsync($"{path}/size", form)).Html);

    private Task<string> PathOfAsync(string type, string scope, string locale) => _site.ReadAsync(async db =>
        $"/admin/content/{(await db.Items.Where(item => item.Type == type && item.Scope == scope).OrderBy(item => item.Order).FirstAsync()).Id}/{(locale.Length == 0 ? "neutral" : locale)}");
}
