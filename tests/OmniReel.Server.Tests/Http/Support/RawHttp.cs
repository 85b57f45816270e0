using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OmniReel.Server.Tests.Http.Support;

/// <summary>Bytes over a socket, for requests that no client library would send.</summary>
internal static class RawHttp
{
    private static readonly TimeSpan Silence = TimeSpan.FromMilliseconds(1500), Patience = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Sends bytes and reads what comes back. Ends its own side after the first bytes of an answer; then reads until the server ends too.
    /// </summary>
    /// <param name="silent">The server is expected to wait for more: our side ends soon.</param>
    public static async Task<string> ExchangeAsync(int port, string request, bool silent = false)
    {
        using var socket = await ConnectAsync(port);
        await using var stream = new NetworkStream(socket);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var answer = new MemoryStream();
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(request), patience.Token);
            var buffer = new byte[65_536];
            var first = stream.ReadAsync(buffer, patience.Token).AsTask();
            await Task.WhenAny(first, Task.Delay(silent ? Silence : Patience, TimeProvider.System, patience.Token));
            if (!first.IsCompleted) socket.Shutdown(SocketShutdown.Send);
            answer.Write(buffer, 0, await first);
            if (answer.Length > 0) socket.Shutdown(SocketShutdown.Send);
            await stream.CopyToAsync(answer, patience.Token);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            // A server that has said what it has to say may cut the line.
        }

        return Encoding.UTF8.GetString(answer.ToArray());
    }

    /// <summary>Sends bytes; the connection is open until it is disposed of.</summary>
    public static async Task<Socket> SendAsync(int port, string request)
    {
        var socket = await ConnectAsync(port);
        await socket.SendAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken);
        return socket;
    }

    private static async Task<Socket> ConnectAsync(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), TestContext.Current.CancellationToken);
        return socket;
    }
}
