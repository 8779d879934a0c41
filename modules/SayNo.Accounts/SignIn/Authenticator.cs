namespace SayNo.Accounts.SignIn;

/// <summary>The app of an account that makes codes.</summary>
public sealed class Authenticator
{
    public required Guid AccountId { get; init; }

    /// <summary>The secret that the app shares, sealed with the site's keys.</summary>
    public required string Key { get; set; }

    /// <summary>The step of the last code that was used: no code works twice.</summary>
    public long LastStep { get; set; }

    public required DateTime CreatedAt { get; set; }
}
