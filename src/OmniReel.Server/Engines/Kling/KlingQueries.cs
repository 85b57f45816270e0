using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using OmniReel.Server.Engines.Kling.Wire;

namespace OmniReel.Server.Engines.Kling;

/// <summary>
/// Asks what costs nothing and changes nothing, over connections that are kept. An answer is always a value: what could not be had is one
/// that says nothing.
/// </summary>
internal sealed class KlingQueries : IDisposable
{
    /// <summary>For one question and its whole answer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private const int LongestAnswer = 8 << 20;
    private const int FirstPiece = 4 << 10;
    private const int MostConnections = 256;

    private readonly HttpMessageInvoker _http;
    private readonly KlingTokens _tokens;
    private readonly TimeProvider _time;

    /// <param name="proxy">A proxy that leads to the upstream; null for none.</param>
    public KlingQueries(KlingTokens tokens, Uri? proxy, TimeProvider time)
    {
        (_tokens, _time) = (tokens, time);
        _http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
            MaxConnectionsPerServer = MostConnections,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            Credentials = null,
            Proxy = proxy is null ? null : new WebProxy(proxy),
            UseProxy = proxy is not null,
            MaxResponseHeadersLength = 32,
            ActivityHeadersPropagator = null,
        });
    }

    /// <summary>How this program names itself.</summary>
    public static ProductInfoHeaderValue Product { get; } = new("OmniReel", typeof(KlingQueries).Assembly.GetName().Version?.ToString(3) ?? "0");

    /// <summary>What the answer to a GET is read as. Throws only where <paramref name="cancellation"/> asks for it.</summary>
    /// <param name="read">Told the answer.</param>
    /// <param name="failed">Told why there is none.</param>
    public async Task<T> GetAsync<T>(Uri target, Func<WireAnswer, T> read, Func<string, T> failed, CancellationToken cancellation) =>
        (await AskAsync(target, read, failed, cancellation)).Read;

    /// <summary>As <see cref="GetAsync"/>, with the other side's clock where it shows one.</summary>
    public async Task<(T Read, DateTimeOffset? Clock)> AskAsync<T>(Uri target, Func<WireAnswer, T> read, Func<string, T> failed, CancellationToken cancellation)
    {
        using var over = new CancellationTokenSource(Patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellation);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, target) { Version = HttpVersion.Version11, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _tokens.Current());
            request.Headers.UserAgent.Add(Product);
            using var answer = await _http.SendAsync(request, either.Token);
            return (await ReadAsync(answer, read, failed, either.Token), answer.Headers.Date);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            return (failed(over.IsCancellationRequested ? $"no whole answer within {Patience.TotalSeconds:0} s" : Innermost(e).Message), null);
        }
    }

    public void Dispose() => _http.Dispose();

    private static async Task<T> ReadAsync<T>(HttpResponseMessage answer, Func<WireAnswer, T> read, Func<string, T> failed, CancellationToken cancellation)
    {
        await using var stream = await answer.Content.ReadAsStreamAsync(cancellation);
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Clamp(answer.Content.Headers.ContentLength + 1 ?? FirstPiece, FirstPiece, LongestAnswer));
        try
        {
            var length = 0;
            while (true)
            {
                var more = await stream.ReadAsync(buffer.AsMemory(length), cancellation);
                if (more == 0)
                    return WireAnswer.Read((int)answer.StatusCode, buffer.AsMemory(0, length), read);
                length += more;
                if (length > LongestAnswer)
                    return failed("the answer is longer than any answer is");
                if (length == buffer.Length)
                    buffer = Larger(buffer);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Larger(byte[] full)
    {
        var larger = ArrayPool<byte>.Shared.Rent(2 * full.Length);
        full.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(full);
        return larger;
    }

    private static Exception Innermost(Exception e)
    {
        while (e.InnerException is { } inner)
            e = inner;
        return e;
    }
}
