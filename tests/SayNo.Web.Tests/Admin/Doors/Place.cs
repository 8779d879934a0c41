using System.Globalization;

namespace SayNo.Web.Tests.Admin.Doors;

/// <summary>What one owner has that others must not reach: drafts with a secret in them, and all that hangs on them.</summary>
internal sealed record Place
{
    public const string Locale = "de";

    public required string Scope { get; init; }

    /// <summary>Stands in every text here, and in no other owner's.</summary>
    public string Secret => SecretOf(Scope);

    public required string ItemId { get; init; }

    /// <summary>The version that waits for a decision.</summary>
    public required string DraftId { get; init; }

    /// <summary>The version before it.</summary>
    public required string OlderId { get; init; }

    public required string CommentId { get; init; }

    public required string PlanId { get; init; }

    public required string LinkId { get; init; }

    public required string ReleaseId { get; init; }

    public required string AlertId { get; init; }

    public required string ReleaseLinkId { get; init; }

    public required string ContactId { get; init; }

    /// <summary>A file that somebody has brought and nobody has taken in.</summary>
    public required string ImportId { get; init; }

    /// <summary>A picture of the library.</summary>
    public required string MediaId { get; init; }

    /// <summary>A file of four bytes that has not arrived yet.</summary>
    public required string UploadId { get; init; }

    /// <summary>All alerts of the owner, in their order.</summary>
    public required IReadOnlyList<string> Alerts { get; init; }

    /// <summary>An account that does not belong to who tries.</summary>
    public required string AccountId { get; init; }

    public required string InvitationId { get; init; }

    /// <summary>The audit log's entry about the last act here.</summary>
    public required long AuditNumber { get; init; }

    public static string SecretOf(string scope) => $"geheimnis-{scope.ToLowerInvariant()}-x";

    /// <summary>What stands for a parameter of an address.</summary>
    public string ValueOf(string pattern, string parameter) => parameter switch
    {
        "id" when pattern.Contains("/admin/alert/", StringComparison.Ordinal) => AlertId,
        "id" when pattern.Contains("/releases/", StringComparison.Ordinal) => ReleaseId,
        "id" when pattern.Contains("/exchange/", StringComparison.Ordinal) => ImportId,
        "id" when pattern.Contains("/contacts/", StringComparison.Ordinal) => ContactId,
        "id" when pattern.Contains("/accounts/", StringComparison.Ordinal) => AccountId,
        "id" when pattern.Contains("/uploads/", StringComparison.Ordinal) => UploadId,
        "id" when pattern.Contains("/media/", StringComparison.Ordinal) => MediaId,
        "id" => ItemId,
        "locale" => Locale,
        "number" when pattern.Contains("/audit/", StringComparison.Ordinal) => AuditNumber.ToString(CultureInfo.InvariantCulture),
        "number" => "1",
        "path" => "at/de",
        "code" or "country" => Scope.ToLowerInvariant(),
        "type" => "Alert",
        "name" when pattern.StartsWith("/admin/assets", StringComparison.Ordinal) => "admin.css",
        "name" => Scope.ToLowerInvariant(),
        _ => "unknown",
    };
}
