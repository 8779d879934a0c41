using SayNo.Content.Published;
using SayNo.Web.Admin;

namespace SayNo.Campaign.Contacts;

/// <summary>Tells which contacts were checked so long ago that they turn amber or red.</summary>
internal sealed class ContactTurns : Happenings
{
    public override IEnumerable<Happening> Between(Picture picture, DateTime after, DateTime until) =>
        from item in picture.OfType(ContactBoard.Type)
        from turn in ContactFreshness.Turns(item.Neutral?.Values.Date("CheckedOn"), item.Scope)
        where turn > after && turn <= until
        select new Happening(item, turn, $"/admin/contacts/{item.Id}/check");
}
