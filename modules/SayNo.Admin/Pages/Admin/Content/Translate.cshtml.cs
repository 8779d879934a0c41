using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;
using SayNo.Admin.Comparing;
using SayNo.Admin.Editing;
using SayNo.Admin.Lists;
using SayNo.Admin.Reviewing;
using SayNo.Admin.Translating;
using SayNo.Content.Fields;
using SayNo.Content.Storage;
using SayNo.Content.Translating;
using SayNo.Web.Admin;

namespace SayNo.Admin.Pages.Admin.Content;

/// <summary>A text beside its source, segment by segment. It is saved, kept and compared as the form is that shows field by field.</summary>
/// <remarks>It checks the form's token itself: whoever was away for long gets their text back, not an empty page.</remarks>
[IgnoreAntiforgeryToken]
[RequestSizeLimit(PostedDraft.MostRead)]
public sealed class TranslateModel(
    TranslationDesk desk, SegmentedDrafts forms, DraftActs acts, WorkflowDesk workflows, ILogger<TranslateModel> logger) : AdminPage
{
    private OpenedTranslation? _opened;

    public OpenedTranslation Opened => _opened ?? throw new InvalidOperationException("The text has not been read yet.");

    public Workflow? Workflow { get; private set; }

    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    public string Notice { get; private set; } = "";

    public string? Comment { get; private set; }

    private string ItemId => RouteData.Values["id"] as string ?? "";

    private string Locale => LocaleInAddress.Read(RouteData.Values["locale"] as string ?? "");

    private string FormPath => Workflow.PathOf(ItemId, Locale);

    public string Language(string locale) => StateWords.Locale(locale, L);

    /// <summary>What a segment says that is no text, in words.</summary>
    public string ValueOf(Field field, Segment segment) => ValueText.Of(field, JsonElement.Parse(segment.Text), L);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Notice = EditNotices.Of(Request.Query["notice"], L) ?? "";

        return await ShowAsync(await desk.OpenAsync(ItemId, Locale, Editor, L, ct), ct);
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => ActAsync(NextStep.None, isAllRight: false, ct);

    public Task<IActionResult> OnPostSubmitAsync(CancellationToken ct) => ActAsync(NextStep.Submit, isAllRight: false, ct);

    public Task<IActionResult> OnPostPublishAsync(CancellationToken ct) => ActAsync(NextStep.Publish, isAllRight: false, ct);

    /// <summary>Saves what was typed, and says of all other outdated segments that they are still right.</summary>
    public Task<IActionResult> OnPostConfirmAsync(CancellationToken ct) => ActAsync(NextStep.None, isAllRight: true, ct);

    private async Task<IActionResult> ActAsync(NextStep next, bool isAllRight, CancellationToken ct)
    {
        var posted = await forms.ReadAsync(HttpContext, ItemId, Locale, Editor, ct);
        Comment = posted.Comment;

        try
        {
            if (!await desk.DemandEditAsync(ItemId, Locale, Editor, ct))
            {
                return NotFound();
            }

            if (posted.Refusal is { } refusal && refusal != PostRefusal.OutOfOrder)
            {
                return await RefuseAsync(posted, [new("", refusal.Sentence)], refusal.Status, ct);
            }

            return await TypedAsync(posted, ct) is { } opened
                ? await FollowAsync(opened, isAllRight ? posted with { Inputs = AllRight(opened, posted.Inputs) } : posted, next, ct)
                : RedirectPreserveMethod(FormPath);
        }
        catch (Exception fault) when (DatabaseFault.Is(fault))
        {
            // The message alone: an exception's data can hold what was to be saved. The other form shows what was typed without a database too.
            logger.LogError("A translation could not be saved, because the database failed: {Reason}", fault.GetBaseException().Message);

            return RedirectPreserveMethod(FormPath);
        }
    }

    private async Task<OpenedTranslation?> TypedAsync(PostedDraft posted, CancellationToken ct) => posted.Segments is { } segments
        ? await desk.OpenAsync(ItemId, Locale, segments.SourceId, posted.BasedOn, posted.Inputs, Editor, L, ct)
        : null;

    private async Task<IActionResult> FollowAsync(OpenedTranslation opened, PostedDraft posted, NextStep next, CancellationToken ct)
    {
        var outcome = await acts.SaveAsync(opened.Draft, posted, next, Editor, L, ct);

        if (outcome.Notice is { } notice)
        {
            return Redirect($"{Request.Path}?notice={notice}");
        }

        if (outcome.Conflict is not null)
        {
            // The form that shows field by field asks which text is kept; the browser sends it what it has sent here.
            return RedirectPreserveMethod(FormPath);
        }

        if (outcome.SavedAs is not null)
        {
            Notice = EditNotices.Of("saved", L) ?? "";
            Problems = outcome.Problems;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;

            return await ShowAsync(await desk.OpenAsync(ItemId, Locale, Editor, L, ct), ct);
        }

        return await RefuseAsync(posted, outcome.Problems, StatusCodes.Status422UnprocessableEntity, ct);
    }

    private static FormInputs AllRight(OpenedTranslation opened, FormInputs inputs) => inputs.With(new(opened.Segments
        .Where(segment => segment.IsOutdated)
        .Select(segment => KeyValuePair.Create<string, IReadOnlyList<string>>(SegmentInputs.StillRightOf(segment.Pair.Key), ["yes"]))));

    private async Task<IActionResult> RefuseAsync(PostedDraft posted, IReadOnlyList<Problem> problems, int status, CancellationToken ct)
    {
        Problems = problems;
        Response.StatusCode = status;

        return (await TypedAsync(posted, ct) ?? await desk.OpenAsync(ItemId, Locale, Editor, L, ct)) is { } opened
            ? await ShowAsync(opened, ct)
            : StatusCode(status);
    }

    // What is made from no other text is written in the form, which also says so if there is no such item.
    private async Task<IActionResult> ShowAsync(OpenedTranslation? opened, CancellationToken ct)
    {
        if (opened is null)
        {
            return Redirect(FormPath);
        }

        _opened = opened;
        Workflow = await workflows.OfAsync(opened.Draft.Item, Locale, opened.Draft.Newest, Editor, Workflow.TranslateScreen, ct);

        return Page();
    }
}
