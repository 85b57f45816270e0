using System.Globalization;
using OmniReel.Contract.Answers;

namespace OmniReel.Client;

/// <summary>
/// A client of the Omni-Video API: this server's, or any other that speaks it. Safe for use by many threads at once.
/// </summary>
/// <remarks>
/// What only reads is sent again, with growing pauses, while the server is away, busy or failing. A create is sent again only
/// under an idempotency key: without one nobody could tell whether the first had arrived, and a film would be paid for twice.
/// </remarks>
public sealed class OmniReelClient : IDisposable
{
    private readonly OmniReelClientOptions _options;
    private readonly Transport _transport;

    /// <summary>Makes a client.</summary>
    /// <param name="options">Where the server is.</param>
    /// <param name="handler">How requests travel, such as <see cref="UnixSocket.Handler"/>; it stays the caller's. Null for a handler of the client's own.</param>
    public OmniReelClient(OmniReelClientOptions options, HttpMessageHandler? handler = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _transport = new Transport(options, handler);
        Callbacks = new CallbackClient(_transport, options);
    }

    /// <summary>The server's callbacks.</summary>
    public CallbackClient Callbacks { get; }

    /// <inheritdoc/>
    public void Dispose() => _transport.Dispose();

    /// <summary>Creates a task; when this returns it is durable.</summary>
    /// <param name="video">What is wanted.</param>
    /// <param name="idempotencyKey">1 to 255 printable characters that stand for this one wish; with it, a lost answer is asked for again.</param>
    /// <param name="cancellation">Gives up waiting for the answer; the task may exist nevertheless.</param>
    /// <exception cref="OmniReelException">Refused; <see cref="OmniReelException.Code"/> 1201 names the field.</exception>
    /// <exception cref="HttpRequestException">The server cannot be reached.</exception>
    public Task<CreatedData> CreateAsync(NewVideo video, string? idempotencyKey = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(video);
        return CreateAsync(video.ToUtf8(), idempotencyKey, cancellation);
    }

    /// <summary>Creates a task from a body that is ready: UTF-8 JSON, sent byte for byte.</summary>
    /// <inheritdoc cref="CreateAsync(NewVideo, string?, CancellationToken)"/>
    public Task<CreatedData> CreateAsync(ReadOnlyMemory<byte> body, string? idempotencyKey = null, CancellationToken cancellation = default) =>
        _transport.CallAsync(HttpMethod.Post, _options.ProfilePath, body, idempotencyKey, idempotencyKey is not null, WireContext.Default.EnvelopeCreatedData, cancellation);

    /// <summary>One task, by its id or by your external id.</summary>
    /// <exception cref="OmniReelException">Unknown (code 1201), or refused.</exception>
    public Task<TaskData> GetAsync(string id, CancellationToken cancellation = default) =>
        _transport.CallAsync(HttpMethod.Get, Item(id), null, null, true, WireContext.Default.EnvelopeTaskData, cancellation);

    /// <summary>A page of tasks, newest first.</summary>
    /// <param name="page">1 to 1000.</param>
    /// <param name="size">1 to 500.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<TaskData>> ListAsync(int page = 1, int size = 30, CancellationToken cancellation = default) =>
        _transport.CallAsync(HttpMethod.Get, string.Create(CultureInfo.InvariantCulture, $"{_options.ProfilePath}?pageNum={page}&pageSize={size}"), null, null, true,
            WireContext.Default.EnvelopeIReadOnlyListTaskData, cancellation);

    /// <summary>What a body would come to: its kind, size, price, or every rule it breaks. Creates nothing, spends nothing.</summary>
    public Task<QuoteData> QuoteAsync(ReadOnlyMemory<byte> body, CancellationToken cancellation = default) =>
        _transport.CallAsync(HttpMethod.Post, _options.ProfilePath + "/quote", body, null, true, WireContext.Default.EnvelopeQuoteData, cancellation);

    /// <summary>Cancels a task that has not ended. It is <c>failed</c> afterwards, with the message "canceled". May be repeated.</summary>
    /// <exception cref="OmniReelException">Unknown, or ended before (code 1201).</exception>
    public Task<TaskData> CancelAsync(string id, CancellationToken cancellation = default) =>
        _transport.CallAsync(HttpMethod.Post, Item(id) + "/cancel", ReadOnlyMemory<byte>.Empty, null, true, WireContext.Default.EnvelopeTaskData, cancellation);

    /// <summary>Waits until a task has ended, well or not, and returns it. Survives restarts of the server that take less than <see cref="OmniReelClientOptions.AwayLimit"/>.</summary>
    /// <param name="id">The task's id or your external id.</param>
    /// <param name="news">Told of every change: status, progress from 0 to 100, queue position, time left.</param>
    /// <param name="cancellation">Stops waiting; the task goes on.</param>
    /// <exception cref="OmniReelException">Unknown, or refused.</exception>
    /// <exception cref="HttpRequestException">The server was away for longer.</exception>
    public Task<TaskData> WaitAsync(string id, IProgress<TaskEventData>? news = null, CancellationToken cancellation = default) =>
        new Waiting(this, _transport, _options).ForEndAsync(id, Item(id), news, cancellation);

    /// <summary>Uploads a picture or a video of this machine; its link may stand wherever a request takes an address.</summary>
    /// <param name="path">A JPEG, PNG, MP4 or MOV.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="OmniReelException">Refused: it is none of these, or there is no room for it.</exception>
    /// <exception cref="HttpRequestException">The server cannot be reached.</exception>
    public Task<FileData> UploadAsync(string path, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return _transport.SendFileAsync("/v1/files", path, WireContext.Default.EnvelopeFileData, cancellation);
    }

    /// <summary>Saves a film; goes on where a broken connection, or an earlier process, left off.</summary>
    /// <param name="url">A link from a task's result; one without a host (an admin socket's answer) is this server's. The key is sent to no other host.</param>
    /// <param name="path">The file; it appears when it is whole, until then there is <c>PATH.part</c>.</param>
    /// <param name="share">Told what share has come, 0 to 1.</param>
    /// <param name="cancellation">Stops; what has come is kept for the next time.</param>
    /// <returns>The file's size in bytes.</returns>
    public Task<long> DownloadAsync(string url, string path, IProgress<double>? share = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(url);
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new Download(_transport, _options.Attempts).ToFileAsync(_transport.Resolve(url), path, share, cancellation);
    }

    private string Item(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return _options.ProfilePath + "/" + Uri.EscapeDataString(id);
    }
}
