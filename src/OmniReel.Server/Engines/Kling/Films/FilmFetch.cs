using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using OmniReel.Contract.Requests;
using OmniReel.Server.Inputs;
using OmniReel.Server.Inputs.Guard;

namespace OmniReel.Server.Engines.Kling.Films;

/// <summary>A film could not be had; the message is for the server's log.</summary>
internal sealed class FilmFetchException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>
/// Brings a film of an upstream onto the disk. Its URL is a stranger's, so everything goes through the address guard; only the connection's
/// own host, which the operator has named, may be anywhere. What breaks off is gone on with where it broke off.
/// </summary>
internal sealed class FilmFetch(IGuardedHandlers handlers, IUrlCheck urls, KlingConnection connection, TimeProvider time)
{
    /// <summary>Bytes of the largest film that is kept: 15 seconds in 4K have a quarter of it.</summary>
    public const long LargestFilm = 2L << 30;

    private const int MostRedirects = 3;
    private const int MostBreaks = 6;
    private const int Piece = 128 << 10;

    private static readonly TimeSpan s_silence = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_total = TimeSpan.FromMinutes(20);

    /// <summary>Writes the film to a path that does not exist yet. Throws <see cref="FilmFetchException"/>, and <see cref="IOException"/> where the disk fails.</summary>
    /// <param name="done">Told the share that is here, 0 to 1, where the length is known.</param>
    public async Task FetchAsync(string url, string path, IProgress<double> done, CancellationToken cancellation)
    {
        using var over = new CancellationTokenSource(s_total, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellation);
        using var handler = handlers.Create();
        Open(handler);
        using var http = new HttpMessageInvoker(handler, disposeHandler: false);
        await using var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous, BufferSize = 0 });
        var film = new PartialFilm(file, done);
        for (var breaks = 0; ; breaks++)
        {
            string why;
            try
            {
                if (await GoOnAsync(http, url, film, either.Token))
                    return;
                why = $"it broke off after {film.Length} bytes";
            }
            catch (Exception e) when (e is HttpRequestException or HttpIOException or SocketException or OperationCanceledException or IOException { InnerException: SocketException } && !cancellation.IsCancellationRequested)
            {
                why = Denied(e) is { } denied ? throw new FilmFetchException($"The film {denied.Message}.", e) : Innermost(e).Message;
            }

            if (breaks == MostBreaks || over.IsCancellationRequested)
                throw new FilmFetchException($"The film could not be fetched: {why}.");
            await Task.Delay(TimeSpan.FromSeconds(Math.Min(1 << breaks, 15)), time, cancellation);
        }
    }

    // The guard's connections for all but the connection's own host.
    private void Open(SocketsHttpHandler handler)
    {
        var guarded = handler.ConnectCallback!;
        handler.ConnectCallback = async (context, cancellation) =>
        {
            if (!IsOwnHost(context.DnsEndPoint.Host))
                return await guarded(context, cancellation);
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
        };
    }

    /// <summary>True: it is whole. False: it broke off.</summary>
    private async Task<bool> GoOnAsync(HttpMessageInvoker http, string url, PartialFilm film, CancellationToken cancellation)
    {
        var target = Examined(url, null);
        for (var hop = 0; ; hop++)
        {
            using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            using var timer = time.CreateTimer(static end => ((CancellationTokenSource)end!).Cancel(), silence, s_silence, Timeout.InfiniteTimeSpan);
            using var request = Request(target, film);
            using var answer = await http.SendAsync(request, silence.Token);
            if ((int)answer.StatusCode is 301 or 302 or 303 or 307 or 308 && answer.Headers.Location is { } location)
            {
                target = hop < MostRedirects ? Examined(new Uri(target, location).AbsoluteUri, target) : throw new FilmFetchException($"The film is behind more than {MostRedirects} redirects.");
                continue;
            }

            return await film.TakeAsync(answer, () => timer.Change(s_silence, Timeout.InfiniteTimeSpan), silence.Token);
        }
    }

    private static HttpRequestMessage Request(Uri target, PartialFilm film)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, target) { Version = HttpVersion.Version11, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        request.Headers.UserAgent.Add(KlingQueries.Product);
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("identity"));
        if (film.Length > 0)
        {
            request.Headers.Range = new RangeHeaderValue(film.Length, null);
            if (film.Tag is { } tag)
                request.Headers.IfRange = new RangeConditionHeaderValue(tag);
        }

        return request;
    }

    private Uri Examined(string url, Uri? from)
    {
        var (address, complaint) = WebAddress.Read(url);
        if (address is null)
            throw new FilmFetchException($"The URL of the film {complaint.English}.");
        if (from?.Scheme == Uri.UriSchemeHttps && address.Target.Scheme != Uri.UriSchemeHttps)
            throw new FilmFetchException("The film is behind a redirect from https to http.");
        return IsOwnHost(address.Host) || urls.Complaint(url, UrlUse.Media) is not { } refusal ? address.Target : throw new FilmFetchException($"The URL of the film {refusal.English}.");
    }

    private bool IsOwnHost(string host) => host.Trim('[', ']').Equals(connection.BaseUrl.IdnHost.Trim('[', ']'), StringComparison.OrdinalIgnoreCase);

    private static InputException? Denied(Exception e) => Innermost(e) as InputException;

    private static Exception Innermost(Exception e)
    {
        while (e is not InputException && e.InnerException is { } inner)
            e = inner;
        return e;
    }
}
