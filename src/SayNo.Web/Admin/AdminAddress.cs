using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;

namespace SayNo.Web.Admin;

/// <summary>
/// Where people reach the admin, for links in letters: by a setting, else where the program listens. Never by the request, whose host
/// anybody can make up to have a link with a good token lead to themselves.
/// </summary>
public sealed class AdminAddress(IConfiguration settings, IServer server)
{
    /// <summary>Where programs that keep passwords look for the screen that changes them: it goes where the admin is.</summary>
    public const string ChangePassword = "/.well-known/change-password";

    /// <summary>The settings that say it, the more special first.</summary>
    public static IReadOnlyList<string> Settings { get; } = [OwnAddress.UrlSetting, "SayNo:Address"];

    /// <summary>The whole address of a path of the admin.</summary>
    public string Of(string path) => Root().TrimEnd('/') + path;

    private string Root() =>
        Settings.Select(name => settings[name]).FirstOrDefault(value => !string.IsNullOrEmpty(value))
        ?? server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
        ?? "";
}
