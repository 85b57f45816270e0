using System.Net.Sockets;
using System.Runtime.Versioning;

namespace OmniReel.Client;

/// <summary>Reaches a server through a unix socket, such as the admin socket of a data folder.</summary>
[UnsupportedOSPlatform("browser")]
public static class UnixSocket
{
    /// <summary>A base address for servers behind a socket: the host name is not looked up.</summary>
    public static Uri Address { get; } = new("http://localhost");

    /// <summary>A handler whose every connection goes to one socket, whatever host a request names.</summary>
    /// <param name="path">The socket's path.</param>
    public static SocketsHttpHandler Handler(string path) => new()
    {
        UseProxy = false,
        ConnectCallback = async (_, cancellation) =>
        {
            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            try
            {
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellation).ConfigureAwait(false);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    };
}
