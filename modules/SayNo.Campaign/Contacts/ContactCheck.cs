namespace SayNo.Campaign.Contacts;

/// <summary>One time that somebody called, opened or wrote to a contact. It is never changed.</summary>
public sealed class ContactCheck
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string ItemId { get; init; }

    /// <summary>The field that was tried, such as <c>Phone</c>; see <see cref="ContactChannel"/>.</summary>
    public required string Field { get; init; }

    /// <summary>The number or address that was tried, as the contact said it then.</summary>
    public required string What { get; init; }

    /// <summary>The day, in the country.</summary>
    public required DateOnly CheckedOn { get; init; }

    public required bool Works { get; init; }

    public string? Note { get; init; }

    /// <summary>The account.</summary>
    public required string ById { get; init; }

    public required string By { get; init; }

    public required DateTime RecordedAt { get; init; }
}
