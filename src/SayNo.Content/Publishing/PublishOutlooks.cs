using Microsoft.EntityFrameworkCore;
using SayNo.Content.Storage;

namespace SayNo.Content.Publishing;

/// <summary>Looks ahead at what would stand in the way of publishing a draft; nothing is changed and nobody is kept waiting.</summary>
public sealed class PublishOutlooks(CmsDb db, Rights rights, PublishCheck check)
{
    /// <summary>The outlook; without a draft it is open.</summary>
    public async Task<PublishOutlook> OfAsync(string itemId, string locale, Editor by, CancellationToken ct)
    {
        if (await OneItem.ReadAsync(db, itemId, null, ct) is not { } item)
        {
            return PublishOutlook.Open;
        }

        rights.Demand(by, Right.Read, item.Scope, locale);

        if (item.Variants.Find(one => one.Locale == locale) is not { Draft: { } draft } variant)
        {
            return PublishOutlook.Open;
        }

        var type = (await db.Types.AsNoTracking().SingleAsync(one => one.Name == item.Type, ct)).Read();

        return new()
        {
            // The program itself has no eyes: what is left is wrong for everybody.
            Problems = await check.OfPublishingAsync(item, variant, draft, type, Editor.System, ct),
            FourEyes = await FourEyes.DemandsAsync(db, type, variant, draft, ct),
        };
    }
}
