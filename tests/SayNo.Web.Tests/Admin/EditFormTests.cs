using System.Net;
using Microsoft.EntityFrameworkCore;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Web.Tests.Accounts;

namespace SayNo.Web.Tests.Admin;

/// <summary>The form in which texts are written, as an editor's browser without script uses it.</summary>
public sealed class EditFormTests : IAsyncLifetime
{
    private AdminSite _site = null!;

    public async Task InitializeAsync() => _site = await AdminSite.StartAsync(DatabaseKind.Sqlite);

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task A_save_without_a_change_makes_nothing_new_for_any_text_that_ships()
    {
        using var lead = await _site.SignInAsync(AdminSite.Grant(Role.CampaignLead));
        var variants = await _site.ReadAsync(db => db.Variants.AsNoTracking().OrderBy(one => one.Id).ToListAsync());
        var versions = await CountAsync();
        var changed = new List<string>();

        // The form of sign-in has given a browser its antiforgery cookie; two pages at once would each bring another one.
        await lead.GetPageAsync("/admin");
        await Parallel.ForEachAsync(variants, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (variant, _) =>
        {
            var path = PathOf(variant.ItemId, variant.Locale);
            var page = await lead.GetPageAsync(path);
            var answer = await lead.SendFormAsync(page, "Save the draft");

            if (answer.Response.Headers.Location?.OriginalString != $"{path}?notice=same")
            {
                lock (changed)
                {
                    changed.Add($"{path}: {answer.Status} {answer.Response.Headers.Location} {string.Join(' ', answer.Problems)}");
                }
            }
        });

        Assert.True(changed.Count == 0, string.Join('\n', changed));
        Assert.Equal(versions, await CountAsync());
        Assert.True(variants.Count > 600);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task An_editor_changes_a_text_and_finds_it_as_a_draft_with_what_is_missing(DatabaseKind kind)
    {
        await UseAsync(kind);
        using var editor = await _site.SignInAsync(AdminSite.Grant(Role.NationalEditor, "AT"));
        var path = await PathOfAsync("CountryPage", "AT", "de");

        var saved = await editor.SubmitAsync(
            await editor.GetPageAsync(path), "Save the draft", ("value.Intro", "Du bist nicht schuld.\r\n\r\n- Rede mit uns."), ("value.Name", ""));

        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.Contains("The draft was saved", saved.Page.QuerySelector("[role=status]")!.TextContent);
        Assert.Equal("Du bist nicht schuld.\n\n- Rede mit uns.", Typed(saved, "Intro"));
        Assert.Equal("true", saved.Page.GetElementById("value.Name")!.GetAttribute("aria-invalid"));
        Assert.Contains("is missing", saved.Page.GetElementById("value.Name-problem")!.TextContent);
        Assert.NotNull(saved.Page.QuerySelector(".sn-note a[href='#value.Name']"));
    }

    [Fact]
    public async Task What_cannot_be_a_value_comes_back_with_a_sentence_and_nothing_else_is_lost()
    {
        using var editor = await _site.SignInAsync(AdminSite.Grant(Role.CampaignLead));
        var path = await PathOfAsync("Film", "AT", "");

        var refused = await editor.SubmitAsync(
            await editor.GetPageAsync(path), "Save the draft",
            ("value.DurationSeconds", "ten"), ("value.SourceRetrievedFrom", "Shorter <script>alert(1)</script>"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(refused.Problems, problem => problem.Field == "#value.DurationSeconds");
        Assert.Equal("ten", Typed(refused, "DurationSeconds"));
        Assert.Equal("Shorter <script>alert(1)</script>", Typed(refused, "SourceRetrievedFrom").Trim());
    }

    [Fact]
    public async Task Invisible_signs_are_taken_out_with_a_sentence()
    {
        using var editor = await _site.SignInAsync(AdminSite.Grant(Role.NationalEditor, "AT"));
        var path = await PathOfAsync("CountryPage", "AT", "de");

        var saved = await editor.SubmitAsync(await editor.GetPageAsync(path), "Save the draft", ("value.Name", "Öster\u202Ereich\u0007"));

        Assert.Contains("Invisible control characters were taken out", saved.Page.QuerySelector("[role=status]")!.TextContent);
        Assert.Equal("Österreich", Typed(saved, "Name"));
    }

    [Fact]
    public async Task A_form_without_its_token_saves_nothing_and_keeps_the_text()
    {
        using var editor = await _site.SignInAsync(AdminSite.Grant(Role.NationalEditor, "AT"));
        var path = await PathOfAsync("CountryPage", "AT", "de");
        var versions = await CountAsync();
        var page = await editor.GetPageAsync(path);

        var forged = await editor.SubmitAsync(page, "Save the draft", ("form-token", "forged"), ("value.Name", "Mine"));

        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
        Assert.Equal("Mine", Typed(forged, "Name"));
        Assert.Equal(versions, await CountAsync());

        foreach (var act in new[] { "/autosave", "/check", "/size", "?handler=Confirm", "?handler=Submit", "?handler=Publish", "?handler=Discard", "?handler=Find" })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await editor.PostAsync(path + act, ("value.Name", "Mine"))).Status);
        }
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task Another_countrys_text_is_neither_shown_nor_taken(DatabaseKind kind)
    {
        await UseAsync(kind);
        using var editor = await _site.SignInAsync(AdminSite.Grant(Role.NationalEditor, "AT"));
        var own = await editor.GetPageAsync(await PathOfAsync("CountryPage", "AT", "de"));
        var other = await PathOfAsync("CountryPage", "DE", "de");
        (string, string)[] form = [("form-token", own.FormToken!), ("value.Name", "Ours")];

        Assert.Equal(HttpStatusCode.Forbidden, (await editor.GetPageAsync(other)).Status);

        foreach (var act in new[] { "", "/autosave", "/check", "/size", "?handler=Confirm", "?handler=Submit", "?handler=Publish", "?handler=Discard", "?handler=Find" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await editor.PostAsync(other + act, form)).Status);
        }
    }

