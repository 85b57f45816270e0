using System.Net;

namespace OmniReel.Server.Inputs.Guard;

/// <summary>What the operator allows besides the open internet.</summary>
public sealed record GuardSettings
{
    /// <summary>Networks that may be reached although they are not public, on any port.</summary>
    public IReadOnlyList<IPNetwork> AllowedNetworks { get; init; } = [];

    /// <summary>The machine itself: what <c>--dev</c> adds to the allowed networks.</summary>
    public static IReadOnlyList<IPNetwork> Loopback { get; } = [IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128")];
}

/// <summary>What the guard says of an address.</summary>
internal enum AddressVerdict
{
    /// <summary>Never connected to.</summary>
    Denied,

    /// <summary>The open internet: the usual ports only.</summary>
    Public,

    /// <summary>In a network that the operator allows: any port.</summary>
    Allowed,
}

/// <summary>Judges addresses. Pure but for the list of this machine's own.</summary>
internal sealed class AddressGuard(GuardSettings settings, IOwnAddresses own)
{
    private static readonly int[] s_usualPorts = [80, 443, 8080, 8443];

    /// <summary>Whether there is any network that is allowed without being public.</summary>
    public bool AllowsNetworks => settings.AllowedNetworks.Count > 0;

    /// <summary>The verdict on one address, in whatever spelling it came.</summary>
    public AddressVerdict Judge(IPAddress address)
    {
        var plain = PublicAddresses.Plain(address);
        foreach (var network in settings.AllowedNetworks)
        {
            if (network.Contains(plain)) return AddressVerdict.Allowed;
        }

        // A public address that is this machine's own leads to what listens behind its firewall.
        return PublicAddresses.Contain(plain) && !own.Contain(plain) ? AddressVerdict.Public : AddressVerdict.Denied;
    }

    /// <summary>
    /// Whether a connection may be made to all of these: what a name resolved to, or one address. One denied address refuses the whole
    /// name, because whoever gives such answers chooses which of them we see next time.
    /// </summary>
    /// <param name="local">The name is one of a local network, as <c>localhost</c>: it leads nowhere but into an allowed network.</param>
    public bool Permits(IEnumerable<IPAddress> addresses, int port, bool local)
    {
        var needed = local || !IsUsual(port) ? AddressVerdict.Allowed : AddressVerdict.Public;
        return port > 0 && addresses.All(address => Judge(address) >= needed);
    }

    /// <summary>Whether the port is one that the open internet is fetched from.</summary>
    public static bool IsUsual(int port) => s_usualPorts.Contains(port);
}
