using OmniReel.Server.Tasks;

namespace OmniReel.Server.Engines.Submits;

/// <summary>
/// What surrounds a paid submit and costs nothing: the body to send, and the film that came of it. One for each connection, beside its
/// <see cref="IUpstream"/>. When anything is sent is not decided here.
/// </summary>
public interface IPaidWork
{
    /// <summary>
    /// Has the inputs brought and checked, and everything made upstream that is free and that the body names (elements). Throws
    /// <see cref="EngineRefusedException"/> for a request that will never be taken, <see cref="EngineBusyException"/> and
    /// <see cref="EngineTroubleException"/> for what may go better later, and <see cref="EngineUnavailableException"/> where this
    /// connection cannot be used now. Leaves the attempt's place for work, and lets go of its body as soon as it can.
    /// </summary>
    /// <param name="percent">Told 0 to 5.</param>
    Task<IPaidOrder> PrepareAsync(EngineAttempt attempt, IProgress<int> percent, CancellationToken cancellation);

    /// <summary>
    /// Fetches the film of a report that has one, checks it and makes it durable under the task's own ids; doing so again replaces what
    /// is there. A film that plays is always kept, whatever else is odd about it. What is thrown is an
    /// <see cref="EngineTroubleException"/>, never a refusal: the film is paid for, so whoever calls asks the upstream for a new report
    /// (links die) and tries again.
    /// </summary>
    /// <param name="report">Its <see cref="UpstreamReport.FilmUrl"/> is not null.</param>
    /// <param name="percent">Told 90 to 99.</param>
    Task<TaskResult> KeepAsync(EngineAttempt attempt, UpstreamReport report, IProgress<int> percent, CancellationToken cancellation);

    /// <summary>As <see cref="IEngine.Forget"/>.</summary>
    void Forget(VideoTask task);
}

/// <summary>A request that is ready to be sent. Disposing of it takes its files away.</summary>
public interface IPaidOrder : IDisposable
{
    /// <summary>
    /// The body for a reference, the same bytes for the same reference each time. As large as the pictures in it, up to 100 MB: it is
    /// written when it is to be sent, waits for room where others hold much, and is disposed of when it was sent.
    /// </summary>
    /// <exception cref="EngineTroubleException">A file of it cannot be read.</exception>
    ValueTask<PaidBody> WriteAsync(string reference, CancellationToken cancellation);
}

/// <summary>What is sent. Disposing of it gives its room in memory to others.</summary>
/// <param name="bytes">The whole body, UTF-8.</param>
/// <param name="sum">Its SHA-256 in hexadecimal digits: <see cref="NewSubmit.BodySum"/>.</param>
/// <param name="letGo">Called once when it is disposed of.</param>
public sealed class PaidBody(ReadOnlyMemory<byte> bytes, string sum, Action? letGo = null) : IDisposable
{
    private Action? _letGo = letGo;

    /// <summary>The whole body, UTF-8.</summary>
    public ReadOnlyMemory<byte> Bytes { get; private set; } = bytes;

    /// <summary>SHA-256 of the bytes in hexadecimal digits.</summary>
    public string Sum { get; } = sum;

    public void Dispose()
    {
        Bytes = default;
        Interlocked.Exchange(ref _letGo, null)?.Invoke();
    }
}
