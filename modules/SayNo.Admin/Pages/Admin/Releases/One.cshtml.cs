using Microsoft.AspNetCore.Mvc;
using SayNo.Admin.Bulk;
using SayNo.Admin.Releases;
using SayNo.Admin.Reviewing;
using SayNo.Content;
using SayNo.Content.Fields;
using SayNo.Content.Releases;

namespace SayNo.Admin.Pages.Admin.Releases;

/// <summary>A release: its texts, what stops each of them, and what can be done with the whole.</summary>
public sealed class OneModel(ReleaseDesk desk, ContentReleases releases, ReleasePublisher publisher, ServedSoon served) : ReleaseScreen(desk)
{
    private MomentReading? _reading;

    private TypedMoment _typed = new(null, null, null);

    public MomentForm Planning => new(L, Opened.Release.Scope, "plan", _typed, _reading?.Twice ?? [], _reading is null ? [] : Problems);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await OpenAsync(ct) ? Page() : NotFound();

    /// <summary>Takes the newest draft of a text in the place of the one that was put in.</summary>
    public Task<IActionResult> OnPostTakeAsync(string? text, CancellationToken ct) =>
        ActAsync(() => releases.AddAsync(ReleaseId, Read(text), Editor, ct), ReleaseWords.Added, ct);

    public Task<IActionResult> OnPostRemoveAsync(string? text, CancellationToken ct) =>
        ActAsync(() => releases.RemoveAsync(ReleaseId, Read(text), Editor, ct), ReleaseWords.Removed, ct);

    public Task<IActionResult> OnPostDropAsync(CancellationToken ct) =>
        ActAsync(() => releases.DropAsync(ReleaseId, Editor, ct), ReleaseWords.Dropped, ct);

    public Task<IActionResult> OnPostCallOffAsync(CancellationToken ct) =>
        ActAsync(() => publisher.CallOffAsync(ReleaseId, Editor, ct), ReleaseWords.CalledOff, ct);

    public async Task<IActionResult> OnPostPublishAsync(int? revision, CancellationToken ct)
    {
        var result = await publisher.PublishAsync(ReleaseId, revision ?? -1, Editor, ct);

        if (!result.IsDone)
        {
            return await OpenAsync(ct) ? Refuse(Short(result.Problems)) : NotFound();
        }

        return Done(await served.WaitAsync(result.Sequence, ct) ? ReleaseWords.Published : ReleaseWords.PublishedSoon);
    }

    public async Task<IActionResult> OnPostPlanAsync(int? revision, TypedMoment typed, CancellationToken ct)
    {
        if (!await OpenAsync(ct))
        {
            return NotFound();
        }

        _typed = typed;
        _reading = typed.Read(TimeZones.Of(Opened.Release.Scope), L);
        var problems = _reading is { Utc: { } due } ? (await publisher.PlanAsync(ReleaseId, revision ?? -1, due, Editor, ct)).Problems : _reading.Problems;

        if (problems.Count == 0)
        {
            return Done(ReleaseWords.Planned);
        }

        await OpenAsync(ct);

        return Refuse(Short([.. problems.Select(problem => problem with { Field = InputOf(problem.Field) })]));
    }

    public async Task<IActionResult> OnPostUndoAsync(CancellationToken ct)
    {
        if (!await OpenAsync(ct))
        {
            return NotFound();
        }

        var result = await releases.PrepareUndoAsync(ReleaseId, L["Taken back: {0}", Opened.Release.Name], Editor, ct);

        return result.Release is { } undo ? Done(ReleaseWords.Undone, undo.Id) : Refuse(result.Problems);
    }

    private async Task<IActionResult> ActAsync(Func<Task<ReleaseResult>> act, string notice, CancellationToken ct)
    {
        var result = await act();

        return result.IsDone ? Done(notice) : await OpenAsync(ct) ? Refuse(result.Problems) : NotFound();
    }

    // Each stands beside its text below.
    private static IReadOnlyList<Problem> Short(IReadOnlyList<Problem> problems) =>
        [.. problems.Select(problem => problem.Field.StartsWith("plan-", StringComparison.Ordinal) ? problem : problem with { Field = "" }).Distinct().Take(5)];

    private static IReadOnlyList<(string, string)> Read(string? text) => BulkEntry.Read(text) is { } entry ? [(entry.ItemId, entry.Locale)] : [];

    private static string InputOf(string field) => field switch
    {
        TypedMoment.DayInput or TypedMoment.TimeInput => $"plan-{field}",
        "DueAt" => $"plan-{TypedMoment.DayInput}",
        _ => "",
    };
}
