using Microsoft.AspNetCore.Mvc;
using SayNo.Admin.Reviewing;
using SayNo.Content.Fields;
using SayNo.Content.Reviewing;
using SayNo.Content.Storage;

namespace SayNo.Admin.Pages.Admin.Content;

/// <summary>What colleagues tell each other about a text, field by field.</summary>
[RequestSizeLimit(ReviewForm.MostBytes)]
[RequestFormLimits(ValueLengthLimit = ReviewForm.MostBytes)]
public sealed class CommentsModel(ReviewDesk desk, Comments comments) : VariantScreen(desk)
{
    public override string Here => Workflow.CommentsScreen;

    /// <summary>The field that the next comment is about; empty for the text as a whole.</summary>
    public string Field { get; private set; } = "";

    /// <summary>The next comment, as it was typed.</summary>
    public string? Text { get; private set; }

    /// <summary>The fields that something was said about, in the order of the form; the text as a whole comes first.</summary>
    public IEnumerable<(string Field, string Label, IReadOnlyList<Comment> Comments)> Groups =>
        from name in Opened.Fields.Select(one => one.Name).Prepend("").Concat(Opened.Comments.Select(comment => comment.Field)).Distinct(StringComparer.Ordinal)
        let said = Opened.Comments.Where(comment => comment.Field == name).ToList()
        where said.Count > 0
        select (name, LabelOf(name), (IReadOnlyList<Comment>)said);

    public string LabelOf(string field) => field.Length == 0 ? L["The text as a whole"] : Opened.Type[field] is { } known ? L[known.Label] : field;

    public async Task<IActionResult> OnGetAsync(string? field, CancellationToken ct)
    {
        if (!await OpenAsync(ct))
        {
            return NotFound();
        }

        Field = Opened.Fields.Any(one => one.Name == field) ? field ?? "" : "";

        return Page();
    }

    public async Task<IActionResult> OnPostAddAsync(string? field, string? text, CancellationToken ct)
    {
        (Field, Text) = (field ?? "", text);
        var result = await comments.AddAsync(new() { ItemId = ItemId, Locale = Locale, Field = Field, Text = text ?? "" }, Editor, ct);

        if (result.Comment is { } added)
        {
            return Redirect($"{Workflow.PathOf(ItemId, Locale)}/{Here}?notice={ReviewNotices.Commented}#c-{added.Id}");
        }

        return await OpenAsync(ct) ? Refuse([.. result.Problems.Select(problem => new Problem("Text", problem.Sentence))]) : NotFound();
    }

    public async Task<IActionResult> OnPostResolveAsync(string? commentId, string? from, CancellationToken ct)
    {
        var result = await comments.ResolveAsync(commentId ?? "", Editor, ct);

        if (result.IsDone)
        {
            return Done(ReviewNotices.Resolved, from == Workflow.ReviewScreen ? from : null);
        }

        return await OpenAsync(ct) ? Refuse(result.Problems) : NotFound();
    }
}
