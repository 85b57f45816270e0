using System.Net;
using System.Net.Sockets;
using OmniReel.Server.Inputs;

namespace OmniReel.Server.Hosting;

/// <summary>A way out to the allowed networks alone.</summary>
internal sealed class AllowedNetworksOnly(ServerOptions options) : IGuardedHandlers
{
    public SocketsHttpHandler Create() => new() { UseProxy = false, UseCookies = false, AllowAutoRedirect = false, ConnectCallback = ConnectAsync };

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellation);
        if (Array.Find(addresses, IsAllowed) is not { } address)
            throw new InputException("callback_url", "url_address", "the address is not allowed here; --allow-network CIDR or --dev would allow it", "不允许访问该地址；可用 --allow-network CIDR 或 --dev 放行");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private bool IsAllowed(IPAddress address) => (options.Dev && IPAddress.IsLoopback(address)) || options.AllowedNetworks.Any(network => network.Contains(address));
}
