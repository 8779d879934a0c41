using SayNo.Content.Publishing;

namespace SayNo.Accounts.Storage;

/// <summary>One grant of an account, as it is stored.</summary>
public sealed class AccountGrant
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid AccountId { get; init; }

    public required Role Role { get; init; }

    /// <summary>The scopes with a blank between them.</summary>
    public required string Scopes { get; init; }

    /// <summary>The locales with a blank between them.</summary>
    public required string Locales { get; init; }

    public Grant Grant => new(Role, Scopes.Split(' '), Locales.Split(' '));
}
