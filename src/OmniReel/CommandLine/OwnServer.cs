using System.Net.Sockets;

namespace OmniReel.CommandLine;

/// <summary>Whether the server of a data folder is running.</summary>
internal static class OwnServer
{
    /// <summary>Somebody listens on the admin socket. A killed server leaves its file behind, and nobody listens on it.</summary>
    public static async Task<bool> AnswersAsync(string socketPath, CancellationToken cancellation)
    {
        if (!File.Exists(socketPath))
            return false;
        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(socketPath), cancellation);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
