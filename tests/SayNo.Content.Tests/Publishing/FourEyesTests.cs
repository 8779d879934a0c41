using System.Text.Json.Nodes;
using SayNo.Content.Auditing;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Content.Tests.Publishing;

public sealed class FourEyesOnSqliteTests() : FourEyesTests(DatabaseKind.Sqlite);

public sealed class FourEyesOnPostgreSqlTests() : FourEyesTests(DatabaseKind.PostgreSql);

/// <summary>Rule 5: another person with the approver's role publishes a changed number or link, and the approval is an audit entry.</summary>
public abstract class FourEyesTests(DatabaseKind kind) : DeskTests(kind)
{
    [Fact]
    public async Task Whoever_changed_a_number_cannot_approve_or_publish_it_and_another_person_can()
    {
        var id = await PublishedContactAsync();
        var version = await SaveAsync(id, "", Cleo, ("Organisation", "Police"), ("Phone", "112"));

        var approved = await ReviewAsync(review => review.ApproveAsync(id, "", version.Id, Cleo, None));
        var own = await PublishAsync(id, "", Cleo, version.Id);
        var other = await PublishAsync(id, "", Bert, version.Id);

        Assert.Equal("Phone", Assert.Single(approved.Problems).Field);
        Assert.Contains("Another person", Assert.Single(own.Problems).Sentence, StringComparison.Ordinal);
        Assert.True(other.IsDone);
        var entry = (await AuditAsync())[^1];
        Assert.Equal((Acts.Publish, "Bert"), (entry.Act, entry.Actor));
        Assert.Equal("""{"state":"Published","version":2,"author":"Cleo","values":{"Phone":"112"}}""", entry.After);
        Assert.Contains("""
            "values":{"Phone":"110"}
            """, entry.Before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_needs_no_second_person_may_be_published_by_its_author()
    {
        var id = await PublishedContactAsync();
        await SaveAsync(id, "", Cleo, ("Organisation", "The Police"), ("Phone", "110"));

        Assert.True((await PublishAsync(id, "", Cleo)).IsDone);
    }

    [Fact]
    public async Task A_later_version_by_somebody_else_does_not_hide_who_changed_the_number()
    {
        var id = await PublishedContactAsync();
        await SaveAsync(id, "", Cleo, ("Organisation", "Police"), ("Phone", "112"));
        await SaveAsync(id, "", Ada, ("Organisation", "The Police"), ("Phone", "112"));

        Assert.False((await PublishAsync(id, "", Cleo)).IsDone);
        Assert.True((await PublishAsync(id, "", Bert)).IsDone);
    }

    [Fact]
    public async Task A_number_that_was_put_back_needs_nobody()
    {
        var id = await PublishedContactAsync();
        await SaveAsync(id, "", Cleo, ("Organisation", "The Police"), ("Phone", "112"));
        await SaveAsync(id, "", Cleo, ("Organisation", "The Police"), ("Phone", "110"));

        Assert.True((await PublishAsync(id, "", Cleo)).IsDone);
    }

    [Fact]
    public async Task A_new_number_a_removed_one_and_one_that_was_taken_away_count_as_changed()
    {
        var id = await CreateAsync(by: Cleo);
        await SaveAsync(id, "", Cleo, ("Organisation", "Police"), ("Phone", "110"));
        Assert.False((await PublishAsync(id, "", Cleo)).IsDone);
        await PublishAsync(id, "", Bert);

        await SaveAsync(id, "", Cleo, ("Organisation", "Police"));
        Assert.False((await PublishAsync(id, "", Cleo)).IsDone);
        await PublishAsync(id, "", Bert);

        await SaveAsync(id, "", Cleo, ("Organisation", "Police"), ("Phone", "110"));
        await PublishAsync(id, "", Bert);
        await PublisherAsync(publisher => publisher.UnpublishAsync(id, "", Bert, None));
        Assert.False((await PublishAsync(id, "", Cleo)).IsDone);
    }

    [Fact]
    public async Task A_restored_number_counts_for_whoever_restored_it()
    {
        var id = await PublishedContactAsync("110");
        await SaveAsync(id, "", Ada, ("Organisation", "Police"), ("Phone", "112"));
        await PublishAsync(id, "", Bert);
        var first = (await ReadAsync(db => Task.FromResult(db.Versions.Single(version => version.Number == 1)))).Id;
        var newest = await NewestAsync(id, "");

        await Site.WithAsync<ContentDrafts, SaveResult>(drafts => drafts.RestoreAsync(id, "", first, newest, Cleo, None));

        Assert.False((await PublishAsync(id, "", Cleo)).IsDone);
        Assert.True((await PublishAsync(id, "", Bert)).IsDone);
    }

    [Fact]
    public async Task An_amendment_of_something_else_does_not_hide_who_changed_the_number()
    {
        var id = await PublishedContactAsync();
        await SaveAsync(id, "", Cleo, ("Organisation", "Police"), ("Phone", "112"));
        await PublisherAsync(publisher => publisher.AmendAsync(Amendment(id, "Organisation", "The Police"), Right.Publish, Bert, None));
        await SaveAsync(id, "", Ada, ("Organisation", "Our Police"), ("Phone", "112"));

        Assert.False((await PublishAsync(id, "", Cleo)).IsDone);
        Assert.True((await PublishAsync(id, "", Bert)).IsDone);
    }

    [Fact]
    public async Task What_needs_four_eyes_is_never_amended()
    {
        var id = await PublishedContactAsync();

        var result = await PublisherAsync(publisher => publisher.AmendAsync(Amendment(id, "Phone", "112"), Right.Publish, Bert, None));

        Assert.Equal("Phone", Assert.Single(result.Problems).Field);
    }

    [Fact]
    public void The_campaign_demands_four_eyes_for_what_children_call_and_open()
    {
        IEnumerable<string> Demanding(string type) => ContentType.Read(ShippedType(type)).Fields.Where(field => field.FourEyes).Select(field => field.Name);

        Assert.Equal(["Phone", "Website", "Email", "Chat"], Demanding("CountryContact"));
        Assert.Equal(["EmergencyNumber"], Demanding("CountryPage"));
    }

    private static Amendment Amendment(string id, string field, string value) =>
        new() { ItemId = id, Locale = "", Changes = new Dictionary<string, JsonNode?> { [field] = value } };

    private static JsonObject ShippedType(string name)
    {
        var step = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "recipes", "types", $"{name}.recipe.json")))!["steps"]![0]!;

        return new() { ["ContentTypes"] = step["ContentTypes"]!.DeepClone(), ["ContentParts"] = step["ContentParts"]!.DeepClone() };
    }
}
