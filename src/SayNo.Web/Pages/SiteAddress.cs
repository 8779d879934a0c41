using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace SayNo.Web.Pages;

/// <summary>
/// The address under which visitors reach the site, for links that are handed over: the setting <c>SayNo:Address</c>, else the address that
/// the request came to. Set it if the admin has a host of its own.
/// </summary>
public sealed class SiteAddress(IConfiguration configuration)
{
    public const string Setting = "SayNo:Address";

    /// <param name="context">The request.</param>
    /// <param name="path">Such as <c>/at/de</c>.</param>
    public string Of(HttpContext context, string path) =>
        Uri.TryCreate(configuration[Setting], UriKind.Absolute, out var site) && site.Scheme is "https" or "http"
            ? new Uri(site, path).AbsoluteUri
            : $"{context.Request.Scheme}://{context.Request.Host}{path}";
}
