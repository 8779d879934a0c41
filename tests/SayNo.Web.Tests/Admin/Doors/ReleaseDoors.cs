namespace SayNo.Web.Tests.Admin.Doors;

/// <summary>Who comes through the doors to releases.</summary>
internal static class ReleaseDoors
{
    private const string One = "/admin/releases/{id}";

    public static Door[] All =>
    [
        new("GET /admin/releases", People.SignedIn, People.SignedIn, People.SignedIn) { Query = _ => [("q", "geheimnis")] },
        Work("POST /admin/releases") with { Form = place => [("Name", $"Herbst {place.Secret}"), ("Scope", place.Scope)] },
        new("GET /admin/releases/add", People.SignedIn, People.SignedIn, People.SignedIn),
        Read("POST /admin/releases/add") with { Form = place => [("item", place.ItemId)] },
        Work("POST /admin/releases/add?handler=Do") with
        {
            Form = place => [("release", "new"), ("Name", "Winter"), ("Scope", place.Scope), ("text", $"{place.ItemId}|de|{place.DraftId}")],
        },
        Read($"GET {One}"),
        Read($"GET {One}/preview"),
        Read($"GET {One}/preview/page/{{**path}}"),
        Work($"POST {One}?handler=Take") with { Form = Text },
        Work($"POST {One}?handler=Remove") with { Form = Text, Spends = true },
        Publish($"POST {One}?handler=Publish") with { Form = _ => [("Revision", "1")], Spends = true },
        Publish($"POST {One}?handler=Plan") with { Form = _ => [("Revision", "1"), ("Day", "2100-01-31"), ("Time", "08:30")], Spends = true },
        Publish($"POST {One}?handler=CallOff"),
        Work($"POST {One}?handler=Undo"),
        Work($"POST {One}?handler=Drop") with { Spends = true },
        Work($"POST {One}/preview?handler=Share") with { Form = _ => [("Hours", "24")] },
        Work($"POST {One}/preview?handler=Revoke") with { Form = place => [("LinkId", place.ReleaseLinkId)] },
    ];

    private static Door Read(string name) => new(name, "AEPTUC", "AU", "ALEPTUC");

    private static Door Work(string name) => new(name, "CEP", "", "L");

    private static Door Publish(string name) => new(name, "CP", "", "L");

    private static (string, string)[] Text(Place place) => [("text", $"{place.ItemId}|de|{place.DraftId}")];
}
