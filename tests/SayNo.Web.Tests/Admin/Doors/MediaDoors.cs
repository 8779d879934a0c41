using System.Text;

namespace SayNo.Web.Tests.Admin.Doors;

/// <summary>Who comes through the doors to the library of pictures and films.</summary>
internal static class MediaDoors
{
    private const string One = "/admin/media/{id}";
    private const string Upload = "/admin/media/uploads";

    public static IEnumerable<Door> All =>
    [
        new("GET /admin/media", People.SignedIn, People.SignedIn, People.SignedIn) { Query = place => [("scope", place.Scope)] },
        Edit("POST /admin/media") with { Form = place => [("scope", place.Scope)] },
        Read($"GET {One}"),
        Read($"GET {One}/file"),
        Edit($"POST {One}?handler=Change") with { Form = place => [("name", $"Neu {place.Secret}")] },
        Edit($"POST {One}?handler=Delete") with { Spends = true },
        new($"POST {One}?handler=Describe", "CET", "", "L") { Form = _ => [("language", Place.Locale), ("text", "Ein Fenster.")] },
        Edit($"POST {One}/renditions"),
        Edit($"GET {One}/replace"),
        Edit($"POST {One}/replace"),
        Edit($"POST {Upload}") with { Headers = place => [("Upload-Length", "4"), ("Upload-Metadata", $"filename {Base64("a.mp4")},scope {Base64(place.Scope)}")] },
        Edit($"GET {Upload}/{{id}}"),
        Edit($"PATCH {Upload}/{{id}}") with { Headers = _ => [("Upload-Offset", "0")] },
        Edit($"DELETE {Upload}/{{id}}"),
    ];

    private static Door Read(string name) => new(name, "AEPTUC", "AU", "ALEPTUC");

    private static Door Edit(string name) => new(name, "CE", "", "L");

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
