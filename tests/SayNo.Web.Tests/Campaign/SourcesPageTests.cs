using SayNo.Content.Published;

namespace SayNo.Web.Tests.Campaign;

/// <summary>"How we keep this page right": where every number comes from, how sure it is, and when and how it was checked.</summary>
public sealed class SourcesPageTests : TestAtAnHour
{
    public static TheoryData<string> Pages => ["/gb/en", "/gr/el", "/bg/bg", "/de/ar"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task R15_every_contact_of_the_page_names_its_source(string path)
    {
        var contacts = (await Site.PageAsync(path)).QuerySelectorAll(".sn-contacts .sn-who").Select(name => name.TextContent.Trim()).ToHashSet();
        var entries = (await Site.PageAsync($"{path}/sources")).QuerySelectorAll(".sn-source").ToList();

        Assert.Empty(contacts.Except(entries.Select(entry => entry.QuerySelector("h3")?.TextContent.Trim() ?? "")));
        Assert.All(entries.Where(entry => entry.QuerySelector("h3") is not null), entry => Assert.StartsWith("https://", entry.QuerySelector("a[rel~=noreferrer]")!.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task R15_a_check_says_when_and_how_and_whether_it_is_old()
    {
        var contacts = Picture.Contacts("GB", "child-helpline").Concat(Picture.Contacts("GB", "police-report")).ToList();
        Picture = Picture.Publish(
            contacts[0].With("CheckedOn", "2026-11-20").With("CheckedHow", "called"), contacts[1].With("CheckedOn", "2026-09-20").With("CheckedHow", "opened"));

        var text = (await Site.PageAsync("/gb/en/sources")).QuerySelector("main")!.TextContent;

        Assert.Contains("Checked on November 20, 2026 · Checked by calling", text, StringComparison.Ordinal);
        Assert.Contains("Checked on September 20, 2026 · Checked by opening the page · This check is old.", text, StringComparison.Ordinal);
        Assert.Contains("The national team has not checked this entry yet.", text, StringComparison.Ordinal);
        Assert.Contains("After 60 days we call a check old. After 90 days", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_for_mistakes_says_that_it_is_none_for_help()
    {
        Picture = Picture.Publish(Picture.Country("GB").With("FeedbackEmail", "web@police.example"));

        var page = await Site.PageAsync("/gb/en/sources");

        Assert.NotNull(page.QuerySelector("main a[href='mailto:web@police.example']"));
        Assert.Contains("Do not write there. Call or chat with a helpline.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }
}
