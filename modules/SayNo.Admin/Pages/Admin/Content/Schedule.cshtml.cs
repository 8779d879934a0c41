using Microsoft.AspNetCore.Mvc;
using SayNo.Admin.Reviewing;
using SayNo.Content;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Admin.Pages.Admin.Content;

/// <summary>When a text becomes public by itself, and when it is taken away again.</summary>
public sealed class ScheduleModel(ReviewDesk desk, ContentSchedule schedule) : VariantScreen(desk)
{
    public const string PublishForm = "publish";
    public const string UnpublishForm = "unpublish";

    private string? _refused;
    private MomentReading? _reading;

    public override string Here => Workflow.ScheduleScreen;

    /// <summary>What was planned: what waits first, then the newest.</summary>
    public IReadOnlyList<ScheduledAct> Acts { get; private set; } = [];

    /// <summary>What was typed into the form that was refused.</summary>
    public TypedMoment Typed { get; private set; } = new(null, null, null);

    public bool MayPublish => Workflow is { MayPublish: true, HasDraft: true };

    public bool MayUnpublish => Workflow.MayPublish && Workflow.State != VariantState.Archived
        && (Workflow.IsPublic || Workflow.Schedule.Any(act => act is { Kind: ScheduledKind.Publish, State: ScheduledState.Waiting }));

    public TimeZoneInfo Zone => TimeZones.Of(Opened.Scope);

    public MomentForm FormOf(string handler) => handler == _refused
        ? new(L, Opened.Scope, handler, Typed, _reading?.Twice ?? [], Problems)
        : new(L, Opened.Scope, handler, new(null, null, null), [], []);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ReadAsync(ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostPublishAsync(string? versionId, TypedMoment typed, CancellationToken ct) =>
        PlanAsync(PublishForm, typed, due => schedule.PublishAtAsync(ItemId, Locale, versionId ?? "", due, Editor, ct), ct);

    public Task<IActionResult> OnPostUnpublishAsync(TypedMoment typed, CancellationToken ct) =>
        PlanAsync(UnpublishForm, typed, due => schedule.UnpublishAtAsync(ItemId, Locale, due, Editor, ct), ct);

    public async Task<IActionResult> OnPostCancelAsync(string? planId, CancellationToken ct)
    {
        var result = await schedule.CancelAsync(planId ?? "", Editor, ct);

        return result.IsDone ? Done(ReviewNotices.CalledOff) : await ReadAsync(ct) ? Refuse(result.Problems) : NotFound();
    }

    private async Task<IActionResult> PlanAsync(string form, TypedMoment typed, Func<DateTime, Task<ScheduleResult>> plan, CancellationToken ct)
    {
        if (!await ReadAsync(ct))
        {
            return NotFound();
        }

        _reading = typed.Read(Zone, L);
        var problems = _reading is { Utc: { } due } ? (await plan(due)).Problems : _reading.Problems;

        if (problems.Count == 0)
        {
            return Done(ReviewNotices.Planned);
        }

        (_refused, Typed) = (form, typed);
        await ReadAsync(ct);

        return Refuse([.. problems.Select(problem => problem with { Field = InputOf(form, problem.Field) })]);
    }

    private async Task<bool> ReadAsync(CancellationToken ct)
    {
        if (!await OpenAsync(ct))
        {
            return false;
        }

        Acts = await schedule.OfAsync(ItemId, Locale, Editor, ct);

        return true;
    }

    // There are two such forms on the screen, and no two elements may have one name.
    private static string InputOf(string form, string field) => field switch
    {
        TypedMoment.DayInput or TypedMoment.TimeInput => $"{form}-{field}",
        "DueAt" => $"{form}-{TypedMoment.DayInput}",
        _ => "",
    };
}
