namespace SayNo.Accounts.Sessions;

/// <summary>Says what kind of device a browser runs on, by the few words of its header that people know.</summary>
public static class Device
{
    private const int LongestHeader = 500;

    // The order counts: browsers claim to be each other, the more special ones stand first.
    private static readonly (string Word, string Name)[] Browsers =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"),
        ("Chrome/", "Chrome"), ("CriOS/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Word, string Name)[] Systems =
    [
        ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux"),
    ];

    public static string Of(string? userAgent)
    {
        var header = userAgent is { Length: <= LongestHeader } ? userAgent : "";
        var browser = Find(Browsers, header);
        var system = Find(Systems, header);

        return browser is null || system is null ? browser ?? system ?? "" : $"{browser} on {system}";
    }

    private static string? Find((string Word, string Name)[] known, string header) =>
        known.FirstOrDefault(one => header.Contains(one.Word, StringComparison.Ordinal)).Name;
}
