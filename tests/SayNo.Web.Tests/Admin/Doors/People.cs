using SayNo.Content.Publishing;

namespace SayNo.Web.Tests.Admin.Doors;

/// <summary>Everybody who tries the doors, each by a letter.</summary>
internal static class People
{
    public const char Nobody = 'N';

    public const string SignedIn = "ALEPTUCG";
    public const string Everybody = SignedIn + "N";

    public static IReadOnlyDictionary<char, Grant[]> Grants { get; } = new Dictionary<char, Grant[]>
    {
        ['A'] = [AdminSite.Grant(Role.Administrator)],
        ['L'] = [AdminSite.Grant(Role.CampaignLead, Doors.Campaign)],
        ['E'] = [AdminSite.Grant(Role.NationalEditor, Doors.Own)],
        ['P'] = [AdminSite.Grant(Role.NationalApprover, Doors.Own)],
        ['T'] = [AdminSite.Grant(Role.Translator, Doors.Own, Place.Locale)],
        ['U'] = [AdminSite.Grant(Role.Auditor)],

        // Leads no campaign, but has that role in a country.
        ['C'] = [AdminSite.Grant(Role.CampaignLead, Doors.Own)],

        // Has an account and no right.
        ['G'] = [],
    };

    /// <summary>Whether somebody may read the drafts of an owner.</summary>
    public static bool Read(char person, string scope) => (scope switch
    {
        Doors.Own => "AEPTUC",
        Doors.Other => "AU",
        _ => "ALEPTUC",
    }).Contains(person, StringComparison.Ordinal);
}
