using System.Globalization;
using System.Runtime.CompilerServices;
using OmniReel.Client.Reading;
using OmniReel.Client.Sending;
using OmniReel.Contract.Answers;

namespace OmniReel.Client;

/// <content>Films: tasks from their creation to their end.</content>
public sealed partial class OmniReelClient
{
    private static readonly TimeSpan LongestHold = TimeSpan.FromSeconds(60);

    /// <summary>Creates a task; when this returns it is durable.</summary>
    /// <param name="video">What is wanted.</param>
    /// <param name="idempotencyKey">1 to 255 printable characters that stand for this one wish; with it, a lost answer is asked for again. Only OmniReel honours it.</param>
    /// <param name="cancellation">Gives up waiting for the answer; the task may exist nevertheless.</param>
    /// <exception cref="RequestRefusedException">Fields are wrong; <see cref="OmniReelException.Errors"/> names each.</exception>
    /// <exception cref="LimitReachedException">Too many tasks at once, or no budget.</exception>
    /// <exception cref="OutcomeUnknownException">No answer came: the task may exist.</exception>
    /// <exception cref="HttpRequestException">The server cannot be reached; nothing was sent.</exception>
    public Task<CreatedData> CreateAsync(NewVideo video, string? idempotencyKey = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(video);
        return CreateAsync(video.ToUtf8(), idempotencyKey, cancellation);
    }

    /// <summary>Creates a task from a body that is ready: UTF-8 JSON, sent byte for byte.</summary>
    /// <inheritdoc cref="CreateAsync(NewVideo, string?, CancellationToken)"/>
    public Task<CreatedData> CreateAsync(ReadOnlyMemory<byte> body, string? idempotencyKey = null, CancellationToken cancellation = default) =>
        _transport.CallAsync(_transport.Create(_transport.Addresses.Films, body, idempotencyKey), TaskReader.ReadCreated, cancellation);

    /// <summary>
    /// Creates a task and lets the server hold its answer until the task has ended or the time is over (<c>Prefer: wait</c>): the task as it
    /// stands then. A server that does not know this answers at once.
    /// </summary>
    /// <inheritdoc cref="CreateAsync(NewVideo, string?, CancellationToken)"/>
    /// <param name="video">What is wanted.</param>
    /// <param name="hold">0 to 60 seconds.</param>
    /// <param name="idempotencyKey">1 to 255 printable characters that stand for this one wish.</param>
    /// <param name="cancellation">Gives up waiting for the answer; the task may exist nevertheless.</param>
    public Task<TaskData> CreateAsync(NewVideo video, TimeSpan hold, string? idempotencyKey = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(video);
        return _transport.CallAsync(_transport.Create(_transport.Addresses.Films, video.ToUtf8(), idempotencyKey) with { Hold = Holdable(hold) }, TaskReader.Read, cancellation);
    }

    /// <summary>One task, by its id or by your external id.</summary>
    /// <exception cref="NotFoundException">There is none.</exception>
    public Task<TaskData> GetAsync(string id, CancellationToken cancellation = default) => _transport.CallAsync(One(id), TaskReader.Read, cancellation);

    /// <summary>One task, once it has ended or the time is over, whichever is first (<c>Prefer: wait</c>). A server that does not know this answers at once.</summary>
    /// <param name="id">The task's id or your external id.</param>
    /// <param name="hold">0 to 60 seconds.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="NotFoundException">There is none.</exception>
    public Task<TaskData> GetAsync(string id, TimeSpan hold, CancellationToken cancellation = default) =>
        _transport.CallAsync(One(id) with { Hold = Holdable(hold) }, TaskReader.Read, cancellation);

    /// <summary>A page of tasks, newest first.</summary>
    /// <param name="page">1 to 1000.</param>
    /// <param name="size">1 to 500.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<TaskData>> ListAsync(int page = 1, int size = 30, CancellationToken cancellation = default) =>
        _transport.CallAsync(Ask.Get(Paged(_transport.Addresses.Films, page, size)), Data.EachAs(TaskReader.Read), cancellation);

    /// <summary>A page of tasks, newest first, each with the beginning of its prompt in <see cref="OmniReelData.Title"/>. A server that does not know this leaves the titles out.</summary>
    /// <param name="page">1 to 1000.</param>
    /// <param name="size">1 to 500.</param>
    /// <param name="titles">Whether titles are asked for.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<TaskData>> ListAsync(int page, int size, bool titles, CancellationToken cancellation = default) =>
        _transport.CallAsync(Ask.Get(Paged(_transport.Addresses.Films, page, size) + (titles ? "&titles=true" : "")), Data.EachAs(TaskReader.Read), cancellation);

