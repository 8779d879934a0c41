using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SayNo.Accounts.Storage;
using SayNo.Content.Publishing;
using SayNo.Media.Storage;
using SayNo.Media.Uploading;
using SayNo.Web.Tests.Admin;

namespace SayNo.Web.Tests.Media;

/// <summary>Uploads in parts (tus 1.0), which go on after a lost connection.</summary>
public sealed class UploadTests(LibrarySite library) : IClassFixture<LibrarySite>
{
    [Fact]
    public async Task An_upload_goes_on_where_it_stopped_and_ends_in_the_library()
    {
        var bytes = TestFiles.Png(library.NewWidth(), 300);
        var begun = await LibrarySite.BeginAsync(library.Editor, "Größe.png", bytes.Length);
        var path = begun.Location;
        Assert.Equal(HttpStatusCode.Created, begun.Status);
        Assert.Equal("1.0.0", begun.Header("Tus-Resumable"));

        var first = await LibrarySite.PatchAsync(library.Editor, path, 0, bytes[..30]);
        var again = await LibrarySite.PatchAsync(library.Editor, path, 0, bytes[..30]);
        var beyond = await LibrarySite.PatchAsync(library.Editor, path, 50, bytes[50..]);
        var looked = await LibrarySite.UploadAsync(library.Editor, HttpMethod.Head, path, null);

        Assert.Equal((HttpStatusCode.NoContent, "30"), (first.Status, first.Header("Upload-Offset")));
        Assert.Equal((HttpStatusCode.Conflict, "30"), (again.Status, again.Header("Upload-Offset")));
        Assert.Equal((HttpStatusCode.Conflict, "30"), (beyond.Status, beyond.Header("Upload-Offset")));
        Assert.Equal((HttpStatusCode.OK, "30", bytes.Length.ToString(CultureInfo.InvariantCulture)), (looked.Status, looked.Header("Upload-Offset"), looked.Header("Upload-Length")));
        Assert.Equal("no-store", looked.Header("Cache-Control"));

        var last = await LibrarySite.PatchAsync(library.Editor, path, 30, bytes[30..]);

        Assert.Equal(HttpStatusCode.NoContent, last.Status);
        var item = await library.FindAsync(last.Header("Media-Id"));
        Assert.Equal(("Größe.png", "AT"), (item.Name, item.Scope));
        Assert.Equal(bytes, library.BytesOf(item));
        Assert.Equal(HttpStatusCode.NotFound, (await LibrarySite.UploadAsync(library.Editor, HttpMethod.Head, path, null)).Status);
    }

