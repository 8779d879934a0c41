using Microsoft.Extensions.Logging;
using SayNo.Content.Storage;

namespace SayNo.Content.Publishing;

/// <summary>Decides everywhere who may do what: a right comes from a role, within its scopes and locales.</summary>
public sealed class Rights(ILogger<Rights> logger)
{
    public static bool May(Editor by, Right right, string scope, string locale) =>
        ReferenceEquals(by, Editor.System) || by.Grants.Any(grant => Allows(grant.Role, right, locale) && IsWithin(grant, right, scope, locale));

    /// <summary>The scopes in which somebody has a right in at least one locale, for lists and pickers.</summary>
    public static Reach Reach(Editor by, Right right)
    {
        if (ReferenceEquals(by, Editor.System))
        {
            return new(true, new HashSet<string>());
        }

        var grants = by.Grants.Where(grant => grant.Locales.Any(locale => Allows(grant.Role, right, locale))).ToList();
        var scopes = grants.SelectMany(grant => grant.Scopes).ToHashSet(StringComparer.Ordinal);

        if (right == Right.Read && grants.Count > 0)
        {
            scopes.Add(Scopes.Campaign);
        }

        return new(scopes.Contains(Grant.All), scopes);
    }

    /// <exception cref="RightDeniedException">They may not; the refusal is logged.</exception>
    public void Demand(Editor by, Right right, string scope, string locale)
    {
        if (May(by, right, scope, locale))
        {
            return;
        }

        logger.LogWarning("Refused: {EditorId} may not {Right} in {Scope}, locale '{Locale}'.", by.Id, right, scope, locale);

        throw new RightDeniedException(by, right, scope, locale);
    }

    private static bool Allows(Role role, Right right, string locale) => role switch
    {
        Role.Administrator => right is Right.Read or Right.Define or Right.ManageAccounts or Right.ReadAudit,
        Role.CampaignLead => right is Right.Read or Right.Edit or Right.Publish or Right.Delete or Right.Comment or Right.Verify or Right.Exchange,
        Role.NationalEditor => right is Right.Read or Right.Edit or Right.Comment,
        Role.NationalApprover => right is Right.Read or Right.Publish or Right.Delete or Right.Comment or Right.Verify or Right.Exchange,
        Role.Translator => right is Right.Read or Right.Comment || (right is Right.Edit && locale != Variant.Neutral),
        Role.Auditor => right is Right.Read or Right.ReadAudit,
        _ => false,
    };

    private static bool IsWithin(Grant grant, Right right, string scope, string locale) => right switch
    {
        // These concern the whole site: who was granted a part of it would see, or change, all the others.
        Right.Define or Right.ManageAccounts or Right.ReadAudit => grant.Scopes.Contains(Grant.All),

        // Whoever works on a text must be able to read what it was made from, and the campaign's texts that it stands beside.
        Right.Read => scope == Scopes.Campaign || grant.Reaches(scope),
        _ => grant.Reaches(scope) && grant.Speaks(locale),
    };
}

/// <summary>What can be done.</summary>
public enum Right
{
    Read = 1,

    /// <summary>Write drafts, and create items.</summary>
    Edit = 2,

    /// <summary>Publish and unpublish.</summary>
    Publish = 3,

    /// <summary>Delete an item with all its variants.</summary>
    Delete = 4,

    /// <summary>Change content types and settings.</summary>
    Define = 5,

    /// <summary>Change who may do what.</summary>
    ManageAccounts = 6,

    /// <summary>Write comments, and say that they are dealt with.</summary>
    Comment = 7,

    /// <summary>Say that a contact was called or opened and is right.</summary>
    Verify = 8,

    /// <summary>Read who did what.</summary>
    ReadAudit = 9,

    /// <summary>Take all texts of an owner out as a file, and bring them in as drafts.</summary>
    Exchange = 10,
}

/// <summary>Where somebody has a right.</summary>
/// <param name="IsEverywhere">In all scopes; <see cref="Scopes"/> says nothing then.</param>
/// <param name="Scopes">The scopes.</param>
public sealed record Reach(bool IsEverywhere, IReadOnlySet<string> Scopes)
{
    public bool Holds(string scope) => IsEverywhere || Scopes.Contains(scope);
}

/// <summary>Somebody tried what they have no right to; the interface does not offer it, so this is a bug or an attack.</summary>
public sealed class RightDeniedException(Editor by, Right right, string scope, string locale)
    : Exception($"{by.Name} may not {right} in {scope}{(locale.Length == 0 ? "" : $", locale {locale}")}.")
{
    public Editor By => by;

    public Right Right => right;

    public string Scope => scope;

    public string Locale => locale;
}
