using System.Net;
using System.Net.NetworkInformation;

namespace OmniReel.Server.Inputs.Guard;

/// <summary>The addresses of this machine.</summary>
internal interface IOwnAddresses
{
    /// <summary>Whether the address is one of this machine's interfaces now.</summary>
    bool Contain(IPAddress address);
}

/// <summary>Asks the system, and remembers the answer for half a minute: interfaces come and go rarely.</summary>
internal sealed class MachineAddresses(TimeProvider time) : IOwnAddresses
{
    private static readonly TimeSpan s_remembered = TimeSpan.FromSeconds(30);

    private Known? _known;

    public bool Contain(IPAddress address)
    {
        var known = _known;
        if (known is null || time.GetElapsedTime(known.At) > s_remembered)
            _known = known = new Known(time.GetTimestamp(), Ask());
        return known.Addresses.Contains(address);
    }

    private static HashSet<IPAddress> Ask() =>
    [
        .. from one in NetworkInterface.GetAllNetworkInterfaces()
           from unicast in one.GetIPProperties().UnicastAddresses
           select PublicAddresses.Plain(unicast.Address),
    ];

    private sealed record Known(long At, HashSet<IPAddress> Addresses);
}
