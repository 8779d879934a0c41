namespace SayNo.Accounts.Sessions;

/// <summary>How long sessions last; the settings under <c>SayNo:Sessions</c>.</summary>
public sealed class SessionLimits
{
    /// <summary>Without a request.</summary>
    public TimeSpan Idle { get; set; } = TimeSpan.FromHours(2);

    /// <summary>In all.</summary>
    public TimeSpan Absolute { get; set; } = TimeSpan.FromHours(12);

    /// <summary>Between the password and the code.</summary>
    public TimeSpan Half { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long ago somebody may have signed in to change what they sign in with.</summary>
    public TimeSpan Fresh { get; set; } = TimeSpan.FromMinutes(10);
}
