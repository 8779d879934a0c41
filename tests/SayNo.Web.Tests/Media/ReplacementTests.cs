using System.Net;
using System.Text.Json.Nodes;
using SayNo.Content;
using SayNo.Content.Publishing;
using SayNo.Web.Tests.Admin;

namespace SayNo.Web.Tests.Media;

/// <summary>Another file in the place of one, in every text that uses it.</summary>
public sealed class ReplacementTests(LibrarySite library) : IClassFixture<LibrarySite>
{
    [Fact]
    public async Task A_file_is_replaced_in_drafts_at_once_and_in_public_by_one_release()
    {
        using var lead = await library.Site.SignInAsync(AdminSite.Grant(Role.CampaignLead, "AT"));
        var old = await library.AddAsync("old.png", TestFiles.Png(library.NewWidth(), 21));
        var next = await library.AddAsync("next.png", TestFiles.Png(library.NewWidth(), 23));
        var shown = await FilmAsync(old.Path, lead, isPublic: true);
        var begun = await FilmAsync(old.Path, lead, isPublic: false);

        var page = await lead.GetPageAsync($"/admin/media/{old.Id}/replace");
        Assert.Equal(2, page.Page.QuerySelectorAll(".sn-uses li").Length);
        var refused = await lead.SubmitAsync(page, "Replace it in all these texts", ("path", old.Path));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Choose another file of the library.", refused.Html, StringComparison.Ordinal);
        var release = await lead.SendFormAsync(page, "Replace it in all these texts", ("path", next.Path));

        Assert.StartsWith("/admin/releases/", release.Location, StringComparison.Ordinal);
        Assert.Equal((old.Path, next.Path), await PostersAsync(shown));
        Assert.Equal((null, next.Path), await PostersAsync(begun));

        var id = release.Location.Split('/')[^1];
        var outlook = await library.Site.ReadAsync(db => Task.FromResult(db.Set<Content.Storage.ReleaseEntry>().Where(entry => entry.ReleaseId == id).Select(entry => entry.ItemId).ToList()));
        Assert.Equal([shown], outlook);
        Assert.Contains("New file for old.png", (await lead.GetPageAsync(release.Location)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_another_team_uses_too_is_not_replaced_behind_their_back()
    {
        using var lead = await library.Site.SignInAsync(AdminSite.Grant(Role.CampaignLead, "AT"));
        using var other = await library.Site.SignInAsync(AdminSite.Grant(Role.CampaignLead, "SE"));
        var old = await library.AddAsync("shared.png", TestFiles.Png(library.NewWidth(), 25));
        var next = await library.AddAsync("for us.png", TestFiles.Png(library.NewWidth(), 27));
        var ours = await FilmAsync(old.Path, lead, isPublic: false);
        await FilmAsync(old.Path, other, isPublic: false, "SE");

        var page = await lead.GetPageAsync($"/admin/media/{old.Id}/replace");
        var refused = await lead.SubmitAsync(page, "Replace it in all these texts", ("path", next.Path));

        Assert.Contains("use the file as well: SE.", refused.Html, StringComparison.Ordinal);
        Assert.Equal((null, old.Path), await PostersAsync(ours));
    }

    private async Task<string> FilmAsync(string path, Browser by, bool isPublic, string scope = "AT")
    {
        var created = await library.Site.WithAsync<ContentDrafts, CreateResult>(drafts =>
            drafts.CreateAsync(new() { Type = "Film", Scope = scope, Slug = $"film-{Guid.NewGuid():N}" }, by.Editor, default));
        var draft = new DraftText
        {
            ItemId = created.Item!.Id,
            Locale = "",
            Values = ContentValues.Parse($$"""{ "Language": "de", "Title": "Film", "Poster": [ { "Path": "{{path}}" } ] }"""),
        };
        await library.Site.WithAsync<ContentDrafts, SaveResult>(drafts => drafts.SaveAsync(draft, by.Editor, default));

        if (isPublic)
        {
            var result = await library.Site.WithAsync<ContentPublisher, PublishResult>(publisher => publisher.PublishAsync(created.Item.Id, "", Editor.System, default));
            Assert.True(result.IsDone, string.Join(' ', result.Problems.Select(problem => problem.Sentence)));
        }

        return created.Item.Id;
    }

    private Task<(string? Published, string? Draft)> PostersAsync(string itemId) => library.Site.ReadAsync(db =>
    {
        var variant = db.Variants.Where(one => one.ItemId == itemId).Select(one => new { Draft = one.Draft == null ? null : one.Draft.Data, Published = one.Published == null ? null : one.Published.Data }).Single();

        return Task.FromResult((PathIn(variant.Published), PathIn(variant.Draft)));
    });

    private static string? PathIn(string? data) => data is null ? null : (string?)JsonNode.Parse(data)!["Poster"]![0]!["Path"];
}
