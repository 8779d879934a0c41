using Microsoft.EntityFrameworkCore;
using SayNo.Content.Auditing;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Content.Tests.Publishing;

public sealed class ContentReviewOnSqliteTests() : ContentReviewTests(DatabaseKind.Sqlite);

public sealed class ContentReviewOnPostgreSqlTests() : ContentReviewTests(DatabaseKind.PostgreSql);

/// <summary>The states of a variant, rules 4 and 11.</summary>
public abstract class ContentReviewTests(DatabaseKind kind) : DeskTests(kind)
{
    [Fact]
    public async Task A_text_goes_from_draft_over_review_and_approval_to_the_public_and_every_step_is_recorded()
    {
        var id = await CreateAsync("Step");
        var version = await SaveAsync(id, "de", Ada, ("Title", "Zahl nicht."));
        Assert.Equal(VariantState.Draft, (await VariantAsync(id, "de")).State);

        Assert.True((await ReviewAsync(review => review.SubmitAsync(id, "de", "Please read.", Ada, None))).IsDone);
        Assert.Equal(VariantState.InReview, (await VariantAsync(id, "de")).State);
        Assert.True((await ReviewAsync(review => review.ApproveAsync(id, "de", version.Id, Bert, None))).IsDone);
        Assert.Equal(VariantState.Approved, (await VariantAsync(id, "de")).State);
        Assert.True((await PublishAsync(id, "de", Bert, version.Id)).IsDone);
        Assert.Equal(VariantState.Published, (await VariantAsync(id, "de")).State);

        var entries = (await AuditAsync()).Where(entry => entry.Target == id).ToList();
        Assert.Equal([Acts.Create, Acts.Save, Acts.Submit, Acts.Approve, Acts.Publish], entries.Select(entry => entry.Act));
        Assert.Equal("Please read.", entries[2].Note);
        Assert.Equal(("Bert", """{"state":"Approved","version":1,"author":"Ada"}"""), (entries[3].Actor, entries[3].After));
        Assert.Equal("""{"state":"Published","version":1,"author":"Ada","values":{"Title":"Zahl nicht."}}""", entries[4].After);
    }

    [Fact]
    public async Task State_belongs_to_an_item_in_one_language_never_to_the_item()
    {
        var id = await CreateAsync("Step");
        await SaveAsync(id, "de", Ada, ("Title", "Zahl nicht."));
        await SaveAsync(id, "fr", Ada, ("Title", "Ne paie pas."));

        await ReviewAsync(review => review.SubmitAsync(id, "de", null, Ada, None));

        Assert.Equal((VariantState.InReview, VariantState.Draft), ((await VariantAsync(id, "de")).State, (await VariantAsync(id, "fr")).State));
    }

    [Fact]
    public async Task Any_save_makes_it_a_draft_again()
    {
        var id = await CreateAsync("Step");
        var version = await SaveAsync(id, "de", Ada, ("Title", "Zahl nicht."));
        await ReviewAsync(review => review.ApproveAsync(id, "de", version.Id, Bert, None));

        await SaveAsync(id, "de", Ada, ("Title", "Zahl nie."));

        Assert.Equal(VariantState.Draft, (await VariantAsync(id, "de")).State);
    }

    [Fact]
    public async Task Rejecting_needs_a_reason_which_its_author_reads_beside_the_text()
    {
        var id = await CreateAsync("Step");
        var version = await SaveAsync(id, "de", Ada, ("Title", "Zahl nicht."));
        await ReviewAsync(review => review.SubmitAsync(id, "de", null, Ada, None));

        var silent = await ReviewAsync(review => review.RejectAsync(id, "de", version.Id, "  ", Bert, None));
        var told = await ReviewAsync(review => review.RejectAsync(id, "de", version.Id, "Too harsh.", Bert, None));

        Assert.Equal("Reason", Assert.Single(silent.Problems).Field);
        Assert.True(told.IsDone);
        Assert.Equal(VariantState.Draft, (await VariantAsync(id, "de")).State);
        var comment = await ReadAsync(db => db.Comments.SingleAsync());
        Assert.Equal(("Too harsh.", true, "Bert"), (comment.Text, comment.IsRejection, comment.Author));
        Assert.Equal((Acts.Reject, "Too harsh."), ((await AuditAsync())[^1].Act, (await AuditAsync())[^1].Note));
    }

    [Fact]
    public async Task Whoever_decides_decides_about_the_version_that_they_have_read()
    {
        var id = await CreateAsync("Step");
        var read = await SaveAsync(id, "de", Ada, ("Title", "Zahl nicht."));
        await SaveAsync(id, "de", Ada, ("Title", "Zahl sofort."));

        var approved = await ReviewAsync(review => review.ApproveAsync(id, "de", read.Id, Bert, None));
        var rejected = await ReviewAsync(review => review.RejectAsync(id, "de", read.Id, "No.", Bert, None));
        var published = await PublishAsync(id, "de", Bert, read.Id);

        Assert.Contains("Ada saved version 2", Assert.Single(approved.Problems).Sentence, StringComparison.Ordinal);
        Assert.Contains("Ada saved version 2", Assert.Single(rejected.Problems).Sentence, StringComparison.Ordinal);
        Assert.Contains("Ada saved version 2", Assert.Single(published.Problems).Sentence, StringComparison.Ordinal);
        Assert.Null((await VariantAsync(id, "de")).Published);
    }

