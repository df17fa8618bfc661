using System.Net;
using System.Net.Sockets;

namespace MediaInfo.Api.Callbacks;

/// <summary>Tells public internet addresses from private and special-purpose ones.</summary>
/// <remarks>Source: the IANA special-purpose address registries for IPv4 (RFC 6890) and IPv6.</remarks>
public static class PublicAddress
{
    private static readonly IPNetwork[] Special =
    [
        IPNetwork.Parse("0.0.0.0/8"),
        IPNetwork.Parse("10.0.0.0/8"),
        IPNetwork.Parse("100.64.0.0/10"),
        IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("169.254.0.0/16"),
        IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.0.0.0/24"),
        IPNetwork.Parse("192.0.2.0/24"),
        IPNetwork.Parse("192.88.99.0/24"),
        IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("198.18.0.0/15"),
        IPNetwork.Parse("198.51.100.0/24"),
        IPNetwork.Parse("203.0.113.0/24"),
        IPNetwork.Parse("224.0.0.0/3"),
    ];

    // 168.63.129.16 is the platform's own address on every Azure VM; 100.100.100.200 is covered by 100.64/10.
    private static readonly IPAddress AzureWireServer = IPAddress.Parse("168.63.129.16");

    // Contains all global unicast IPv6 addresses; the rest are loopback, link-local, unique local, multicast or reserved.
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    // Documentation ranges, and prefixes that embed an IPv4 address, which this check would miss.
    private static readonly IPNetwork[] SpecialUnicast =
        [
            IPNetwork.Parse("2001::/23"),
            IPNetwork.Parse("2001:db8::/32"),
            IPNetwork.Parse("2002::/16"),
            IPNetwork.Parse("3fff::/20"),
        ];

    /// <summary>Whether the address may be called on behalf of a tenant.</summary>
    public static bool Is(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        return address.AddressFamily == AddressFamily.InterNetwork
            ? !address.Equals(AzureWireServer) && !Array.Exists(Special, network => network.Contains(address))
            : GlobalUnicast.Contains(address) && !Array.Exists(SpecialUnicast, network => network.Contains(address));
    }
}
