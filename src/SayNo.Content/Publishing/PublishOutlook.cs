using SayNo.Content.Fields;

namespace SayNo.Content.Publishing;

/// <summary>What stands in the way of publishing a draft, before anybody tries.</summary>
public sealed record PublishOutlook
{
    /// <summary>Nothing does.</summary>
    public static PublishOutlook Open { get; } = new() { Problems = [], FourEyes = [] };

    /// <summary>What is wrong, whoever wants to publish it.</summary>
    public required IReadOnlyList<Problem> Problems { get; init; }

    /// <summary>The values that somebody must leave to another person.</summary>
    public required IReadOnlyList<FourEyesDemand> FourEyes { get; init; }

    /// <summary>Whether nothing stands in this person's way. Their right to publish is another question.</summary>
    public bool IsOpenTo(Editor by) => Problems.Count == 0 && IsLeftTo(by.Id);

    /// <summary>Whether this person has changed none of the values that another must look at.</summary>
    public bool IsLeftTo(string personId) => FourEyes.All(demand => !demand.ChangedBy.Contains(personId));
}

/// <summary>A changed value that another person must look at.</summary>
/// <param name="Field">Name of the field.</param>
/// <param name="Label">What editors call it.</param>
/// <param name="ChangedBy">The accounts that changed it since it was public.</param>
public sealed record FourEyesDemand(string Field, string Label, IReadOnlySet<string> ChangedBy);
