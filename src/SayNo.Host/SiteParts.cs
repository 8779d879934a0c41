using SayNo.Web;

namespace SayNo.Host;

/// <summary>The modules and themes that this program has.</summary>
internal sealed record SiteParts(IReadOnlyList<Module> Modules, IReadOnlyList<Web.Theme> Themes);
