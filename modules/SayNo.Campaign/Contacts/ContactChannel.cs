using SayNo.Campaign.Links;
using SayNo.Content;

namespace SayNo.Campaign.Contacts;

/// <summary>A way to reach a contact, and how a person finds out whether it works.</summary>
/// <param name="Field">The field that holds the number or the address.</param>
/// <param name="How">As the field <c>CheckedHow</c> says it.</param>
public sealed record ContactChannel(string Field, string How)
{
    public static ContactChannel Phone { get; } = new("Phone", "called");

    public static ContactChannel Website { get; } = new("Website", "opened");

    public static ContactChannel Chat { get; } = new("Chat", "opened");

    public static ContactChannel Email { get; } = new("Email", "written");

    public static IReadOnlyList<ContactChannel> InOrder { get; } = [Phone, Website, Chat, Email];

    public bool IsLink => this == Website || this == Chat;

    /// <summary>The number or address that a contact has for it; null if it has none.</summary>
    public string? Of(ContentValues values) => IsLink ? PublishedLinks.UrlOf(values, Field) : values.Text(Field);
}
