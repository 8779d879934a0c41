namespace SayNo.Content.Auditing;

/// <summary>Whether the audit log is as it was written.</summary>
/// <param name="Entries">How many entries were found to be right.</param>
/// <param name="Hash">The hash of the last of them: kept elsewhere, it proves later that nothing before it has changed.</param>
/// <param name="Fault">The first thing that is wrong; none if the log is whole.</param>
public sealed record AuditVerdict(long Entries, string Hash, AuditFault? Fault)
{
    public bool IsWhole => Fault is null;
}

/// <summary>What is wrong with the audit log.</summary>
/// <param name="Sequence">The number of the entry.</param>
/// <param name="Kind">What was done to it.</param>
public sealed record AuditFault(long Sequence, AuditFaultKind Kind)
{
    /// <summary>The same in a sentence.</summary>
    public string Sentence => Kind switch
    {
        AuditFaultKind.Missing => $"Entry {Sequence} is missing.",
        AuditFaultKind.Reordered => $"Entry {Sequence} stands in the place of another: entries were put in another order.",
        _ => $"Entry {Sequence} is not what was written: it, or its hash, was changed.",
    };
}

/// <summary>What can be done to a log behind its back.</summary>
public enum AuditFaultKind
{
    Changed = 1,
    Missing = 2,
    Reordered = 3,
}
