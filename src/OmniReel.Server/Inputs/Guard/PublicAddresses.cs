using System.Net;
using System.Net.Sockets;

namespace OmniReel.Server.Inputs.Guard;

/// <summary>
/// Which addresses are the open internet. IPv4 is what the registries of special addresses leave over, less the addresses at which
/// clouds serve their metadata; IPv6 is 2000::/3 alone, less its own special parts and every form that carries an IPv4 address.
/// </summary>
internal static class PublicAddresses
{
    private static readonly IPNetwork[] s_special4 =
    [
        .. Networks(
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15",
            "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"),
        .. Networks("168.63.129.16/32"), // the platform of Azure, at an address that looks public
    ];

    private static readonly IPNetwork s_global6 = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] s_special6 = Networks(
        "2001::/23", // Teredo among others
        "2001:2::/48", "2001:10::/28", "2001:20::/28", "2001:30::/28", "2001:db8::/32",
        "2002::/16", // 6to4
        "2620:4f:8000::/48", "3fff::/20");

    /// <summary>Whether the address, already <see cref="Plain"/>, belongs to the open internet.</summary>
    public static bool Contain(IPAddress address) => address.AddressFamily == AddressFamily.InterNetwork
        ? !Any(s_special4, address)
        : s_global6.Contains(address) && !Any(s_special6, address);

    /// <summary>The address that a packet would go to: IPv4 mapped into IPv6 is IPv4.</summary>
    public static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static bool Any(IPNetwork[] networks, IPAddress address)
    {
        foreach (var network in networks)
        {
            if (network.Contains(address)) return true;
        }

        return false;
    }

    private static IPNetwork[] Networks(params ReadOnlySpan<string> texts)
    {
        var networks = new IPNetwork[texts.Length];
        for (var i = 0; i < texts.Length; i++) networks[i] = IPNetwork.Parse(texts[i]);
        return networks;
    }
}
