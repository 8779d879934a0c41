namespace SayNo.Campaign.Links;

/// <summary>What is known of one published address: whether it still leads somewhere.</summary>
public sealed class LinkCheck
{
    /// <summary>Longer addresses are not checked; no browser of the visitors would promise to open them.</summary>
    public const int LongestUrl = 2000;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    // The next question comes a day after the last one began, and answers take their time.
    private static readonly TimeSpan AlmostADay = TimeSpan.FromHours(23);

    public required string Url { get; init; }

    public LinkState State { get; set; }

    /// <summary>What was found the last time; null if it was never asked.</summary>
    public LinkFault? Fault { get; set; }

    /// <summary>The number of the last answer; null if there was none.</summary>
    public int? Status { get; set; }

    /// <summary>Where it leads by now, if that is another address.</summary>
    public string? LeadsTo { get; set; }

    public DateTime? CheckedAt { get; set; }

    /// <summary>Since when it has failed without a pause.</summary>
    public DateTime? FailingSince { get; set; }

    /// <summary>How often in a row it has failed.</summary>
    public int Failures { get; set; }

    /// <summary>When it is asked again.</summary>
    public required DateTime NextAt { get; set; }

    /// <summary>Learns what was found, and decides what to think of it.</summary>
    public void Take(LinkFinding finding, DateTime now)
    {
        (Fault, Status, LeadsTo, CheckedAt) = (finding.Fault, finding.Status, Short(finding.LeadsTo), now);

        if (finding.Fault is LinkFault.None or LinkFault.TurnedAway)
        {
            (Failures, FailingSince, NextAt) = (0, null, now + Day);
            State = finding.Fault == LinkFault.None ? LinkState.Works : LinkState.Unclear;

            return;
        }

        Failures++;
        FailingSince ??= now;
        State = finding.Fault == LinkFault.NotFound || (Failures > 1 && now - FailingSince >= AlmostADay) ? LinkState.Broken : LinkState.Failing;

        // Who has failed for long is asked less often: 1, 1, 2, 4, then 7 days.
        NextAt = now + Day * Math.Min(7, 1 << Math.Min(3, Math.Max(0, Failures - 2)));
    }

    private static string? Short(string? url) => url is { Length: > LongestUrl } ? url[..LongestUrl] : url;
}

/// <summary>What a person should think of an address.</summary>
public enum LinkState
{
    /// <summary>It was not asked yet.</summary>
    NotChecked = 0,

    Works = 1,

    /// <summary>It answers, but not to programs: a person must look.</summary>
    Unclear = 2,

    /// <summary>It failed once; it is asked again before anybody is bothered.</summary>
    Failing = 3,

    /// <summary>It failed twice a day apart, or says itself that nothing is there.</summary>
    Broken = 4,
}

/// <summary>Why an address does not lead where it should.</summary>
public enum LinkFault
{
    /// <summary>Nothing is wrong.</summary>
    None = 0,

    /// <summary>The server says that nothing is there (404), or no longer (410).</summary>
    NotFound = 1,

    /// <summary>The server answers with another error.</summary>
    ErrorAnswer = 2,

    /// <summary>The server turns programs away.</summary>
    TurnedAway = 3,

    /// <summary>No server has that name.</summary>
    NoSuchName = 4,

    /// <summary>Nothing could be reached there.</summary>
    NoConnection = 5,

    /// <summary>The certificate is wrong or has run out: browsers warn of the page.</summary>
    Certificate = 6,

    TooSlow = 7,

    /// <summary>It leads on and on.</summary>
    TooManyRedirects = 8,

    /// <summary>It leads into a private network, or to what is no web page; it was not opened.</summary>
    Forbidden = 9,

    /// <summary>What came back is no answer of a web server.</summary>
    NoAnswer = 10,
}
