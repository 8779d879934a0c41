using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SayNo.Campaign.RedButton;
using SayNo.Content.Fields;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Web.Admin;

namespace SayNo.Campaign.Pages.Admin.Alerts;

/// <summary>One alert as the second person sees it: what, where, until when, and the button.</summary>
public sealed class OneModel(RedButtonDesk desk, PublishedContent published, Colleagues colleagues) : AdminPage
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private RedAlert? _alert;

    public RedAlert Alert => _alert ?? throw new InvalidOperationException("The alert has not been read yet.");

    public string AlertId => RouteData.Values["id"] as string ?? "";

    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    public string Notice => RedAlertWords.Notice(Request.Query["notice"], L);

    public bool IsOwn => Alert.AskedById == Editor.Id;

    public bool MayConfirm => RedAlertPlaces.MayConfirm(published.Public, Editor, Alert.CountryList);

    public bool MayEnd => RedAlertPlaces.MayAsk(published.Public, Editor, Alert.CountryList);

    public bool IsWaiting => Alert.CanBeConfirmed(Now);

    public bool IsOn => Alert.IsOn(Now);

    public DateTime Now => desk.Now;

    /// <summary>Who can confirm it, for whoever must wake one of them.</summary>
    public IReadOnlyList<string> WhoMay { get; private set; } = [];

    /// <summary>A page of each of three languages with the alert above it.</summary>
    public IReadOnlyList<string> Pages { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ReadAsync(ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostConfirmAsync(CancellationToken ct) =>
        ActAsync(() => desk.ConfirmAsync(AlertId, Editor, ct), RedAlertWords.Confirmed, ct);

    public Task<IActionResult> OnPostEndAsync(CancellationToken ct) => ActAsync(() => desk.EndAsync(AlertId, Editor, ct), RedAlertWords.Ended, ct);

    public Task<IActionResult> OnPostExtendAsync(int? hours, CancellationToken ct) =>
        ActAsync(() => desk.ExtendAsync(AlertId, TimeSpan.FromHours(Math.Clamp(hours ?? 0, 0, 1000)), Editor, ct), RedAlertWords.Extended, ct);

    private async Task<IActionResult> ActAsync(Func<Task<RedAlertResult>> act, string notice, CancellationToken ct)
    {
        var result = await act();

        if (result.IsDone)
        {
            await WaitAsync(result.Sequence, ct);

            return Redirect($"{IndexModel.Path}/{AlertId}?notice={notice}");
        }

        Problems = result.Problems;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;

        return await ReadAsync(ct) ? Page() : NotFound();
    }

    // Whoever pressed sees it on this node, or is not kept waiting for one that is not well.
    private async Task WaitAsync(long sequence, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);

        try
        {
            await published.WaitForAsync(sequence, limit.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
        }
    }

    private async Task<bool> ReadAsync(CancellationToken ct)
    {
        _alert = await desk.FindAsync(AlertId, Editor, ct);

        if (_alert is null)
        {
            return false;
        }

        Pages = RedAlertWords.Pages(published.Public, _alert, L);
        WhoMay = IsWaiting && Rights.May(Editor, Right.Read, Alert.Scope, Variant.Neutral)
            ? [.. (await colleagues.WhoMayAsync(Right.Publish, Alert.Scope, Variant.Neutral, Editor, ct)).Where(one => one.Id != Alert.AskedById).Select(one => one.Name)]
            : [];

        return true;
    }
}
