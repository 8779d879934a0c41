namespace SayNo.Campaign.Links;

/// <summary>The settings <c>SayNo:LinkCheck</c>.</summary>
public sealed class LinkCheckOptions
{
    public const string Section = "SayNo:LinkCheck";

    /// <summary>Whether this node asks published addresses every day if they still answer.</summary>
    public bool Enabled { get; set; }

    /// <summary>Whether addresses on this machine, at any port, may be asked; for tests alone.</summary>
    public bool AllowLoopback { get; set; }

    /// <summary>The least time between two requests, whomever they go to.</summary>
    public TimeSpan Pause { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest time that one request may take.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);
}