    [Fact]
    public async Task Of_approvers_who_act_at_once_exactly_one_does()
    {
        var id = await CreateAsync("Step");
        var version = await SaveAsync(id, "de", Ada, ("Title", "Zahl nicht."));

        var approvals = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
            ReviewAsync(review => review.ApproveAsync(id, "de", version.Id, Bert, None)))));
        var publications = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => PublishAsync(id, "de", Bert, version.Id))));

        Assert.Single(approvals, result => result.IsDone);
        Assert.Single(publications, result => result.IsDone);
        Assert.Single(await AuditAsync(), entry => entry.Act == Acts.Approve);
        Assert.Single(await AuditAsync(), entry => entry.Act == Acts.Publish);
    }

    [Fact]
    public async Task An_unfinished_text_is_not_sent_to_a_review()
    {
        var id = await CreateAsync("Step");
        await SaveAsync(id, "de", Ada, ("Body", "Nur der Rest."));

        var result = await ReviewAsync(review => review.SubmitAsync(id, "de", null, Ada, None));

        Assert.Equal("Title", Assert.Single(result.Problems).Field);
    }

    [Fact]
    public async Task Archiving_takes_a_text_from_the_public_and_keeps_it()
    {
        var id = await CreateAsync("Step");
        await SaveAsync(id, "de", Ada, ("Title", "Zahl nicht."));
        await PublishAsync(id, "de", Bert);

        var archived = await ReviewAsync(review => review.ArchiveAsync(id, "de", Bert, None));

        Assert.True(archived.IsDone && archived.Sequence > 0);
        await CatchUpAsync();
        Assert.Null(Shown.Find(id));
        var variant = await VariantAsync(id, "de");
        Assert.Equal((VariantState.Archived, """{"Title":"Zahl nicht."}"""), (variant.State, variant.Draft!.Data));
        Assert.Contains("archive", Assert.Single((await PublishAsync(id, "de", Bert)).Problems).Sentence, StringComparison.Ordinal);
        var save = await Site.WithAsync<ContentDrafts, SaveResult>(drafts =>
            drafts.SaveAsync(new() { ItemId = id, Locale = "de", Values = Values(("Title", "Neu")), BasedOn = variant.DraftId }, Ada, None));
        Assert.Contains("archive", Assert.Single(save.Problems).Sentence, StringComparison.Ordinal);

        Assert.True((await ReviewAsync(review => review.UnarchiveAsync(id, "de", Bert, None))).IsDone);
        Assert.Equal(VariantState.Draft, (await VariantAsync(id, "de")).State);
        Assert.Equal([Acts.Archive, Acts.Unarchive], (await AuditAsync())[^2..].Select(entry => entry.Act));
    }

    [Fact]
    public async Task Shared_values_are_not_archived_while_a_language_needs_them()
    {
        var id = await PublishedContactAsync();
        await SaveAsync(id, "de", Ada, ("HoursNote", "abends"));
        await PublishAsync(id, "de", Bert);

        Assert.False((await ReviewAsync(review => review.ArchiveAsync(id, "", Bert, None))).IsDone);
        Assert.True((await ReviewAsync(review => review.ArchiveAsync(id, "de", Bert, None))).IsDone);
        Assert.True((await ReviewAsync(review => review.ArchiveAsync(id, "", Bert, None))).IsDone);
    }

    [Fact]
    public async Task Nobody_takes_a_step_without_the_right_to_it()
    {
        var id = await CreateAsync("Step");
        var version = await SaveAsync(id, "de", Ada, ("Title", "Zahl nicht."));

        async Task RefusedAsync(Func<ContentReview, Task<ReviewResult>> act) => await Assert.ThrowsAsync<RightDeniedException>(() => ReviewAsync(act));

        await RefusedAsync(review => review.SubmitAsync(id, "de", null, French, None));
        await RefusedAsync(review => review.ApproveAsync(id, "de", version.Id, Ada, None));
        await RefusedAsync(review => review.ApproveAsync(id, "de", version.Id, French, None));
        await RefusedAsync(review => review.RejectAsync(id, "de", version.Id, "No.", French, None));
        await RefusedAsync(review => review.ArchiveAsync(id, "de", French, None));
        await RefusedAsync(review => review.UnarchiveAsync(id, "de", Ada, None));
        await RefusedAsync(review => review.ArchiveAsync(id, "fr", French, None));
        Assert.Equal(VariantState.Draft, (await VariantAsync(id, "de")).State);
        Assert.Equal(Acts.Save, (await AuditAsync())[^1].Act);
    }
}
