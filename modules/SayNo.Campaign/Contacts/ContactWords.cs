using SayNo.Campaign.Links;
using SayNo.Web.Localization;

namespace SayNo.Campaign.Contacts;

/// <summary>Says on the screens of the admin what is known of a contact.</summary>
public static class ContactWords
{
    public static string Kind(string kind, PoLocalizer l) => kind switch
    {
        ContactKind.PoliceReport => l["Reports to the police"],
        ContactKind.ChildHelpline => l["Child helplines"],
        ContactKind.Hotline => l["Hotlines for illegal images"],
        ContactKind.MissingChildren => l["Missing children"],
        ContactKind.ImageRemoval => l["Removal of images"],
        _ => l["Other contacts"],
    };

    public static string Need(ContactNeed need, PoLocalizer l) => need switch
    {
        ContactNeed.NotWorking => l["Reported: does not work"],
        ContactNeed.BrokenLink => l["Broken link"],
        ContactNeed.Red => l["Red: checked 90 days ago or longer"],
        ContactNeed.Amber => l["Amber: checked 60 days ago or longer"],
        _ => l["Never checked"],
    };

    public static string Freshness(Freshness freshness, PoLocalizer l) => freshness switch
    {
        Contacts.Freshness.Fresh => l["Checked within the last 60 days"],
        Contacts.Freshness.Amber => Need(ContactNeed.Amber, l),
        Contacts.Freshness.Red => Need(ContactNeed.Red, l),
        _ => Need(ContactNeed.NeverChecked, l),
    };

    public static string Confidence(string confidence, PoLocalizer l) => confidence switch
    {
        "confirmed" => l["Confirmed: the organisation or an authority states it"],
        "likely" => l["Likely: another page states it"],
        _ => l["Unverified: one weak source"],
    };

    public static string Channel(string field, PoLocalizer l) => field switch
    {
        "Phone" => l["Telephone"],
        "Website" => l["Website"],
        "Chat" => l["Chat"],
        _ => l["E-mail"],
    };

    /// <summary>What a person says who has tried it.</summary>
    public static string Tried(string field, PoLocalizer l) => field switch
    {
        "Phone" => l["I called the number"],
        "Website" => l["I opened the website"],
        "Chat" => l["I opened the chat"],
        _ => l["I wrote an e-mail and waited for the answer"],
    };

    public static string Refusal(CheckRefusal refusal, PoLocalizer l) => refusal switch
    {
        CheckRefusal.Changed => l["The number or address has changed since you opened this page. Try the new one, then record that."],
        CheckRefusal.InFuture => l["The day of the check cannot be in the future."],
        CheckRefusal.TooLongAgo => l["The day of the check is more than a year ago. Check the contact again."],
        CheckRefusal.NoteMissing => l["Write in the note what did not work, so that a colleague can mend it."],
        CheckRefusal.NoteTooLong => l["The note is too long. Use {0} characters or fewer.", ContactChecks.LongestNote],
        CheckRefusal.NothingTried => l["Choose what you have tried."],
        CheckRefusal.NoOutcome => l["Say whether it worked."],
        CheckRefusal.NoDate => l["Write the day as year, month and day, such as 2026-11-22."],
        _ => l["This contact does not exist any more, or was put away."],
    };

    /// <summary>The field of the form to which a refusal belongs; empty if to none.</summary>
    public static string FieldOf(CheckRefusal refusal) => refusal switch
    {
        CheckRefusal.InFuture or CheckRefusal.TooLongAgo or CheckRefusal.NoDate => "On",
        CheckRefusal.NoteMissing or CheckRefusal.NoteTooLong => "Note",
        CheckRefusal.NothingTried or CheckRefusal.Changed => "Tried",
        CheckRefusal.NoOutcome => "Works",
        _ => "",
    };

    /// <summary>What the program found out about a link.</summary>
    public static string Link(LinkCheck? check, PoLocalizer l) => check?.State switch
    {
        LinkState.Works => l["The link works"],
        LinkState.Unclear => l["The server turns programs away. Open the link yourself."],
        LinkState.Failing => l["The link failed once and will be asked again: {0}", Fault(check, l)],
        LinkState.Broken => l["Broken: {0}", Fault(check, l)],
        _ => l["The link was not checked yet"],
    };

    private static string Fault(LinkCheck check, PoLocalizer l) => check.Fault switch
    {
        LinkFault.NotFound => l["the page does not exist ({0})", check.Status ?? 404],
        LinkFault.ErrorAnswer => l["the server answers with an error ({0})", check.Status ?? 500],
        LinkFault.NoSuchName => l["no server has this name"],
        LinkFault.NoConnection => l["the server cannot be reached"],
        LinkFault.Certificate => l["the certificate is wrong or has run out, so browsers warn of the page"],
        LinkFault.TooSlow => l["the server did not answer in time"],
        LinkFault.TooManyRedirects => l["it leads on from one address to the next without end"],
        LinkFault.Forbidden => l["it leads into a private network or to what is no web page"],
        _ => l["what came back is no answer of a web server"],
    };
}
