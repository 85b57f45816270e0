using System.Net;
using System.Net.Sockets;

namespace OmniReel.Server.Access;

/// <summary>
/// Slows down who tries keys at the sign-in: an address has <see cref="Tries"/> of them in <see cref="Window"/>, and a good one gives
/// them back. An IPv6 network of 64 bits counts as one address, since whoever has one of its addresses has them all.
/// </summary>
public sealed class SignInLimit(TimeProvider time)
{
    /// <summary>Keys that may be tried in one window.</summary>
    public const int Tries = 10;

    /// <summary>How long tries count.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    // A table that strangers fill must end somewhere; past it, the oldest window is forgotten.
    private const int MostAddresses = 4096;

    private readonly Dictionary<IPAddress, (int Count, DateTimeOffset Since)> _tries = [];
    private readonly Lock _lock = new();

    /// <summary>Takes one try. Null when it may be made; else the whole seconds to wait for the next.</summary>
    public int? Begin(IPAddress? from)
    {
        var now = time.GetUtcNow();
        var address = Network(from);
        lock (_lock)
        {
            var known = _tries.TryGetValue(address, out var spent) && now - spent.Since < Window;
            if (!known) spent = (0, now);
            if (spent.Count >= Tries) return (int)Math.Ceiling((spent.Since + Window - now).TotalSeconds);
            if (!known && _tries.Count >= MostAddresses) Forget(now);
            _tries[address] = (spent.Count + 1, spent.Since);
            return null;
        }
    }

    /// <summary>The try was a good key: the address starts afresh.</summary>
    public void Succeeded(IPAddress? from)
    {
        lock (_lock) _tries.Remove(Network(from));
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var old in _tries.Where(pair => now - pair.Value.Since >= Window).Select(pair => pair.Key).ToList()) _tries.Remove(old);
        if (_tries.Count >= MostAddresses) _tries.Remove(_tries.MinBy(pair => pair.Value.Since).Key);
    }

    private static IPAddress Network(IPAddress? from)
    {
        if (from is null) return IPAddress.None;
        if (from.IsIPv4MappedToIPv6) return from.MapToIPv4();
        if (from.AddressFamily != AddressFamily.InterNetworkV6) return from;
        Span<byte> bytes = stackalloc byte[16];
        from.TryWriteBytes(bytes, out _);
        bytes[8..].Clear();
        return new IPAddress(bytes);
    }
}
