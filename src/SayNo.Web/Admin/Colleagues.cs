using SayNo.Content.Publishing;

namespace SayNo.Web.Admin;

/// <summary>Knows who else works on the site. The module that keeps the accounts registers its own under this type.</summary>
public abstract class Colleagues
{
    /// <summary>Who has a right, by name; accounts that are locked are left out.</summary>
    /// <exception cref="RightDeniedException">Whoever asks may not read that scope.</exception>
    public abstract Task<IReadOnlyList<Colleague>> WhoMayAsync(Right right, string scope, string locale, Editor by, CancellationToken ct);

    /// <summary>The names of accounts by their ids, for the audit log; what is no account's id is left out.</summary>
    /// <exception cref="RightDeniedException">Whoever asks may not read the audit log.</exception>
    public abstract Task<IReadOnlyDictionary<string, string>> NamesAsync(IReadOnlyCollection<string> ids, Editor by, CancellationToken ct);
}

/// <summary>Somebody who works on the site.</summary>
/// <param name="Id">The account's id.</param>
/// <param name="Name">As the history of a text names them.</param>
public sealed record Colleague(string Id, string Name);
