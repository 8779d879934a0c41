using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace SayNo.Web;

/// <summary>How the public site looks: Razor views in <c>Themes/{Name}</c>, one style sheet and one script that each page carries, and a few files.</summary>
public abstract partial class Theme
{
    private readonly Lazy<string> _style;
    private readonly Lazy<string> _styleHash;
    private readonly Lazy<string> _script;
    private readonly Lazy<string?> _scriptHash;

    protected Theme()
    {
        _style = new(() => Base?.Style + StyleSheet.Minify(Text("style.css") ?? ""));
        _styleHash = new(() => Hash(Style));
        _script = new(() => InlineScript.Shorten(Text("exit.js") ?? Base?.Script ?? ""));
        _scriptHash = new(() => Script.Length > 0 ? Hash(Script) : null);
    }

    /// <summary>Name of its folder of views: letters and digits.</summary>
    public abstract string Name { get; }

    /// <summary>
    /// The theme that this one alters; none if it stands alone. What it has no view for is drawn by the other's view,
    /// and its style sheet comes after the other's.
    /// </summary>
    public virtual Theme? Base => null;

    /// <summary>Folder of the PO files, one per language.</summary>
    public virtual string LocalizationFolder => Path.Combine(AppContext.BaseDirectory, "Localization");

    /// <summary>Folder of the pictures that chats show beside a link; see <see cref="Finding.Cards"/>.</summary>
    public virtual string CardsFolder => Path.Combine(AppContext.BaseDirectory, "Cards");

    /// <summary>The style sheet as it stands in the page, without what only its author reads.</summary>
    public string Style => _style.Value;

    /// <summary>Names <see cref="Style"/> in the Content-Security-Policy.</summary>
    public string StyleHash => _styleHash.Value;

    /// <summary>The script as it stands in the page: the theme's own <c>exit.js</c>, else that of the one that it alters; empty if there is none.</summary>
    public string Script => _script.Value;

    /// <summary>Names <see cref="Script"/> in the Content-Security-Policy; null if there is none.</summary>
    public string? ScriptHash => _scriptHash.Value;

    /// <summary>Address, such as <c>/icon.svg</c>, to the name of an embedded file and its media type.</summary>
    public virtual IReadOnlyDictionary<string, (string File, string ContentType)> Files => Base?.Files ?? new Dictionary<string, (string, string)>();

    /// <summary>The addresses of an icon that a country has chosen: the usual one where the theme has none of that name.</summary>
    public ThemeIcon Icon(string? name) => name is not null && Files.ContainsKey($"/icons/{name}.svg")
        ? new($"/icons/{name}.svg", $"/icons/{name}-180.png", $"/icons/{name}.webmanifest")
        : ThemeIcon.Usual;

    /// <summary>True for letters and digits only, so that a name never leads out of a folder.</summary>
    public static bool IsName(string? name) => name is not null && NamePattern().IsMatch(name);

    /// <summary>This theme, the one that it alters, and so on.</summary>
    public IEnumerable<Theme> Chain => Base is null ? [this] : Base.Chain.Prepend(this);

    /// <summary>A file embedded under its own name, in this theme or the one that it alters.</summary>
    public byte[] Read(string file) =>
        Chain.Select(theme => theme.Find(file)).FirstOrDefault(content => content is not null)
        ?? throw new InvalidOperationException($"The theme {Name} has no embedded file {file}.");

    private static string Hash(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    private string? Text(string file) => Find(file) is { } content ? Encoding.UTF8.GetString(content) : null;

    private byte[]? Find(string file)
    {
        using var stream = GetType().Assembly.GetManifestResourceStream(file);

        if (stream is null)
        {
            return null;
        }

        using var content = new MemoryStream();
        stream.CopyTo(content);

        return content.ToArray();
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]{0,49}$", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();
}

/// <summary>What stands in the browser's tab, beside a bookmark and in the history.</summary>
/// <param name="Drawing">Address of the SVG.</param>
/// <param name="Touch">Address of the picture for the screens of phones.</param>
/// <param name="Manifest">Address of the web manifest, which names larger ones.</param>
public sealed record ThemeIcon(string Drawing, string Touch, string Manifest)
{
    public static ThemeIcon Usual { get; } = new("/icon.svg", "/apple-touch-icon.png", "/site.webmanifest");
}
