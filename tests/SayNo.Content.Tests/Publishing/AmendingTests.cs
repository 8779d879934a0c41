using System.Text.Json.Nodes;
using SayNo.Content.Auditing;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Content.Tests.Publishing;

public sealed class AmendingOnSqliteTests() : AmendingTests(DatabaseKind.Sqlite);

public sealed class AmendingOnPostgreSqlTests() : AmendingTests(DatabaseKind.PostgreSql);

public abstract class AmendingTests(DatabaseKind kind) : DeskTests(kind)
{
    [Fact]
    public async Task An_amendment_changes_the_public_version_and_the_draft_beside_it_and_nothing_else_of_either()
    {
        var id = await PublishedContactAsync();
        var draft = await SaveAsync(id, "", Ada, ("Organisation", "Police"), ("Phone", "112"));
        await ReviewAsync(review => review.SubmitAsync(id, "", null, Ada, None));

        var result = await AmendAsync(id, Right.Verify, Bert, "Called today.", ("Organisation", "The Police"));

        Assert.True(result.IsDone);
        var variant = await VariantAsync(id, "");
        Assert.Equal("""{"Organisation":"The Police","Phone":"110"}""", variant.Published!.Data);
        Assert.Equal("""{"Organisation":"The Police","Phone":"112"}""", variant.Draft!.Data);
        Assert.Equal((3, 4, draft.Id, VariantState.InReview), (variant.Published.Number, variant.Draft.Number, variant.Draft.BasedOn, variant.State));
        await CatchUpAsync();
        Assert.Equal("The Police", Shown.Find(id)!.Neutral!.Values["Organisation"]!.Value.GetString());
        var entry = (await AuditAsync())[^1];
        Assert.Equal((Acts.Amend, "Called today.", """{"version":3,"values":{"Organisation":"The Police"}}"""), (entry.Act, entry.Note, entry.After));
    }

    [Fact]
    public async Task A_null_takes_a_value_away_and_what_would_be_wrong_is_refused()
    {
        var id = await PublishedContactAsync();

        var wrong = await AmendAsync(id, Right.Verify, Bert, null, ("Organisation", null));
        var unknown = await AmendAsync(id, Right.Verify, Bert, null, ("Nothing", "x"));

        Assert.Equal("Organisation", Assert.Single(wrong.Problems).Field);
        Assert.Equal("Nothing", Assert.Single(unknown.Problems).Field);
        Assert.Equal(1, (await VariantAsync(id, "")).LastNumber);
    }

    [Fact]
    public async Task Only_what_is_public_is_amended_and_only_with_the_right_that_it_takes()
    {
        var id = await CreateAsync();
        await SaveAsync(id, "", Ada, ("Organisation", "Police"));

        Assert.Equal(PublishResult.NotPublic, await AmendAsync(id, Right.Verify, Bert, null, ("Organisation", "X")));
        await Assert.ThrowsAsync<RightDeniedException>(() => AmendAsync(id, Right.Verify, Ada, null, ("Organisation", "X")));
        await Assert.ThrowsAsync<RightDeniedException>(() => AmendAsync(id, Right.Verify, French, null, ("Organisation", "X")));
    }

    private Task<PublishResult> AmendAsync(string id, Right right, Editor by, string? comment, params (string Field, JsonNode? Value)[] changes) =>
        PublisherAsync(publisher => publisher.AmendAsync(
            new() { ItemId = id, Locale = "", Changes = changes.ToDictionary(pair => pair.Field, pair => pair.Value), Comment = comment }, right, by, None));
}
