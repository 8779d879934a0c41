namespace SayNo.Web.Tests.Admin.Doors;

/// <summary>Who comes through the doors to texts and contacts.</summary>
internal static class ContentDoors
{
    private const string Variant = "/admin/content/{id}/{locale}";

    public static IEnumerable<Door> All => [.. Lists, .. Items, .. Texts, .. Decisions, .. Showing, .. Contacts, .. ReleaseDoors.All, .. ExchangeDoors.All,
        .. RedButtonDoors.All];

    // What one may not read is left out of lists.
    private static Door[] Lists =>
    [
        Read("GET /admin") with { Query = Scope },
        Read("GET /admin/translation") with { Query = Scope },
        Signed("GET /admin/content") with { Query = place => [("scope", place.Scope), ("q", "geheimnis")] },
        Signed("GET /admin/content/picker") with { Query = _ => [("q", "geheimnis"), ("format", "json")] },
        Signed("GET /admin/content/bulk"),
        Signed("POST /admin/content/markdown") with { Form = _ => [("text", "Rede mit uns."), ("language", "de")] },
        Edit("POST /admin/content/bulk") with { Form = place => [("act", "submit"), ("item", place.ItemId)] },
        Edit("POST /admin/content/bulk?handler=Do") with { Form = place => [("act", "submit"), ("text", $"{place.ItemId}|de|{place.DraftId}")] },
        EditAll("GET /admin/content/new") with { Query = TypeAndScope },
        EditAll("POST /admin/content/new") with { Query = TypeAndScope, Form = _ => [("Title", $"Neu {Guid.NewGuid():N}"), ("Locale", "de")] },
        Read("GET /admin/content/order") with { Query = TypeAndScope },
        PublishAll("POST /admin/content/order") with { Query = TypeAndScope, Form = Turned },
    ];

    private static Door[] Items =>
    [
        Read("GET /admin/content/{id}"),
        EditAll("POST /admin/content/{id}?handler=Override") with { Form = place => [("country", place.Scope)] },
        PublishAll("GET /admin/content/{id}/delete"),
        PublishAll("POST /admin/content/{id}/delete") with { Spends = true },
    ];

    private static Door[] Texts =>
    [
        Read($"GET {Variant}"),
        Edit($"POST {Variant}") with { Form = Draft },
        Edit($"POST {Variant}?handler=Submit") with { Form = Draft },
        new($"POST {Variant}?handler=Publish", "C", "", "L") { Form = Draft, SavesFirst = true },
        Read($"POST {Variant}?handler=Find") with { Form = Draft },
        Read($"POST {Variant}?handler=Discard"),
        Edit($"POST {Variant}?handler=Confirm") with { Form = place => [("version", place.DraftId), ("source", place.OlderId)] },
        Edit($"POST {Variant}/autosave") with { Form = Draft },
        Read($"POST {Variant}/check") with { Form = Draft },
        Read($"POST {Variant}/size") with { Form = Draft },
        Read($"GET {Variant}/translate"),
        Edit($"POST {Variant}/translate") with { Form = Draft },
        Edit($"POST {Variant}/translate?handler=Submit") with { Form = Draft },
        Edit($"POST {Variant}/translate?handler=Publish") with { Form = Draft },
        Edit($"POST {Variant}/translate?handler=Confirm") with { Form = Draft },
        Read($"POST {Variant}/advice") with { Form = Draft },
        Read($"GET {Variant}/history"),
        Read($"GET {Variant}/history/{{number}}"),
        Edit($"POST {Variant}/history/{{number}}?handler=Restore") with { Form = place => [("BasedOn", place.DraftId)] },
        Read($"GET {Variant}/compare") with { Query = _ => [("from", "1"), ("to", "2")] },
    ];

    private static Door[] Decisions =>
    [
        Read($"GET {Variant}/review"),
        Edit($"POST {Variant}/review?handler=Submit") with { Form = _ => [("Comment", "Bitte ansehen.")] },
        Publish($"POST {Variant}/review?handler=Approve") with { Form = Version },
        Publish($"POST {Variant}/review?handler=Reject") with { Form = place => [.. Version(place), ("Reason", "Noch nicht.")] },
        Publish($"POST {Variant}/review?handler=Publish") with { Form = Version },
        Read($"GET {Variant}/schedule"),
        Publish($"POST {Variant}/schedule?handler=Publish") with { Form = place => [.. Version(place), .. Moment] },
        Publish($"POST {Variant}/schedule?handler=Unpublish") with { Form = _ => Moment },
        Publish($"POST {Variant}/schedule?handler=Cancel") with { Form = place => [("PlanId", place.PlanId)] },
        Read($"GET {Variant}/unpublish"),
        Publish($"POST {Variant}/unpublish?handler=Unpublish"),
        Publish($"POST {Variant}/unpublish?handler=Archive"),
        Publish($"POST {Variant}/unpublish?handler=Unarchive"),
    ];

    private static Door[] Showing =>
    [
        Read($"GET {Variant}/preview"),
        Read($"GET {Variant}/preview/page/{{**path}}"),
        Work($"POST {Variant}/preview?handler=Share") with { Form = _ => [("Hours", "24")] },
        Work($"POST {Variant}/preview?handler=Revoke") with { Form = place => [("LinkId", place.LinkId)] },
        Read($"GET {Variant}/comments"),
        Work($"POST {Variant}/comments?handler=Add") with { Form = _ => [("Text", "Stimmt das?")] },
        Work($"POST {Variant}/comments?handler=Resolve") with { Form = place => [("CommentId", place.CommentId)] },
    ];

    private static Door[] Contacts =>
    [
        Read("GET /admin/contacts") with { Query = Scope },
        Signed("GET /admin/contacts/due"),
        PublishAll("GET /admin/contacts/{id}/check"),
        PublishAll("POST /admin/contacts/{id}/check") with
        {
            Form = _ => [("Tried", "Phone:+43147"), ("On", "2026-01-01"), ("Works", "no"), ("Note", "Niemand hebt ab.")],
        },
    ];

    private static (string, string)[] Moment => [("Day", "2100-01-31"), ("Time", "08:30")];

    private static Door Signed(string name) => new(name, People.SignedIn, People.SignedIn, People.SignedIn);

    private static Door Read(string name) => new(name, "AEPTUC", "AU", "ALEPTUC");

    private static Door Edit(string name) => new(name, "CET", "", "L");

    // What all languages share is not a translator's.
    private static Door EditAll(string name) => new(name, "CE", "", "L");

    private static Door Publish(string name) => new(name, "CP", "", "L");

    private static Door PublishAll(string name) => Publish(name);

    private static Door Work(string name) => new(name, "CEPT", "", "L");

    private static (string, string)[] Scope(Place place) => [("scope", place.Scope)];

    private static (string, string)[] TypeAndScope(Place place) => [("type", "Alert"), ("scope", place.Scope)];

    private static (string, string)[] Turned(Place place) => [.. place.Alerts.Reverse().Select(id => ("item", id))];

    private static (string, string)[] Version(Place place) => [("VersionId", place.DraftId)];

    private static (string, string)[] Draft(Place place) => [("basedOn", place.DraftId), ("value.Title", $"Neu {place.Secret}")];
}
