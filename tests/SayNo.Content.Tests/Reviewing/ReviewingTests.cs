using System.Text;
using Microsoft.EntityFrameworkCore;
using SayNo.Content.Auditing;
using SayNo.Content.Publishing;
using SayNo.Content.Reviewing;
using SayNo.Content.Storage;

namespace SayNo.Content.Tests.Reviewing;

/// <summary>What the tests of comments, history and kept forms share: a text of Germany and the people around it.</summary>
public abstract class ReviewingTests(DatabaseKind kind) : OnDatabase(kind)
{
    protected static Editor Greta { get; } = new("1", "Greta", [new Grant(Role.NationalEditor, ["DE"], Grant.Everywhere)]);

    protected static Editor Anton { get; } = new("2", "Anton", [new Grant(Role.NationalApprover, ["DE"], Grant.Everywhere)]);

    protected static Editor Frieda { get; } = new("3", "Frieda", [new Grant(Role.NationalEditor, ["FR"], Grant.Everywhere)]);

    protected static Editor Otto { get; } = new("4", "Otto", [new Grant(Role.Auditor, Grant.Everywhere, Grant.Everywhere)]);

    protected async Task<string> CreateAsync(string slug = "one", string scope = "DE")
    {
        var created = await Site.WithAsync<ContentDrafts, CreateResult>(drafts =>
            drafts.CreateAsync(new() { Type = "Step", Scope = scope, Slug = slug }, scope == "DE" ? Greta : Editor.System, None));

        return created.Item!.Id;
    }

    protected Task<SaveResult> SaveAsync(string id, string locale, string title, string? basedOn = null, Editor? by = null) =>
        Site.WithAsync<ContentDrafts, SaveResult>(drafts => drafts.SaveAsync(
            new() { ItemId = id, Locale = locale, Values = Values(("Title", title)), BasedOn = basedOn }, by ?? Greta, None));

    protected Task<List<AuditEntry>> AuditAsync(string act) =>
        ReadAsync(db => db.AuditEntries.Where(entry => entry.Act == act).OrderBy(entry => entry.Sequence).ToListAsync());

    protected static string Form(string text) => new StringBuilder().Append("""{"Title":[""").Append('"').Append(text).Append("\"]}").ToString();
}

public sealed class CommentsOnSqliteTests() : CommentsTests(DatabaseKind.Sqlite);

public sealed class CommentsOnPostgreSqlTests() : CommentsTests(DatabaseKind.PostgreSql);

public abstract class CommentsTests(DatabaseKind kind) : ReviewingTests(kind)
{
    [Fact]
    public async Task A_comment_is_anchored_to_a_field_in_a_language_and_the_oldest_is_read_first()
    {
        var id = await CreateAsync();
        await SaveAsync(id, "de", "Ruf an");
        await SaveAsync(id, "en", "Call");

        await AddAsync(id, "de", "Which number?", "Title");
        await AddAsync(id, "de", "Second");
        await AddAsync(id, "en", "Other language");

        var comments = await OfAsync(id, "de", Otto);
        Assert.Equal([("Title", "Which number?", "Greta"), ("", "Second", "Greta")], comments.Select(one => (one.Field, one.Text, one.Author)));
        Assert.All(await AuditAsync(Acts.Comment), entry => Assert.Equal((id, "DE"), (entry.Target, entry.Scope)));
        Assert.Equal(3, (await AuditAsync(Acts.Comment)).Count);
    }

    [Fact]
    public async Task A_comment_is_resolved_once_and_the_first_who_did_is_kept()
    {
        var id = await CreateAsync();
        await SaveAsync(id, "de", "Ruf an");
        var comment = (await AddAsync(id, "de", "Which number?")).Comment!;

        await ResolveAsync(comment.Id, Anton);
        await ResolveAsync(comment.Id, Greta);

        Assert.Equal("Anton", Assert.Single(await OfAsync(id, "de", Otto)).ResolvedBy);
        Assert.Equal("Anton", Assert.Single(await AuditAsync(Acts.ResolveComment)).Actor);
    }

    [Fact]
    public async Task Another_countrys_people_can_neither_write_nor_resolve_nor_read_comments()
    {
        var id = await CreateAsync();
        await SaveAsync(id, "de", "Ruf an");
        var comment = (await AddAsync(id, "de", "Which number?")).Comment!;

        await Assert.ThrowsAsync<RightDeniedException>(() => AddAsync(id, "de", "Mine", by: Frieda));
        await Assert.ThrowsAsync<RightDeniedException>(() => ResolveAsync(comment.Id, Frieda));
        await Assert.ThrowsAsync<RightDeniedException>(() => OfAsync(id, "de", Frieda));
        await Assert.ThrowsAsync<RightDeniedException>(() => AddAsync(id, "de", "An auditor changes nothing", by: Otto));
    }

    [Theory]
    [InlineData("  \n ", "", "de", "empty")]
    [InlineData("4001", "", "de", "4001 characters")]
    [InlineData("turned\u202Earound", "", "de", "U+202E")]
    [InlineData("fine", "Titel", "de", "no field")]
    [InlineData("fine", "", "fr", "nothing to comment on")]
    public async Task What_is_no_comment_is_refused_in_a_sentence(string text, string field, string locale, string expected)
    {
        var id = await CreateAsync();
        await SaveAsync(id, "de", "Ruf an");

        var result = await AddAsync(id, locale, text == "4001" ? new('x', 4001) : text, field);

        Assert.Contains(expected, Assert.Single(result.Problems).Sentence, StringComparison.Ordinal);
        Assert.Empty(await AuditAsync(Acts.Comment));
    }

    private Task<CommentResult> AddAsync(string id, string locale, string text, string field = "", Editor? by = null) =>
        Site.WithAsync<Comments, CommentResult>(comments =>
            comments.AddAsync(new() { ItemId = id, Locale = locale, Text = text, Field = field }, by ?? Greta, None));

    private Task<CommentResult> ResolveAsync(string id, Editor by) =>
        Site.WithAsync<Comments, CommentResult>(comments => comments.ResolveAsync(id, by, None));

    private Task<IReadOnlyList<Comment>> OfAsync(string id, string locale, Editor by) =>
        Site.WithAsync<Comments, IReadOnlyList<Comment>>(comments => comments.OfAsync(id, locale, by, None));
}
