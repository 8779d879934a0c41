using Microsoft.AspNetCore.Identity;

namespace SayNo.Accounts;

/// <summary>A person who may sign in to the admin.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public Account()
    {
        Id = Guid.CreateVersion7();
        SecurityStamp = Guid.NewGuid().ToString("N");
    }

    /// <summary>The name that colleagues see beside what this person did.</summary>
    public required string Name { get; set; }

    public DateTime CreatedAt { get; init; }

    /// <summary>When they last signed in.</summary>
    public DateTime? SignedInAt { get; set; }

    /// <summary>The language in which they used the admin last; letters to them are written in it.</summary>
    public string? Language { get; set; }

    /// <summary>When an administrator locked it; a locked account has no sessions. What wrong passwords cause is <see cref="IdentityUser{TKey}.LockoutEnd"/>.</summary>
    public DateTime? LockedAt { get; set; }
}
