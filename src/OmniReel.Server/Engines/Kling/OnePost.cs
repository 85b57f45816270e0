using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using OmniReel.Server.Engines.Kling.Wire;
using OmniReel.Server.Engines.Submits;

namespace OmniReel.Server.Engines.Kling;

/// <summary>
/// One POST over one connection of its own, and never a second: a handler made for it, no redirects, no retries, HTTP/1.1, the length told
/// beforehand, no question whether it may continue. Whether a byte of it left is known for certain; where none did, it was not sent.
/// </summary>
/// <param name="proxy">A proxy that leads to the upstream; null for none.</param>
internal sealed class OnePost(Uri? proxy, TimeProvider time)
{
    /// <summary>For the name, the connection and TLS together.</summary>
    public static readonly TimeSpan ConnectTime = TimeSpan.FromSeconds(5);

    /// <summary>From the call to the last byte of the answer.</summary>
    public static readonly TimeSpan WholeTime = TimeSpan.FromSeconds(60);

    private const int LongestAnswer = 1 << 20;

    /// <summary>For tests whose machine is slower than any network.</summary>
    internal TimeSpan Connecting { get; init; } = ConnectTime;

    /// <summary>Sends, and says what became of it. Throws nothing, whatever is cancelled and whatever breaks.</summary>
    public async Task<SubmitAnswer> SendAsync(Uri target, string token, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        var line = new Line();
        using var over = new CancellationTokenSource(WholeTime, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellation);
        try
        {
            using var handler = Handler(line);
            using var http = new HttpMessageInvoker(handler, disposeHandler: false);
            using var request = Request(target, token, body);
            using var answer = await http.SendAsync(request, either.Token);
            return await ReadAsync(answer, either.Token);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException or OperationCanceledException or InvalidOperationException or System.Security.Authentication.AuthenticationException)
        {
            var why = over.IsCancellationRequested ? $"no whole answer within {WholeTime.TotalSeconds:0} s" : cancellation.IsCancellationRequested ? "it was cut off here" : Why(e);
            return line.HasBegun ? new SubmitAnswer.Lost(why) : new SubmitAnswer.NotSent(why);
        }
    }

    private SocketsHttpHandler Handler(Line line) => new()
    {
        ConnectCallback = line.ConnectAsync,
        PlaintextStreamFilter = line.Watch,
        ConnectTimeout = Connecting,
        PooledConnectionLifetime = TimeSpan.Zero,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        Credentials = null,
        Proxy = proxy is null ? null : new WebProxy(proxy),
        UseProxy = proxy is not null,
        MaxResponseHeadersLength = 32,
        ActivityHeadersPropagator = null,
    };

    private static HttpRequestMessage Request(Uri target, string token, ReadOnlyMemory<byte> body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, target)
        {
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ReadOnlyMemoryContent(body),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Content.Headers.ContentLength = body.Length;
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.ConnectionClose = true;
        request.Headers.ExpectContinue = false;
        request.Headers.UserAgent.Add(KlingQueries.Product);
        return request;
    }

    private static async Task<SubmitAnswer> ReadAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        await using var stream = await answer.Content.ReadAsStreamAsync(cancellation);
        var buffer = new byte[Math.Clamp(answer.Content.Headers.ContentLength ?? 8 << 10, 1, LongestAnswer) + 1];
        var length = 0;
        while (true)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellation);
            if (read == 0)
                return WireAnswer.Read((int)answer.StatusCode, buffer.AsMemory(0, length), SubmitReading.Of);
            length += read;
            if (length > LongestAnswer)
                return new SubmitAnswer.Lost("the answer is longer than any answer is");
            if (length == buffer.Length)
                Array.Resize(ref buffer, Math.Min(2 * length, LongestAnswer + 1));
        }
    }

    private static string Why(Exception e)
    {
        var innermost = e;
        while (innermost.InnerException is { } inner)
            innermost = inner;
        return innermost is TimeoutException ? $"no connection within {ConnectTime.TotalSeconds:0} s" : innermost.Message;
    }

    /// <summary>The connection: one, and what is known of it.</summary>
    private sealed class Line
    {
        private int _connections;
        private volatile bool _hasBegun;

        /// <summary>A byte of the request may have left.</summary>
        public bool HasBegun => _hasBegun;

        public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
        {
            // Whatever the handler takes for a reason to connect once more: over here nothing is sent twice.
            if (Interlocked.Increment(ref _connections) > 1)
                throw new IOException("The connection broke, and a submit has no second one.");
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(context.DnsEndPoint, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }

        // What asks a proxy for its tunnel is no byte of the request.
        public ValueTask<Stream> Watch(SocketsHttpPlaintextStreamFilterContext context, CancellationToken cancellation) =>
            new(context.InitialRequestMessage.Method == HttpMethod.Connect ? context.PlaintextStream : new CountedStream(context.PlaintextStream, () => _hasBegun = true));
    }
}
