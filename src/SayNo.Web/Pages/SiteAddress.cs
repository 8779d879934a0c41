using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace SayNo.Web.Pages;

/// <summary>
/// The address under which visitors reach the site, for links that leave it: the setting <c>SayNo:Address</c>. Set it if the admin has a host
/// of its own, and before search engines may come.
/// </summary>
public sealed class SiteAddress(IConfiguration configuration, IServer server)
{
    public const string Setting = "SayNo:Address";

    private const string Somewhere = "http://localhost";

    private static readonly string[] EveryHost = ["*", "+", "0.0.0.0", "[::]"];

    /// <summary>For an answer that is kept for everybody: without the setting where the program listens, never the host that somebody asked for.</summary>
    /// <param name="path">Such as <c>/at/de</c>.</param>
    public string Of(string path) => new Uri(FromSetting() ?? FromServer(), path).AbsoluteUri;

    /// <summary>For an answer to one person: without the setting the address that the request came to.</summary>
    /// <param name="context">The request.</param>
    /// <param name="path">Such as <c>/at/de</c>.</param>
    public string Of(HttpContext context, string path) =>
        FromSetting() is { } site ? new Uri(site, path).AbsoluteUri : $"{context.Request.Scheme}://{context.Request.Host}{path}";

    private Uri? FromSetting() =>
        Uri.TryCreate(configuration[Setting], UriKind.Absolute, out var site) && site.Scheme is "https" or "http" ? site : null;

    private Uri FromServer()
    {
        var address = BindingAddress.Parse(server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? Somewhere);
        var isNowhere = address.IsUnixPipe || address.IsNamedPipe;

        return isNowhere
            ? new(Somewhere)
            : new UriBuilder(address.Scheme, EveryHost.Contains(address.Host) ? "localhost" : address.Host, address.Port).Uri;
    }
}
