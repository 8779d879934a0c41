using SayNo.Campaign.RedButton;
using SayNo.Campaign.Storage;
using SayNo.Content;
using SayNo.Content.Publishing;

namespace SayNo.Web.Tests.Admin.Doors;

/// <summary>Who comes through the doors to the red button: whoever leads the campaign, for every country too.</summary>
internal static class RedButtonDoors
{
    private const string One = "/admin/alert/{id}";

    public static Door[] All =>
    [
        new("GET /admin/alert", People.SignedIn, People.SignedIn, People.SignedIn) { Query = _ => [("q", "geheimnis")] },
        Ask("POST /admin/alert?handler=Look") with { Form = Alert },
        Ask("POST /admin/alert?handler=Ask") with { Form = Alert },
        new($"GET {One}", "AEPTUCL", "AUL", "ALEPTUC"),
        new($"GET {One}/page/{{**path}}", "AEPTUCL", "AUL", "ALEPTUC"),
        new($"POST {One}?handler=Confirm", "CPL", "L", "L") { Spends = true },
        new($"POST {One}?handler=Extend", "CPL", "L", "L") { Form = _ => [("Hours", "6")] },
        Ask($"POST {One}?handler=End") with { Spends = true },
    ];

    /// <summary>A drill that waits for a second person.</summary>
    public static async Task<string> AskAsync(AdminSite site, string scope, Editor by)
    {
        var alert = new RedAlert
        {
            Id = ContentId.New(),
            Countries = scope == Doors.Campaign ? "" : scope,
            Texts = RedAlert.Write(new Dictionary<string, RedAlertText> { [Place.Locale] = new("Probe", "Nur eine Probe.", true, true) }),
            EndsAt = site.Clock.GetUtcNow().UtcDateTime.AddDays(1),
            IsDrill = true,
            AskedById = by.Id,
            AskedBy = by.Name,
            AskedAt = site.Clock.GetUtcNow().UtcDateTime,
        };
        await site.WithAsync<CampaignDb, int>(db =>
        {
            db.RedAlerts.Add(alert);

            return db.SaveChangesAsync();
        });

        return alert.Id;
    }

    private static Door Ask(string name) => new(name, "CEPL", "L", "L");

    private static (string, string)[] Alert(Place place) =>
    [
        ("Template", "unknown"), ("Hours", "2"), ("Drill", "yes"),
        .. place.Scope == Doors.Campaign ? new[] { ("Where", "all") } : [("Where", "some"), ("Country", place.Scope)],
    ];
}