    [Fact]
    public async Task A_file_that_is_refused_when_it_is_whole_says_why_and_is_gone()
    {
        var bytes = TestFiles.Jpeg(40, 20, turned: 6);
        var path = (await LibrarySite.BeginAsync(library.Editor, "a.jpg", bytes.Length)).Location;

        var answer = await LibrarySite.PatchAsync(library.Editor, path, 0, bytes);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("\"fault\":\"turned\"", answer.Html, StringComparison.Ordinal);
        Assert.Contains("The picture lies on its side", answer.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await LibrarySite.UploadAsync(library.Editor, HttpMethod.Head, path, null)).Status);
    }

    [Fact]
    public async Task More_than_was_announced_too_much_and_other_protocols_are_refused()
    {
        var path = (await LibrarySite.BeginAsync(library.Editor, "a.png", 4)).Location;

        Assert.Equal(HttpStatusCode.BadRequest, (await LibrarySite.PatchAsync(library.Editor, path, 0, new byte[5])).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await LibrarySite.UploadAsync(library.Editor, HttpMethod.Patch, path, [1], ("Upload-Offset", "0"), ("Tus-Resumable", "0.2"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await LibrarySite.UploadAsync(library.Editor, HttpMethod.Patch, path, null, ("Upload-Offset", "0"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await LibrarySite.PatchAsync(library.Editor, path, -1, [1])).Status);

        var large = await LibrarySite.BeginAsync(library.Editor, "a.mp4", 5_000_000_000);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.Status);
        Assert.Contains("The file has 5000 megabytes, and at most 4000 are taken.", large.Html, StringComparison.Ordinal);
        var empty = await LibrarySite.BeginAsync(library.Editor, "a.mp4", 0);
        Assert.Contains("The file is empty.", empty.Html, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NoContent, (await LibrarySite.UploadAsync(library.Editor, HttpMethod.Delete, path, null)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await LibrarySite.UploadAsync(library.Editor, HttpMethod.Head, path, null)).Status);
    }

    [Fact]
    public async Task What_an_owner_may_have_is_counted_with_what_is_on_its_way()
    {
        using var lead = await library.Site.SignInAsync(AdminSite.Grant(Role.CampaignLead, "SE"));
        var path = "";

        for (var i = 0; i < 12; i++)
        {
            path = (await LibrarySite.BeginAsync(lead, $"{i}.mp4", 4_000_000_000, "SE")).Response.Headers.Location?.ToString() ?? path;
        }

        var answer = await LibrarySite.BeginAsync(lead, "one more.mp4", 4_000_000_000, "SE");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.True(answer.Html.Contains("The library has 50000 megabytes for this owner", StringComparison.Ordinal) || answer.Html.Contains("The server has no room left", StringComparison.Ordinal), answer.Html);
    }

    [Fact]
    public async Task Whoever_loses_the_right_in_the_middle_sends_no_further_byte()
    {
        using var leaving = await library.Site.SignInAsync(AdminSite.Grant(Role.NationalEditor, "AT"));
        var path = (await LibrarySite.BeginAsync(leaving, "a.png", 100)).Location;
        await LibrarySite.PatchAsync(leaving, path, 0, new byte[10]);
        await library.Site.WithAsync<AccountsDb, int>(db => db.Grants.Where(grant => grant.AccountId == Guid.Parse(leaving.Editor.Id)).ExecuteDeleteAsync());

        var answer = await LibrarySite.PatchAsync(leaving, path, 10, new byte[90]);

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Equal("10", (await LibrarySite.UploadAsync(library.Editor, HttpMethod.Head, path, null)).Header("Upload-Offset"));
    }

    [Fact]
    public async Task An_upload_that_nobody_goes_on_with_is_gone_after_a_day()
    {
        var old = (await LibrarySite.BeginAsync(library.Editor, "old.png", 100)).Location;
        var slow = (await LibrarySite.BeginAsync(library.Editor, "slow.png", 100)).Location;
        var item = await library.AddAsync("kept.png", TestFiles.Png(library.NewWidth(), 2));
        var lost = Directory.CreateDirectory(Path.Combine(library.Site.MediaFolder, "library", "0123456789abcdef0123456789abcdef")).FullName;
        var yesterday = DateTime.UtcNow.AddHours(-25);
        File.SetLastWriteTimeUtc(PartOf(old), yesterday);
        Directory.SetLastWriteTimeUtc(lost, yesterday);
        Directory.SetLastWriteTimeUtc(Path.GetDirectoryName(Path.Combine(library.Site.MediaFolder, item.Path))!, yesterday);
        await library.Site.WithAsync<MediaDb, int>(db => db.Uploads.Where(one => one.Scope == "AT")
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.BegunAt, yesterday)));

        await library.Site.Services.GetRequiredService<UploadSweeper>().SweepAsync(default);

        Assert.False(File.Exists(PartOf(old)));
        Assert.False(Directory.Exists(lost));
        Assert.Equal(HttpStatusCode.NotFound, (await LibrarySite.UploadAsync(library.Editor, HttpMethod.Head, old, null)).Status);
        Assert.Equal(HttpStatusCode.OK, (await LibrarySite.UploadAsync(library.Editor, HttpMethod.Head, slow, null)).Status);
        Assert.NotEmpty(library.BytesOf(item));
    }

    [Fact]
    public async Task Two_who_send_the_same_part_at_once_make_one_file()
    {
        var bytes = TestFiles.Png(library.NewWidth(), 2000);
        var path = (await LibrarySite.BeginAsync(library.Editor, "twice.png", bytes.Length)).Location;

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => LibrarySite.PatchAsync(library.Editor, path, 0, bytes)));

        var whole = Assert.Single(answers, answer => answer.Response.Headers.Contains("Media-Id"));
        Assert.All(answers.Except([whole]), answer => Assert.True(
            answer.Status is HttpStatusCode.Conflict or HttpStatusCode.Locked or HttpStatusCode.NotFound, answer.Status.ToString()));
        Assert.Equal(bytes, library.BytesOf(await library.FindAsync(whole.Header("Media-Id"))));
    }

    private string PartOf(string path) => Path.Combine(library.Site.MediaFolder, ".uploads", path.Split('/')[^1]);
}
