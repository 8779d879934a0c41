namespace SayNo.Campaign.Links;

/// <summary>
/// Suspects this side of the line when one address after the other cannot be reached: a broken network here must not make a national team
/// believe that all its links are dead.
/// </summary>
public sealed class NetworkDoubt
{
    private const int InARow = 3;

    private int _failures;

    /// <summary>True if a finding says more about this side than about the address.</summary>
    public bool Explains(LinkFinding finding)
    {
        _failures = finding.MayBeOurs ? _failures + 1 : 0;

        return _failures >= InARow;
    }
}
