using System.Net;
using System.Net.Sockets;

namespace SayNo.Campaign.Links;

/// <summary>
/// Tells addresses of the public internet from those that only this machine or its network can reach: an editor's link must not make the
/// server knock on doors inside.
/// </summary>
public static class PublicAddresses
{
    // Everything that the registries of IPv4 and IPv6 set apart; of IPv6 only 2000::/3 is given out at all.
    private static readonly IPNetwork[] SetApart =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork GivenOut = IPNetwork.Parse("2000::/3");

    public static bool Hold(IPAddress address)
    {
        var one = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

        return (one.AddressFamily == AddressFamily.InterNetwork || GivenOut.Contains(one)) && !SetApart.Any(network => network.Contains(one));
    }
}
