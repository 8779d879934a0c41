namespace SayNo.Campaign.Links;

/// <summary>What came back when an address was asked once.</summary>
/// <param name="Fault">What was wrong; <see cref="LinkFault.None"/> if it works.</param>
/// <param name="Status">The number of the answer; null if there was none.</param>
/// <param name="LeadsTo">Where it led, if that is another address.</param>
public sealed record LinkFinding(LinkFault Fault, int? Status = null, string? LeadsTo = null)
{
    /// <summary>True if the reason may as well be on this side, such as a network that is down.</summary>
    public bool MayBeOurs => Fault is LinkFault.NoSuchName or LinkFault.NoConnection or LinkFault.TooSlow;
}
