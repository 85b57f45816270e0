using OmniReel.Client.Reading;
using OmniReel.Client.Sending;
using OmniReel.Contract.Answers;
using OmniReel.Contract.Requests;
using OmniReel.Contract.Rules;

namespace OmniReel.Client;

/// <summary>
/// A client of the Omni-Video API: an OmniReel server, the vendor's own, or a relay. Safe for use by many threads at once; make one and
/// keep it.
/// </summary>
/// <remarks>
/// What only reads is sent again, with growing pauses, while the server is away, busy or failing. A create is sent again only
/// under an idempotency key: without one nobody could tell whether the first had arrived, and a film would be paid for twice.
/// </remarks>
public sealed partial class OmniReelClient : IDisposable
{
    private readonly Transport _transport;

    /// <summary>Makes a client.</summary>
    /// <param name="options">Where the server is.</param>
    /// <param name="handler">How requests travel, such as <see cref="UnixSocket.Handler"/>; it stays the caller's. Null for a handler of the client's own.</param>
    /// <exception cref="ArgumentException">The options do not go together.</exception>
    public OmniReelClient(OmniReelClientOptions options, HttpMessageHandler? handler = null)
        : this(new Transport(options ?? throw new ArgumentNullException(nameof(options)), handler))
    {
    }

    /// <summary>Makes a client over a given <see cref="HttpClient"/>, such as a factory's or a browser page's.</summary>
    /// <param name="options">Where the server is.</param>
    /// <param name="http">Sends; it stays the caller's, and its own limit on time holds besides ours. It should not follow redirects of a POST, nor repeat one.</param>
    /// <exception cref="ArgumentException">The options do not go together.</exception>
    public OmniReelClient(OmniReelClientOptions options, HttpClient http)
        : this(new Transport(options ?? throw new ArgumentNullException(nameof(options)), http ?? throw new ArgumentNullException(nameof(http)), ownsHttp: false))
    {
    }

    private OmniReelClient(Transport transport)
    {
        _transport = transport;
        Elements = new ElementClient(transport);
        Callbacks = new CallbackClient(transport);
        Submits = new SubmitClient(transport);
    }

    /// <summary>The library of elements.</summary>
    public ElementClient Elements { get; }

    /// <summary>The server's callbacks.</summary>
    public CallbackClient Callbacks { get; }

    /// <summary>What the server sent to paid upstreams, and what people decide about it.</summary>
    public SubmitClient Submits { get; }

    /// <inheritdoc/>
    public void Dispose() => _transport.Dispose();

    /// <summary>Every rule that an answer can name, with one line in each language. No key is needed. An extension of OmniReel.</summary>
    public Task<IReadOnlyList<RuleEntry>> RulesAsync(CancellationToken cancellation = default) =>
        _transport.CallAsync(Ask.Get(Own("/v1/rules")) with { Feature = "rules" }, Data.As(WireContext.Default.IReadOnlyListRuleEntry), cancellation);

    /// <summary>Which engine makes which film, and how the engines are. An extension of OmniReel.</summary>
    /// <exception cref="MissingFeatureException">This server has no routes.</exception>
    public Task<RoutesData> RoutesAsync(CancellationToken cancellation = default) =>
        _transport.CallAsync(Ask.Get(Own("/v1/routes")) with { Feature = "routes" }, Data.As(WireContext.Default.RoutesData), cancellation);

    /// <summary>Which engine a request would go to, and why. Creates nothing, spends nothing. An extension of OmniReel.</summary>
    /// <exception cref="MissingFeatureException">This server has no routes.</exception>
    public Task<RouteAccountData> ExplainRouteAsync(NewVideo video, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(video);
        return ExplainRouteAsync(video.ToUtf8(), cancellation);
    }

    /// <summary>Which engine a body would go to, and why. Creates nothing, spends nothing. An extension of OmniReel.</summary>
    /// <inheritdoc cref="ExplainRouteAsync(NewVideo, CancellationToken)"/>
    public Task<RouteAccountData> ExplainRouteAsync(ReadOnlyMemory<byte> body, CancellationToken cancellation = default)
    {
        var address = Own($"/v1/routes/explain?profile={(_transport.Addresses.Profile == ApiProfile.Relay ? "relay" : "vendor")}");
        return _transport.CallAsync(Ask.Post(address, body) with { MayRepeat = true, Feature = "routes" }, Data.As(WireContext.Default.RouteAccountData), cancellation);
    }

