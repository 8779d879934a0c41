using Microsoft.EntityFrameworkCore;
using SayNo.Campaign.Storage;
using SayNo.Content.Fields;
using SayNo.Content.Published;
using SayNo.Content.Releases;

namespace SayNo.Campaign.Links;

/// <summary>Stops a release in which a link was found dead: a child who follows it finds nothing.</summary>
public sealed class DeadLinks(IDbContextFactory<CampaignDb> campaign) : ReleaseGate
{
    public override async Task<IReadOnlyList<ReleaseFinding>> FindAsync(Picture after, IReadOnlyList<ReleasedText> texts, CancellationToken ct)
    {
        var links = texts.SelectMany(text => Of(after, text)).ToList();

        if (links.Count == 0)
        {
            return [];
        }

        var urls = links.Select(link => link.Url).Distinct().ToArray();
        await using var db = await campaign.CreateDbContextAsync(ct);
        var dead = await db.LinkChecks.AsNoTracking().Where(check => check.State == LinkState.Broken && urls.Contains(check.Url))
            .Select(check => check.Url).ToHashSetAsync(ct);

        return
        [
            .. links.Where(link => dead.Contains(link.Url)).Select(link => new ReleaseFinding(link.Text,
                new(link.Field.Name, $"{link.Field.Label}: {link.Url} leads to a page that is not there any more."), IsStop: true)),
        ];
    }

    private static IEnumerable<(ReleasedText Text, LinkField Field, string Url)> Of(Picture after, ReleasedText text) =>
        (after.Types.GetValueOrDefault(text.Item.Type)?.Fields ?? []).OfType<LinkField>().Where(field => !field.IsInternal)
            .Select(field => (text, field, Url: PublishedLinks.UrlOf(text.Values, field.Name) ?? "")).Where(link => link.Url.Length > 0);
}
