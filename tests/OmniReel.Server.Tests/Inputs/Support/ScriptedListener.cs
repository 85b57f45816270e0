using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OmniReel.Server.Tests.Inputs.Support;

/// <summary>A listener on a loopback address that answers each connection as the test says, and counts them.</summary>
internal sealed class ScriptedListener : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<Stream, string, CancellationToken, Task> _answer;
    private readonly bool _isTls;
    private readonly ConcurrentBag<Task> _open = [];
    private readonly Task _accepting;
    private int _connections;

    private ScriptedListener(IPAddress address, Func<Stream, string, CancellationToken, Task> answer, bool isTls = false)
    {
        (_answer, _isTls) = (answer, isTls);
        _listener = new TcpListener(address, 0);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public IPEndPoint Endpoint => (IPEndPoint)_listener.LocalEndpoint;

    public string Url => $"http://{Endpoint}";

    public int Connections => Volatile.Read(ref _connections);

    /// <summary>The heads of the requests, as they came over the wire.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>Answers with bytes of one's own making; the connection closes behind them.</summary>
    public static ScriptedListener Raw(Func<Stream, string, CancellationToken, Task> answer, string address = "127.0.0.1") => new(IPAddress.Parse(address), answer);

    /// <summary>Takes over each connection before anything of it is read.</summary>
    public static ScriptedListener Tls(Func<Stream, CancellationToken, Task> answer) => new(IPAddress.Loopback, (stream, _, cancellation) => answer(stream, cancellation), isTls: true);

    /// <summary>Answers 200 with these bytes.</summary>
    public static ScriptedListener Serving(byte[] body, string type = "image/png", string address = "127.0.0.1") =>
        Raw((stream, _, cancellation) => SendAsync(stream, "200 OK", $"Content-Type: {type}\r\n", body, cancellation), address);

    /// <summary>Answers with a redirect.</summary>
    public static ScriptedListener Redirecting(string to, string status = "302 Found") =>
        Raw((stream, _, cancellation) => SendAsync(stream, status, $"Location: {to}\r\n", [], cancellation));

    public static async Task SendAsync(Stream stream, string status, string headers, byte[] body, CancellationToken cancellation)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: {body.Length}\r\n{headers}\r\n"), cancellation);
        await stream.WriteAsync(body, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_open);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Interlocked.Increment(ref _connections);
                _open.Add(AnswerAsync(client));
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        await Task.Yield();
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var head = _isTls ? "" : await HeadAsync(stream);
                if (head.Length > 0) Requests.Enqueue(head);
                await _answer(stream, head, _stop.Token);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or SocketException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
            {
                // The other side has gone, or the test is over.
            }
        }
    }

    private async Task<string> HeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (head.Length < 65_536 && !head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one, _stop.Token) == 0) break;
            head.Append((char)one[0]);
        }

        return head.ToString();
    }
}
