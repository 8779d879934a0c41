namespace SayNo.Theme;

/// <summary>The campaign's own look: calm, warm, and readable on a small screen at night.</summary>
public sealed class SayNoTheme : Web.Theme
{
    public override string Name => "SayNo";

    // The icon shows nothing of the subject: it stays in the history of the browser (R12).
    public override IReadOnlyDictionary<string, (string File, string ContentType)> Files { get; } = new Dictionary<string, (string, string)>
    {
        ["/icon.svg"] = ("icon.svg", "image/svg+xml"),
        ["/favicon.ico"] = ("favicon.ico", "image/x-icon"),
        ["/apple-touch-icon.png"] = ("apple-touch-icon.png", "image/png"),
        ["/icon-192.png"] = ("icon-192.png", "image/png"),
        ["/icon-512.png"] = ("icon-512.png", "image/png"),
        ["/site.webmanifest"] = ("site.webmanifest", "application/manifest+json"),
    };
}
