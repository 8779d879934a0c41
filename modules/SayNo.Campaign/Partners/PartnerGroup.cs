using SayNo.Content.Published;

namespace SayNo.Campaign.Partners;

/// <summary>The partners of one kind.</summary>
/// <param name="Kind">See <see cref="Partner.Kind"/>.</param>
/// <param name="Partners">In the order of the content.</param>
public sealed record PartnerGroup(string? Kind, IReadOnlyList<Partner> Partners)
{
    // European bodies first, then who runs helplines and hotlines, and companies last.
    private static readonly string?[] Kinds = ["eu-body", "law-enforcement", "hotline-network", "ngo", "private-sector", null];

    /// <summary>All partners, in one language.</summary>
    internal static IReadOnlyList<PartnerGroup> All(Picture picture, string locale)
    {
        var partners = picture.OfType("Partner").Select(item => Resolver.Resolve(picture, item, locale)).OfType<ResolvedContent>().Select(Partner.Of).ToList();

        return
        [
            .. Kinds.Select(kind => new PartnerGroup(kind, [.. partners.Where(partner => KindOf(partner) == kind)])).Where(group => group.Partners.Count > 0),
        ];
    }

    private static string? KindOf(Partner partner) => Kinds.Contains(partner.Kind) ? partner.Kind : null;
}
