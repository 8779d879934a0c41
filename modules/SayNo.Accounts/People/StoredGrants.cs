using SayNo.Accounts.Storage;
using SayNo.Content.Publishing;

namespace SayNo.Accounts.People;

/// <summary>Grants as the database and the audit log write them.</summary>
internal static class StoredGrants
{
    public static AccountGrant Of(Guid accountId, Grant grant) => new()
    {
        AccountId = accountId,
        Role = grant.Role,
        Scopes = string.Join(' ', grant.Scopes),
        Locales = string.Join(' ', grant.Locales),
    };

    /// <summary>In one order, whatever the order in which they were given.</summary>
    public static string Audit(IEnumerable<Grant> grants) => AuditJson.Of("Grants", string.Join("; ", grants.Select(Text).Order(StringComparer.Ordinal)));

    public static bool AreSame(Grant one, Grant other) => Text(one) == Text(other);

    private static string Text(Grant grant) =>
        $"{grant.Role} in {string.Join(' ', grant.Scopes.Order(StringComparer.Ordinal))}, languages {string.Join(' ', grant.Locales.Order(StringComparer.Ordinal))}";
}
