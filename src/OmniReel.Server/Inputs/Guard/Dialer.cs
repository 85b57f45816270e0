using System.Net;
using System.Net.Sockets;

namespace OmniReel.Server.Inputs.Guard;

/// <summary>A connection, and who is at its other end as the system tells it.</summary>
internal readonly record struct Dialed(Stream Stream, EndPoint? Remote);

/// <summary>Connects to addresses.</summary>
internal interface IDialer
{
    /// <summary>Connects. Throws <see cref="SocketException"/> when nobody answers.</summary>
    ValueTask<Dialed> DialAsync(IPEndPoint endpoint, CancellationToken cancellation);
}

/// <summary>Connects by TCP.</summary>
internal sealed class SocketDialer : IDialer
{
    public async ValueTask<Dialed> DialAsync(IPEndPoint endpoint, CancellationToken cancellation)
    {
        var socket = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(endpoint, cancellation);
            return new Dialed(new NetworkStream(socket, ownsSocket: true), socket.RemoteEndPoint);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
