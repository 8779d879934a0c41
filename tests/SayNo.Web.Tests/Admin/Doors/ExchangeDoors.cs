namespace SayNo.Web.Tests.Admin.Doors;

/// <summary>Who comes through the doors by which all texts of an owner go out and come in.</summary>
internal static class ExchangeDoors
{
    private const string One = "/admin/exchange/{id}";

    public static Door[] All =>
    [
        new("GET /admin/exchange", "LPC", "LPC", "LPC"),
        Exchange("POST /admin/exchange") with { Form = place => [("Scope", place.Scope)] },
        Exchange("POST /admin/exchange?handler=Export") with { Form = place => [("Scope", place.Scope)] },
        Exchange($"GET {One}"),
        Exchange($"POST {One}?handler=Apply") with { Spends = true },
        Exchange($"POST {One}?handler=Drop") with { Spends = true },
    ];

    private static Door Exchange(string name) => new(name, "CP", "", "L");
}