    /// <summary>Whether the server's process answers. Asked once; an extension of OmniReel.</summary>
    public Task<bool> IsAliveAsync(CancellationToken cancellation = default) => AnswersAsync("/healthz", cancellation);

    /// <summary>Whether the server takes new work; false while it starts or drains, and when it cannot be reached. Asked once; an extension of OmniReel.</summary>
    public Task<bool> IsReadyAsync(CancellationToken cancellation = default) => AnswersAsync("/readyz", cancellation);

    /// <summary>Uploads a picture or a video of this machine; its link may stand wherever a request takes an address. An extension of OmniReel.</summary>
    /// <param name="path">A JPEG, PNG, MP4 or MOV.</param>
    /// <param name="share">Told what share has gone, 0 to 1.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="RequestRefusedException">It is none of these, or too large.</exception>
    /// <exception cref="LimitReachedException">The account's files have no room for it.</exception>
    /// <exception cref="HttpRequestException">The server cannot be reached.</exception>
    public async Task<FileData> UploadAsync(string path, IProgress<double>? share, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var file = File.OpenRead(path);
        await using (file.ConfigureAwait(false))
            return await UploadAsync(file, share, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc cref="UploadAsync(string, IProgress{double}?, CancellationToken)"/>
    public Task<FileData> UploadAsync(string path, CancellationToken cancellation = default) => UploadAsync(path, null, cancellation);

    /// <summary>Uploads what a stream holds from where it stands; the stream stays the caller's.</summary>
    /// <inheritdoc cref="UploadAsync(string, IProgress{double}?, CancellationToken)"/>
    /// <param name="content">A JPEG, PNG, MP4 or MOV.</param>
    /// <param name="share">Told what share has gone, 0 to 1, where the stream's length is known.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<FileData> UploadAsync(Stream content, IProgress<double>? share = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        using var body = new UploadContent(content, share);
        return await _transport.SendOnceAsync(new Ask(HttpMethod.Post, Own("/v1/files")) { Feature = "uploads" }, body, Data.As(WireContext.Default.FileData), cancellation)
            .ConfigureAwait(false);
    }

    /// <summary>Saves a film; goes on where a broken connection, or an earlier process, left off.</summary>
    /// <param name="url">A link from a task's result; one without a host (an admin socket's answer) is this server's. The key is sent to no other host.</param>
    /// <param name="path">The file; it appears when it is whole, until then there is <c>PATH.part</c>.</param>
    /// <param name="share">Told what share has come, 0 to 1.</param>
    /// <param name="cancellation">Stops; what has come is kept for the next time.</param>
    /// <returns>The file's size in bytes.</returns>
    /// <exception cref="AccessDeniedException">The link has run out: the task's answer has a new one.</exception>
    public Task<long> DownloadAsync(string url, string path, IProgress<double>? share = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(url);
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new Download(_transport).ToFileAsync(_transport.Addresses.Resolve(url), path, share, cancellation);
    }

    /// <summary>Saves the film of a task.</summary>
    /// <inheritdoc cref="DownloadAsync(string, string, IProgress{double}?, CancellationToken)"/>
    /// <param name="task">A task that has ended.</param>
    /// <param name="path">The file; it appears when it is whole, until then there is <c>PATH.part</c>.</param>
    /// <param name="share">Told what share has come, 0 to 1.</param>
    /// <param name="cancellation">Stops; what has come is kept for the next time.</param>
    /// <exception cref="FilmFailedException">The task has no film.</exception>
    public Task<long> DownloadAsync(TaskData task, string path, IProgress<double>? share = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        return task.TaskResult.Videos is [var film, ..] ? DownloadAsync(film.Url, path, share, cancellation) : throw new FilmFailedException(task);
    }

    private string Own(string path) => _transport.Addresses.Root + path;

    private async Task<bool> AnswersAsync(string path, CancellationToken cancellation)
    {
        try
        {
            return await _transport.CallAsync(new Ask(HttpMethod.Get, Own(path)) { Feature = "health checks" }, Data.Nothing, cancellation).ConfigureAwait(false);
        }
        catch (Exception no) when (no is ServerFailedException or HttpRequestException or TimeoutException)
        {
            return false;
        }
    }
}
