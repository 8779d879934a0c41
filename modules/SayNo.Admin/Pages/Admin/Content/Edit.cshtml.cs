using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Logging;
using SayNo.Admin.Editing;
using SayNo.Admin.Items;
using SayNo.Admin.Lists;
using SayNo.Admin.Reviewing;
using SayNo.Admin.Translating;
using SayNo.Content.Fields;
using SayNo.Content.Reviewing;
using SayNo.Content.Sources;
using SayNo.Content.Storage;
using SayNo.Web.Admin;

namespace SayNo.Admin.Pages.Admin.Content;

/// <summary>The form in which one variant is written. Whatever goes wrong, it comes back with the text in it.</summary>
/// <remarks>It checks the form's token itself: whoever was away for long gets their text back, not an empty page.</remarks>
[IgnoreAntiforgeryToken]
[RequestSizeLimit(PostedDraft.MostRead)]
public sealed class EditModel(
    DraftDesk desk,
    WorkflowDesk workflows,
    DraftActs acts,
    AutoSaves kept,
    SourceConfirmation sources,
    ItemPicker picker,
    SegmentedDrafts forms,
    IAntiforgery antiforgery,
    ILogger<EditModel> logger) : AdminPage
{
    /// <summary>The variant; none while the database does not answer.</summary>
    public OpenedDraft? Draft { get; private set; }

    /// <summary>How far the text has come; none while the database does not answer.</summary>
    public Workflow? Workflow { get; private set; }

    /// <summary>What the form shows.</summary>
    public FormInputs Inputs { get; private set; } = FormInputs.None;

    /// <summary>The version that the form was made of.</summary>
    public string? BasedOn { get; private set; }

    /// <summary>The version of the source that stands beside the form; null if none does.</summary>
    public string? SourceId { get; private set; }

    public bool IsMinor { get; private set; }

    public string? Comment { get; private set; }

    /// <summary>Why the last attempt was not done; the summary on top.</summary>
    public IReadOnlyList<Problem> Refused { get; private set; } = [];

    /// <summary>What stands in the way of publishing; a draft may be unfinished.</summary>
    public IReadOnlyList<Problem> Remaining { get; private set; } = [];

    /// <summary>When the text was kept that is shown and was never saved; null if there is none.</summary>
    public DateTime? KeptAt { get; private set; }

    public DraftConflict? Conflict { get; private set; }

    public string? Notice { get; private set; }

    public PickerChoices Choices { get; private set; } = PickerChoices.None;

    // Not parameters: those stay empty when a form is too large to be read.
    public string ItemId => RouteData.Values["id"] as string ?? "";

    private string Locale => LocaleInAddress.Read(RouteData.Values["locale"] as string ?? "");

    public FieldControl ControlOf(OpenedDraft draft, Field field) => new()
    {
        Field = field,
        Draft = draft,
        Inputs = Inputs,
        L = L,
        Choices = Choices,
        Comments = Workflow?.CommentsOn(field.Name, L[field.Label]),
        Problems = [.. Refused.Concat(Remaining).Where(one => one.Field == field.Name).Select(one => L.Say(one.Sentence)).Distinct(StringComparer.Ordinal)],
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Notice = EditNotices.Of(Request.Query["notice"], L);

        return await ShowKeptAsync(ct) ? Page() : NotFound();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => ActAsync(NextStep.None, ct);

    public Task<IActionResult> OnPostSubmitAsync(CancellationToken ct) => ActAsync(NextStep.Submit, ct);

    public Task<IActionResult> OnPostPublishAsync(CancellationToken ct) => ActAsync(NextStep.Publish, ct);

    /// <summary>Searches for items to point to, in a browser without script; nothing is saved.</summary>
    public Task<IActionResult> OnPostFindAsync(CancellationToken ct) => ActAsync(NextStep.Find, ct);

    /// <summary>Forgets what was typed and not saved.</summary>
    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken ct)
    {
        if (!await antiforgery.IsRequestValidAsync(HttpContext))
        {
            return await ShowKeptAsync(ct) ? Refuse(PostRefusal.NoCookie) : NotFound();
        }

        await kept.DropAsync(ItemId, Locale, Editor, ct);

        return Done("discarded");
    }

    /// <summary>Says that the text is still right although what it was made from has changed.</summary>
    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken ct)
    {
        if (!await antiforgery.IsRequestValidAsync(HttpContext))
        {
            return await ShowKeptAsync(ct) ? Refuse(PostRefusal.NoCookie) : NotFound();
        }

        var form = await Request.ReadFormAsync(ct);
        var result = await sources.ConfirmAsync(ItemId, Locale, form["version"].ToString(), form["source"].ToString(), Editor, ct);

        if (result.IsDone)
        {
            return Done("confirmed");
        }

        Refused = result.Problems;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;

        return await ShowKeptAsync(ct) ? Page() : NotFound();
    }

    private async Task<IActionResult> ActAsync(NextStep next, CancellationToken ct)
    {
        // The form is read before the database is asked, so that what a person typed does not depend on it.
        var posted = await forms.ReadAsync(HttpContext, ItemId, Locale, Editor, ct);
        (Inputs, BasedOn, Comment, IsMinor) = (posted.Inputs, posted.BasedOn, posted.Comment, posted.IsMinor);
        SourceId = posted.SourceId ?? posted.Segments?.SourceId;

        try
        {
            if (posted.Refusal == PostRefusal.TooLarge)
            {
                return await ShowKeptAsync(ct) ? Refuse(PostRefusal.TooLarge) : NotFound();
            }

            Draft = await desk.OpenAsync(ItemId, Locale, BasedOn, Editor, L.Culture.Name, ct);

            if (Draft is null)
            {
                return NotFound();
            }

            Workflow = await workflows.OfAsync(Draft.Item, Locale, Draft.Newest, Editor, "", ct);

            var searched = next == NextStep.Find ? Request.Query["field"].ToString() : null;
            Choices = await PickerChoices.OfAsync(picker, Draft.Form, Inputs, searched, L.Culture.Name, Editor, ct);

            return posted.Refusal is { } refusal ? Refuse(refusal)
                : next == NextStep.Find ? Page()
                : await SaveAsync(Draft, posted, next, ct);
        }
        catch (Exception fault) when (DatabaseFault.Is(fault))
        {
            // The message alone: an exception's data can hold what was to be saved.
            logger.LogError("A draft could not be saved, because the database failed: {Reason}", fault.GetBaseException().Message);

            return Refuse(PostRefusal.OutOfOrder);
        }
    }

    private async Task<IActionResult> SaveAsync(OpenedDraft draft, PostedDraft posted, NextStep next, CancellationToken ct)
    {
        var outcome = await acts.SaveAsync(draft, posted, next, Editor, L, ct);

        if (outcome.Notice is { } notice)
        {
            return Done(notice);
        }

        Conflict = outcome.Conflict;
        Refused = outcome.Problems;
        Response.StatusCode = Conflict is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict;

        if (Conflict is not null)
        {
            // Whoever closes the window now finds their text again, and the other one beside it.
            await kept.KeepAsync(ItemId, Locale, BasedOn, Inputs.ToString(), Editor, ct);
            BasedOn = Conflict.Theirs.Id;
        }
        else if (outcome.SavedAs is { } version)
        {
            // The text is a draft by now; only what was to follow did not happen.
            BasedOn = version;
            Notice = EditNotices.Of("saved", L);
        }

        return Page();
    }

    private async Task<bool> ShowKeptAsync(CancellationToken ct)
    {
        var saved = await kept.FindAsync(ItemId, Locale, Editor, ct);
        Draft = await desk.OpenAsync(ItemId, Locale, saved?.BasedOn, Editor, L.Culture.Name, ct);

        if (Draft is null)
        {
            return false;
        }

        Workflow = await workflows.OfAsync(Draft.Item, Locale, Draft.Newest, Editor, "", ct);
        Inputs = Draft.Shown(Draft.NewestValues);
        BasedOn = Draft.Newest?.Id;
        SourceId = Draft.Source?.Now?.Id;

        if (saved is not null && Draft.MayEdit)
        {
            var typed = Draft.Shown(Draft.Before).With(FormInputs.Parse(saved.Form));
            (Inputs, BasedOn, KeptAt) = Draft.SaysStored(typed) ? (Inputs, BasedOn, null) : (typed, saved.BasedOn, (DateTime?)saved.SavedAt);
        }

        Choices = await PickerChoices.OfAsync(picker, Draft.Form, Inputs, null, L.Culture.Name, Editor, ct);
        Remaining = Draft.Newest is null && KeptAt is null ? [] : Draft.Validate(Draft.Form.Read(Inputs, Draft.Before).Values);

        return true;
    }

    private PageResult Refuse(PostRefusal refusal)
    {
        Refused = [new("", refusal.Sentence)];
        Response.StatusCode = refusal.Status;

        return Page();
    }

    // After a post comes a redirect, so that loading the page again sends nothing twice.
    private RedirectResult Done(string notice) => Redirect($"{Request.Path}?notice={notice}");
}
