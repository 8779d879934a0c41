using SayNo.Campaign.Contacts;

namespace SayNo.Theme;

/// <summary>What a child reads above the contacts of one kind, as a text of the interface.</summary>
public static class ContactHeading
{
    public static string Of(string kind) => kind switch
    {
        ContactKind.PoliceReport => "Report it to the police",
        ContactKind.ChildHelpline => "Talk to someone",
        ContactKind.Hotline => "Report illegal images",
        ContactKind.MissingChildren => "Missing children",
        _ => "Get images removed",
    };
}
