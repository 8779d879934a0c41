using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SayNo.Admin.Auditing;
using SayNo.Content.Auditing;
using SayNo.Content.Published;
using SayNo.Web.Admin;
using Owner = SayNo.Content.Scopes;

namespace SayNo.Admin.Pages.Admin.Audit;

/// <summary>Who did what, from which value to which; what was refused too.</summary>
public sealed class IndexModel(AuditView view, AuditTrail trail, PublishedContent published, TimeProvider time) : AdminPage
{
    public AuditQuery Query { get; private set; } = new();

    public AuditList Found { get; private set; } = new([], false);

    /// <summary>What came of verifying; null if nobody asked.</summary>
    public AuditVerdict? Verdict { get; private set; }

    public IEnumerable<string> Scopes => published.Current.All.Select(item => item.Scope).Append(Owner.Campaign).Distinct()
        .OrderBy(scope => scope != Owner.Campaign).ThenBy(scope => ScopeNames.Of(scope, L), StringComparer.Create(L.Culture, ignoreCase: true));

    public Task OnGetAsync(CancellationToken ct) => ReadAsync(ct);

    public async Task OnPostVerifyAsync(CancellationToken ct)
    {
        Verdict = await trail.VerifyAsync(Editor, ct);
        await ReadAsync(ct);
    }

    /// <summary>Hands out a copy, which is an entry of its own.</summary>
    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct)
    {
        var day = time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Response.ContentType = "application/x-ndjson";
        Response.Headers.ContentDisposition = $"attachment; filename=\"audit-{day}.jsonl\"";
        await trail.ExportAsync(Response.Body, Editor, ct);

        return new EmptyResult();
    }

    /// <summary>The sentence that says whether the log is whole.</summary>
    public string SentenceOf(AuditVerdict verdict) => verdict.Fault switch
    {
        null => L.Plural(verdict.Entries, "The log is whole: {0} entry, just as it was written.", "The log is whole: all {0} entries are just as they were written."),
        { Kind: AuditFaultKind.Missing } fault => L["The log is not whole. Entry {0} is missing.", fault.Sequence],
        { Kind: AuditFaultKind.Reordered } fault => L["The log is not whole. Entry {0} stands in the place of another: entries were put in another order.", fault.Sequence],
        { } fault => L["The log is not whole. Entry {0} is not what was written: it, or its hash, was changed.", fault.Sequence],
    };

    private async Task ReadAsync(CancellationToken ct)
    {
        Query = AuditQuery.Read(Request.Query);
        Found = await view.ReadAsync(Query, L, Editor, ct);
    }
}
