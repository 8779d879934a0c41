namespace SayNo.Campaign.Partners;

/// <summary>The partners of one kind.</summary>
/// <param name="Kind">See <see cref="Partner.Kind"/>.</param>
/// <param name="Partners">In the order of the content.</param>
public sealed record PartnerGroup(string? Kind, IReadOnlyList<Partner> Partners);