    [Fact]
    public async Task Whoever_may_only_read_sees_the_text_and_no_form()
    {
        using var auditor = await _site.SignInAsync(AdminSite.Grant(Role.Auditor));

        var page = await auditor.GetPageAsync(await PathOfAsync("CountryPage", "AT", "de"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Null(page.Page.QuerySelector("form[data-editor]"));
        Assert.Contains("Österreich", page.Page.QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task Ten_megabytes_are_refused_and_what_was_kept_before_is_shown()
    {
        using var editor = await _site.SignInAsync(AdminSite.Grant(Role.NationalEditor, "AT"));
        var path = await PathOfAsync("CountryPage", "AT", "de");
        var page = await editor.GetPageAsync(path);
        (string, string)[] typed = [("form-token", page.FormToken!), ("basedOn", BasedOn(page)), ("value.Name", "Kept")];
        await editor.PostAsync($"{path}/autosave", typed);

        var refused = await editor.SubmitAsync(page, "Save the draft", ("value.Intro", new string('ä', 5_000_000)));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.Status);
        Assert.Contains("at most 1 MB", refused.Problems.Single().Sentence);
        Assert.Equal("Kept", Typed(refused, "Name"));
    }

    [Fact]
    public async Task A_text_over_one_megabyte_that_fits_into_a_request_is_refused_too()
    {
        using var editor = await _site.SignInAsync(AdminSite.Grant(Role.NationalEditor, "AT"));
        var path = await PathOfAsync("CountryPage", "AT", "de");
        var page = await editor.GetPageAsync(path);

        var text = new string('a', 1_100_000);

        var refused = await editor.SubmitAsync(page, "Save the draft", ("value.Intro", text));
        var notKept = await editor.PostAsync($"{path}/autosave", ("form-token", page.FormToken!), ("value.Intro", text));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, notKept.Status);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task What_was_typed_and_not_saved_is_there_again_and_can_be_discarded(DatabaseKind kind)
    {
        await UseAsync(kind);
        using var editor = await _site.SignInAsync(AdminSite.Grant(Role.NationalEditor, "AT"));
        var path = await PathOfAsync("CountryPage", "AT", "de");
        var page = await editor.GetPageAsync(path);

        var kept = await editor.PostAsync(
            $"{path}/autosave", ("form-token", page.FormToken!), ("basedOn", BasedOn(page)), ("value.Name", "Half a na"));
        Assert.Equal(HttpStatusCode.OK, kept.Status);

        var again = await editor.GetPageAsync(path);
        Assert.Equal("Half a na", Typed(again, "Name"));
        Assert.Contains("typed and not saved", again.Page.QuerySelector("[role=status]")!.TextContent);

        var discarded = await editor.SubmitAsync(again, "Discard what I have not saved");
        Assert.Equal("Österreich", Typed(discarded, "Name"));
    }

    [Fact]
    public async Task While_the_database_cannot_be_written_the_form_comes_back_with_the_text_in_it()
    {
        using var editor = await _site.SignInAsync(AdminSite.Grant(Role.NationalEditor, "AT"));
        var path = await PathOfAsync("CountryPage", "AT", "de");
        var page = await editor.GetPageAsync(path);
        await _site.ReadAsync(db => db.Database.ExecuteSqlRawAsync(
            """CREATE TRIGGER "Full" BEFORE INSERT ON "Versions" BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END"""));

        var refused = await editor.SubmitAsync(page, "Save the draft", ("value.Name", "Not lost"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
        Assert.Equal("Not lost", Typed(refused, "Name"));

        await _site.ReadAsync(db => db.Database.ExecuteSqlRawAsync("""DROP TRIGGER "Full" """));
        var saved = await editor.SubmitAsync(refused, "Save the draft");
        Assert.Equal("Not lost", Typed(saved, "Name"));
    }

    [Fact]
    public async Task While_the_database_is_gone_what_was_typed_comes_back_and_can_be_sent_again()
    {
        using var editor = await _site.SignInAsync(AdminSite.Grant(Role.NationalEditor, "AT"));
        var page = await editor.GetPageAsync(await PathOfAsync("CountryPage", "AT", "de"));
        Answer refused;

        await using (await _site.StopDatabaseAsync())
        {
            refused = await editor.SubmitAsync(page, "Save the draft", ("value.Name", "Still here"));
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
        Assert.Equal("Still here", Typed(refused, "Name"));
        Assert.Equal("Still here", Typed(await editor.SubmitAsync(refused, "Save the draft"), "Name"));
    }

    [Fact]
    public async Task While_the_items_cannot_be_read_what_was_typed_comes_back_and_can_be_sent_again()
    {
        using var editor = await _site.SignInAsync(AdminSite.Grant(Role.NationalEditor, "AT"));
        var path = await PathOfAsync("CountryPage", "AT", "de");
        var page = await editor.GetPageAsync(path);
        await _site.ReadAsync(db => db.Database.ExecuteSqlRawAsync("""ALTER TABLE "Items" RENAME TO "Away" """));

        var refused = await editor.SubmitAsync(page, "Save the draft", ("value.Name", "Not lost either"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
        Assert.Equal("Not lost either", Typed(refused, "Name"));

        await _site.ReadAsync(db => db.Database.ExecuteSqlRawAsync("""ALTER TABLE "Away" RENAME TO "Items" """));
        var saved = await editor.SubmitAsync(refused, "Save the draft");
        Assert.Equal("Not lost either", Typed(saved, "Name"));
        Assert.NotEqual("", Typed(saved, "Intro"));
    }

    private async Task UseAsync(DatabaseKind kind)
    {
        if (kind != DatabaseKind.Sqlite)
        {
            await _site.DisposeAsync();
            _site = await AdminSite.StartAsync(kind);
        }
    }

    private static string PathOf(string itemId, string locale) => $"/admin/content/{itemId}/{(locale.Length == 0 ? "neutral" : locale)}";

    // A text is in the attribute or between the tags, as its length demands.
    private static string Typed(Answer page, string field)
    {
        var input = page.Page.GetElementById($"value.{field}")!;

        return input.GetAttribute("value") ?? input.TextContent.TrimStart('\n');
    }

    private static string BasedOn(Answer page) => page.Page.QuerySelector("form[data-editor] input[name=basedOn]")!.GetAttribute("value")!;

    private Task<string> PathOfAsync(string type, string scope, string locale) => _site.ReadAsync(async db =>
        PathOf((await db.Items.Where(item => item.Type == type && item.Scope == scope).OrderBy(item => item.Order).FirstAsync()).Id, locale));

    private Task<int> CountAsync() => _site.ReadAsync(db => db.Versions.CountAsync());
}
