namespace SayNo.Theme;

/// <summary>The campaign's own look: calm, warm, and readable on a small screen at night.</summary>
public sealed class SayNoTheme : Web.Theme
{
    public override string Name => "SayNo";

    /// <summary>The icons that a country may choose; none of them says anything.</summary>
    public static IReadOnlyList<string> Choices { get; } = ["book", "cloud", "music", "star"];

    private static readonly int[] Sizes = [180, 192, 512];

    // The icon shows nothing of the subject: it stays in the history of the browser (R12).
    public override IReadOnlyDictionary<string, (string File, string ContentType)> Files { get; } = new Dictionary<string, (string, string)>(Choices.SelectMany(Chosen))
    {
        ["/icon.svg"] = ("icon.svg", "image/svg+xml"),
        ["/favicon.ico"] = ("favicon.ico", "image/x-icon"),
        ["/apple-touch-icon.png"] = ("apple-touch-icon.png", "image/png"),
        ["/icon-192.png"] = ("icon-192.png", "image/png"),
        ["/icon-512.png"] = ("icon-512.png", "image/png"),
        ["/site.webmanifest"] = ("site.webmanifest", "application/manifest+json"),
    };

    private static IEnumerable<KeyValuePair<string, (string, string)>> Chosen(string name) =>
        new[] { ($"{name}.svg", "image/svg+xml"), ($"{name}.webmanifest", "application/manifest+json") }
            .Concat(Sizes.Select(size => ($"{name}-{size}.png", "image/png")))
            .Select(file => KeyValuePair.Create($"/icons/{file.Item1}", file));
}
