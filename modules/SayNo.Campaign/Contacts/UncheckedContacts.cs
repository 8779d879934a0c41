using SayNo.Content.Published;
using SayNo.Content.Releases;
using SayNo.Content.Storage;

namespace SayNo.Campaign.Contacts;

/// <summary>Stops a release with a contact that nobody has tried for 90 days, and tells of one that is getting old.</summary>
public sealed class UncheckedContacts(TimeProvider time) : ReleaseGate
{
    public override Task<IReadOnlyList<ReleaseFinding>> FindAsync(Picture after, IReadOnlyList<ReleasedText> texts, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;

        return Task.FromResult<IReadOnlyList<ReleaseFinding>>(
        [
            .. texts.Where(text => text.Item.Type == ContactBoard.Type && text.Locale == Variant.Neutral)
                .Select(text => Of(text, ContactFreshness.Of(text.Values.Date("CheckedOn"), text.Item.Scope, now))).OfType<ReleaseFinding>(),
        ]);
    }

    private static ReleaseFinding? Of(ReleasedText text, Freshness freshness) => freshness switch
    {
        Freshness.Red => new(text, new("CheckedOn", "Nobody has tried this contact for 90 days or longer. Check it first, under Contacts."), IsStop: true),

        // A changed number has no date yet: it is checked once it is public.
        Freshness.NeverChecked => new(text, new("CheckedOn", "Nobody has tried this contact yet. Check it as soon as it is public."), IsStop: false),
        Freshness.Amber => new(text, new("CheckedOn", "Nobody has tried this contact for 60 days or longer."), IsStop: false),
        _ => null,
    };
}
