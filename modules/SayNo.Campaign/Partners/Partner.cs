using SayNo.Content.Published;
using SayNo.Web.Pages;

namespace SayNo.Campaign.Partners;

/// <summary>An organisation behind or beside the campaign.</summary>
public sealed record Partner
{
    public required ResolvedContent Content { get; init; }

    public required string Name { get; init; }

    /// <summary>"eu-body", "hotline-network", "ngo", "law-enforcement" or "private-sector"; null if nobody has said.</summary>
    public string? Kind { get; init; }

    public Link? Website { get; init; }

    /// <summary>Where it works; empty if in every country of the campaign.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    public LocalizedText? Role { get; init; }

    /// <summary>True if a source ties it to the campaign itself.</summary>
    public bool CampaignPartner { get; init; }

    public static Partner Of(ResolvedContent content) => new()
    {
        Content = content,
        Name = content.Text("Name") ?? content.Slug,
        Kind = content.Text("Kind"),
        Website = content.Link("Website"),
        Countries = content.Texts("Countries"),
        Role = content.Localized("Role"),
        CampaignPartner = content.Flag("CampaignPartner") ?? false,
    };

    public bool WorksIn(string country) => Content.Scope == country || Countries.Contains(country, StringComparer.Ordinal);
}
