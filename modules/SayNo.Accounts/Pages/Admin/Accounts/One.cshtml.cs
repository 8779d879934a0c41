using Microsoft.AspNetCore.Mvc;
using SayNo.Accounts.People;
using SayNo.Content.Publishing;
using SayNo.Web.Admin;

namespace SayNo.Accounts.Pages.Admin.Accounts;

/// <summary>One account: what its owner may do, and what an administrator can do about it.</summary>
public sealed class OneModel(AccountList list, AccountDesk desk, GrantDesk grants, RecoveryDesk recovery, GrantChoices choices) : FormPage
{
    private AccountRow? _row;

    public AccountRow Row => _row ?? throw new InvalidOperationException("The account has not been read yet.");

    public NewGrant Entered { get; private set; } = NewGrant.Empty;

    public GrantForm Form => new(this, choices, Entered);

    /// <summary>What was typed as the reason of the act that was refused.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Which of the forms was refused; empty if none was.</summary>
    public string Refused { get; private set; } = "";

    public RecoveryRequest? Recovery { get; private set; }

    public bool IsOwn => Editor.Id == Row.Id.ToString();

    public bool MayConfirm => Recovery is { } request && request.AskedById != Editor.Id && !IsOwn;

    public override string? Notice => Request.Query["notice"].ToString() switch
    {
        "given" => "It was granted. They can do it with their next click.",
        "taken" => "It was taken. They cannot do it any more, from their next click on.",
        "locked" => "The account is locked. Whoever was signed in to it is out.",
        "unlocked" => "The account is open again.",
        "signed-out" => "They have been signed out everywhere.",
        "asked" => "A second administrator must agree now. Tell one.",
        "confirmed" => "The letter with the link was sent. The account is set up anew once the person opens it.",
        "dropped" => "The account stays as it is.",
        _ => null,
    };

    private Editor Editor => SignedIn.Get(HttpContext);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await ReadAsync(id, ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostGiveAsync(Guid id, CancellationToken ct)
    {
        Entered = NewGrant.Of(Request.Form);

        return FinishAsync(id, "give", "given", grants.GiveAsync(id, Entered, Editor, ct), ct);
    }

    public Task<IActionResult> OnPostTakeAsync(Guid id, Guid grant, CancellationToken ct) =>
        FinishAsync(id, "take", "taken", grants.TakeAsync(id, grant, Editor, ct), ct);

    public Task<IActionResult> OnPostLockAsync(Guid id, CancellationToken ct) =>
        FinishAsync(id, "lock", "locked", desk.LockAsync(id, TypedReason(), Editor, ct), ct);

    public Task<IActionResult> OnPostUnlockAsync(Guid id, CancellationToken ct) =>
        FinishAsync(id, "lock", "unlocked", desk.UnlockAsync(id, TypedReason(), Editor, ct), ct);

    public Task<IActionResult> OnPostSignOutAsync(Guid id, CancellationToken ct) =>
        FinishAsync(id, "sign-out", "signed-out", desk.SignOutAsync(id, Editor, ct), ct);

    public Task<IActionResult> OnPostRecoverAsync(Guid id, CancellationToken ct) =>
        FinishAsync(id, "recover", "asked", recovery.AskAsync(id, TypedReason(), Editor, ct), ct);

    public Task<IActionResult> OnPostConfirmAsync(Guid id, CancellationToken ct) =>
        FinishAsync(id, "recover", "confirmed", recovery.ConfirmAsync(id, Editor, ct), ct);

    public Task<IActionResult> OnPostDropAsync(Guid id, CancellationToken ct) =>
        FinishAsync(id, "recover", "dropped", recovery.DropAsync(id, Editor, ct), ct);

    public async Task<IActionResult> OnPostDeleteAsync(Guid id, CancellationToken ct)
    {
        var result = await desk.DeleteAsync(id, Request.Form["Sure"] == "yes", TypedReason(), Editor, ct);

        return result.IsDone ? Redirect($"{AccountFilter.Path}?notice=deleted") : await FinishAsync(id, "delete", "", Task.FromResult(result), ct);
    }

    /// <summary>The name of a field within one of several forms, as no two elements may have one name.</summary>
    public static string InputOf(string form, string field) => $"{form}-{field}";

    public string ReasonOf(string form) => form == Refused ? Reason : "";

    private string TypedReason() => Reason = Request.Form[AccountDesk.ReasonInput].ToString();

    private async Task<IActionResult> FinishAsync(Guid id, string form, string notice, Task<DeskResult> act, CancellationToken ct)
    {
        var result = await act;

        if (result.Problem is not { } problem)
        {
            return Redirect($"{AccountFilter.Path}/{id}?notice={notice}");
        }

        Refused = form;

        if (!await ReadAsync(id, ct))
        {
            return NotFound();
        }

        return Refuse(problem.Field is AccountDesk.ReasonInput or "Sure" ? problem with { Field = InputOf(form, problem.Field) } : problem);
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken ct)
    {
        _row = await list.FindAsync(id, Editor, ct);
        Recovery = await recovery.FindAsync(id, Editor, ct);

        return _row is not null;
    }
}
