namespace SayNo.Campaign.Contacts;

/// <summary>What a child gets at a contact, in the order in which a country page shows them.</summary>
public static class ContactKind
{
    public const string PoliceReport = "police-report";
    public const string ChildHelpline = "child-helpline";
    public const string Hotline = "hotline";
    public const string MissingChildren = "missing-children";
    public const string ImageRemoval = "image-removal";

    public static IReadOnlyList<string> InOrder { get; } = [PoliceReport, ChildHelpline, Hotline, MissingChildren, ImageRemoval];
}

/// <summary>The age at which a picture was taken that a contact for the removal of pictures is for.</summary>
public static class AgeGroup
{
    public const string Under18 = "under-18";
    public const string From18 = "18-plus";
    public const string Any = "any";

    public static IReadOnlyList<string> InOrder { get; } = [Under18, From18, Any];
}
