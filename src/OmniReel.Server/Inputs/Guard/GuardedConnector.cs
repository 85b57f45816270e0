using System.Net;
using System.Net.Sockets;

namespace OmniReel.Server.Inputs.Guard;

/// <summary>
/// Makes every connection that leaves this server for a URL of somebody else. The name is resolved here, once; what is checked is what
/// is connected to. TLS still verifies the name, because only the socket was pinned.
/// </summary>
internal sealed class GuardedConnector(AddressGuard guard, INameResolver resolver, IDialer dialer, TimeProvider time)
{
    private const int MostTried = 4;

    private static readonly TimeSpan s_resolving = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1.5);

    /// <summary>Connects to a host, or throws <see cref="InputException"/>.</summary>
    public async ValueTask<Stream> ConnectAsync(DnsEndPoint host, CancellationToken cancellation)
    {
        var addresses = await AddressesAsync(host.Host, cancellation);
        if (!guard.Permits(addresses, host.Port, HostNames.IsLocal(host.Host))) throw InputFaults.AddressDenied();

        var last = Math.Min(addresses.Count, MostTried) - 1;
        for (var i = 0; ; i++)
        {
            // The last address may take all the time that is left; one before it that is silent must not.
            var isLast = i == last;
            using var patience = new CancellationTokenSource(isLast ? Timeout.InfiniteTimeSpan : s_patience, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
            try
            {
                return await DialAsync(new IPEndPoint(addresses[i], host.Port), either.Token);
            }
            catch (SocketException) when (!isLast)
            {
            }
            catch (OperationCanceledException) when (!isLast && !cancellation.IsCancellationRequested)
            {
            }
        }
    }

    private async Task<IReadOnlyList<IPAddress>> AddressesAsync(string host, CancellationToken cancellation)
    {
        if (IPAddress.TryParse(host, out var literal)) return [PublicAddresses.Plain(literal)];

        using var patience = new CancellationTokenSource(s_resolving, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            var found = await resolver.ResolveAsync(host, either.Token);
            if (found.Length == 0) throw InputFaults.Unresolved(null);
            return [.. found.Select(PublicAddresses.Plain).Distinct()];
        }
        catch (SocketException e)
        {
            throw InputFaults.Unresolved(e);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw InputFaults.Unresolved(e);
        }
    }

    private async ValueTask<Stream> DialAsync(IPEndPoint endpoint, CancellationToken cancellation)
    {
        var (stream, remote) = await dialer.DialAsync(endpoint, cancellation);
        if (remote is IPEndPoint there && there.Port == endpoint.Port && PublicAddresses.Plain(there.Address).Equals(endpoint.Address)) return stream;
        await stream.DisposeAsync();
        throw InputFaults.AddressDenied();
    }
}
