using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace SayNo.Web.Admin;

/// <summary>The address that the admin has to itself.</summary>
public sealed class OwnAddress
{
    /// <summary>Where people reach the admin, such as <c>https://admin.example.org</c>.</summary>
    public const string UrlSetting = "SayNo:Admin:Url";

    /// <summary>Where the program listens for the admin alone, such as <c>http://127.0.0.1:5081</c>; without it the host of a request decides.</summary>
    public const string ListenSetting = "SayNo:Admin:Listen";

    private readonly HostString _host;
    private readonly string _scheme;
    private readonly int? _port;

    private OwnAddress(Uri url, int? port) => (_host, _scheme, _port) = (HostString.FromUriComponent(url), url.Scheme, port);

    /// <summary>True if the public site is served where the admin is listened for, and only the host tells them apart.</summary>
    public bool IsShared => _port is null;

    /// <summary>Reads the settings; null if the admin has no address of its own.</summary>
    /// <exception cref="InvalidOperationException">The settings do not say it rightly: better no start than an admin where nobody expects it.</exception>
    public static OwnAddress? Read(IConfiguration settings)
    {
        var listen = Of(settings, ListenSetting);

        if (Of(settings, UrlSetting) is { } url)
        {
            return new(url, listen?.Port);
        }

        return listen is null ? null : throw new InvalidOperationException($"The setting {ListenSetting} needs {UrlSetting}, the address that people enter.");
    }

    public bool ListensAt(int localPort) => _port is null || _port == localPort;

    /// <summary>Whether a request asks for the host and the port of the admin's address.</summary>
    public bool IsHost(HttpRequest request) =>
        string.Equals(request.Host.Host, _host.Host, StringComparison.OrdinalIgnoreCase) && PortOf(request.Host, request.Scheme) == PortOf(_host, _scheme);

    // A proxy that ends the encryption hands on plain requests: the port that goes without saying is then that of the address.
    private int PortOf(HostString host, string scheme) => host.Port ?? ((scheme == Uri.UriSchemeHttps || _scheme == Uri.UriSchemeHttps) ? 443 : 80);

    private static Uri? Of(IConfiguration settings, string name) => settings[name] switch
    {
        null or "" => null,
        var text when Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.PathAndQuery == "/" => url,
        var text => throw new InvalidOperationException($"The setting {name} must be an address such as https://admin.example.org, and is \"{text}\"."),
    };
}
