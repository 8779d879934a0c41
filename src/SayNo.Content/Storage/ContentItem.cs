namespace SayNo.Content.Storage;

/// <summary>One thing the site is about: a step, a contact, a country's page. Its texts live in its variants.</summary>
public sealed class ContentItem
{
    /// <summary>26 characters, as Orchard Core's ids; see <see cref="ContentId"/>.</summary>
    public required string Id { get; init; }

    /// <summary>Name of the <see cref="ContentType"/>.</summary>
    public required string Type { get; init; }

    /// <summary>Who owns the item: <c>EU</c> for the campaign, else an ISO 3166-1 alpha-2 code.</summary>
    public required string Scope { get; set; }

    /// <summary>Name in addresses, unique within type and scope.</summary>
    public required string Slug { get; set; }

    /// <summary>Place among its neighbours of the same type and scope; lower comes first.</summary>
    public int Order { get; set; }

    /// <summary>For an override: the id of the campaign's item that it replaces in its scope.</summary>
    public string? OverrideOf { get; set; }

    public DateTime CreatedAt { get; init; }

    public List<Variant> Variants { get; } = [];
}
