using SayNo.Content.Fields;

namespace SayNo.Campaign.Contacts;

/// <summary>A check of a contact, as somebody wants to record it.</summary>
public sealed record NewContactCheck
{
    public required string ItemId { get; init; }

    /// <summary>The field of the number or address that was tried: see <see cref="ContactChannel"/>.</summary>
    public required string Field { get; init; }

    /// <summary>The number or address that the person saw; if it is another by now, nothing is recorded.</summary>
    public required string What { get; init; }

    /// <summary>The day, in the country.</summary>
    public required DateOnly On { get; init; }

    public required bool Works { get; init; }

    public string? Note { get; init; }
}

/// <summary>What became of recording a check.</summary>
/// <param name="Refusals">What the person can mend; empty if it was recorded.</param>
/// <param name="Problems">Why the contact could not take the date, in sentences of the content's rules.</param>
public sealed record CheckResult(IReadOnlyList<CheckRefusal> Refusals, IReadOnlyList<Problem> Problems)
{
    public static CheckResult Done { get; } = new([], []);

    public bool IsDone => Refusals.Count == 0 && Problems.Count == 0;

    internal static CheckResult Refused(params IReadOnlyList<CheckRefusal> refusals) => new(refusals, []);
}

/// <summary>Why a check was not recorded.</summary>
public enum CheckRefusal
{
    /// <summary>The contact is gone, or was put away.</summary>
    NoContact,

    /// <summary>The number or address that was tried is no longer the contact's.</summary>
    Changed,

    /// <summary>The day is still to come.</summary>
    InFuture,

    /// <summary>The day is more than a year ago.</summary>
    TooLongAgo,

    /// <summary>It did not work, and nobody says what happened.</summary>
    NoteMissing,

    NoteTooLong,

    /// <summary>Nothing was chosen that was tried.</summary>
    NothingTried,

    /// <summary>Nobody said whether it worked.</summary>
    NoOutcome,

    /// <summary>What was typed is no date.</summary>
    NoDate,
}
