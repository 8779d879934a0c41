namespace SayNo.Campaign.Contacts;

/// <summary>One time that somebody called, opened or wrote to a contact. It is never changed.</summary>
public sealed class ContactCheck
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string ItemId { get; init; }

    /// <summary>One of <see cref="CheckedHow"/>.</summary>
    public required string How { get; init; }

    /// <summary>What was called, opened or written to, as the contact said it then.</summary>
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

/// <summary>How a contact can be checked.</summary>
public static class CheckedHow
{
    public const string Called = "called";
    public const string Opened = "opened";
    public const string Written = "written";

    public static IReadOnlyList<string> InOrder { get; } = [Called, Opened, Written];
}