    /// <summary>The body that a task was created with, byte for byte, so that it can be made again. An extension of OmniReel.</summary>
    /// <param name="id">The task's id or your external id.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="NotFoundException">There is no such task.</exception>
    /// <exception cref="MissingFeatureException">This server keeps no bodies.</exception>
    public Task<SentRequest> GetRequestAsync(string id, CancellationToken cancellation = default)
    {
        var ask = Ask.Get(_transport.Addresses.Film(id) + "/request") with { NamesOne = true, Feature = "kept requests" };
        return _transport.CallAsync(ask, (answer, stop) => SentRequest.OpenAsync(ask, answer, _transport.Options.Time, stop), cancellation);
    }

    /// <summary>What a request would come to: its kind, size, price, or every rule it breaks. Creates nothing, spends nothing. An extension of OmniReel.</summary>
    public Task<QuoteData> QuoteAsync(NewVideo video, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(video);
        return QuoteAsync(video.ToUtf8(), cancellation);
    }

    /// <summary>What a body would come to. Creates nothing, spends nothing. An extension of OmniReel.</summary>
    /// <inheritdoc cref="QuoteAsync(NewVideo, CancellationToken)"/>
    public Task<QuoteData> QuoteAsync(ReadOnlyMemory<byte> body, CancellationToken cancellation = default) => _transport.CallAsync(
        Ask.Post(_transport.Addresses.Films + "/quote", body) with { MayRepeat = true, Feature = "quotes" }, Data.As(WireContext.Default.QuoteData), cancellation);

    /// <summary>Cancels a task that has not ended. It is <c>failed</c> afterwards, with the message "canceled". May be repeated. An extension of OmniReel.</summary>
    /// <exception cref="RequestRefusedException">There is no such task, or it ended before (code 1201).</exception>
    public Task<TaskData> CancelAsync(string id, CancellationToken cancellation = default) => _transport.CallAsync(
        Ask.Post(_transport.Addresses.Film(id) + "/cancel", default) with { MayRepeat = true, Feature = "cancellations" }, TaskReader.Read, cancellation);

    /// <summary>
    /// One event stream of a task: its state at once, then each change, to the terminal one. It may end before that, when the server
    /// restarts: <see cref="WaitAsync"/> goes on then. An extension of OmniReel.
    /// </summary>
    /// <param name="id">The task's id or your external id.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="MissingFeatureException">This server has no events.</exception>
    /// <exception cref="NotFoundException">There is no such task.</exception>
    public async IAsyncEnumerable<TaskEventData> EventsAsync(string id, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using var stream = await EventStream.OpenAsync(_transport, Events(id), cancellation).ConfigureAwait(false);
        await foreach (var item in stream.ReadAsync(WireContext.Default.TaskEventData, null, cancellation).ConfigureAwait(false)) yield return item;
    }

    /// <summary>
    /// Waits until a task has ended, well or not, and returns it. Follows its events, or asks every <see cref="OmniReelClientOptions.PollInterval"/>
    /// where there are none. Survives restarts of the server that take less than <see cref="OmniReelClientOptions.AwayLimit"/>.
    /// </summary>
    /// <param name="id">The task's id or your external id.</param>
    /// <param name="news">Told of every change: status, progress from 0 to 100, queue position, time left.</param>
    /// <param name="cancellation">Stops waiting; the task goes on.</param>
    /// <exception cref="NotFoundException">There is no such task.</exception>
    /// <exception cref="HttpRequestException">The server was away for longer.</exception>
    public Task<TaskData> WaitAsync(string id, IProgress<TaskEventData>? news = null, CancellationToken cancellation = default) =>
        new Waiting(this, _transport, Events(id)).ForEndAsync(id, news, cancellation);

    internal static string Paged(string address, int page, int size) =>
        string.Create(CultureInfo.InvariantCulture, $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}pageNum={page}&pageSize={size}");

    private Ask One(string id) => Ask.Get(_transport.Addresses.Film(id)) with { NamesOne = true };

    private Ask Events(string id) => Ask.Get(_transport.Addresses.Film(id) + "/events") with { NamesOne = true, Feature = "events" };

    internal static TimeSpan Holdable(TimeSpan hold)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(hold, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hold, LongestHold);
        return hold;
    }
}
