using OmniReel.Contract.Requests;
using OmniReel.Server.StoredBodies;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Engines;

/// <summary>Makes films. One attempt is one call; the same attempt may be made again after a crash.</summary>
public interface IEngine
{
    /// <summary>As in <c>X-OmniReel-Engine</c>.</summary>
    string Name { get; }

    /// <summary>
    /// What of such a request it cannot do, each as a whole sentence in the language; empty when it can do all. Where a field is to blame,
    /// the sentence begins with its name and a colon, as those of rules do. Asked before a task is accepted: costs nothing and looks nowhere.
    /// </summary>
    IReadOnlyList<string> Lacks(VideoRequest request, Language language) => [];

    /// <summary>Makes the film and stores it as an artifact. Throws <see cref="EngineRefusedException"/> for what it cannot do, and
    /// <see cref="EngineTroubleException"/> for what may go better the next time.</summary>
    Task<TaskResult> MakeAsync(EngineAttempt attempt, IProgress<int> percent, CancellationToken cancellation);

    /// <summary>
    /// Whether the film is there already, as far as that can be seen in a moment and without an input: an attempt then needs no place
    /// for work. A hint that costs little and may be wrong; may throw what it likes.
    /// </summary>
    /// <param name="body">The stored body that the request was read from.</param>
    /// <param name="inHaste">Many are to be looked at: only for what is known without thinking.</param>
    ValueTask<bool> HasAsync(VideoTask task, VideoRequest request, HeldBody body, bool inHaste, CancellationToken cancellation);

    /// <summary>
    /// Takes away what attempts have stored for a task that has no film: nobody has a link to it. May be called for
    /// what is not there. Throws <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/> where it cannot.
    /// </summary>
    void Forget(VideoTask task);
}

/// <summary>
/// An engine that works elsewhere: its attempts hold no place for work here, and there are as many of them as it has room for.
/// </summary>
public interface IRemoteEngine : IEngine
{
    /// <summary>How many attempts may be begun now, beside those that run.</summary>
    int Room { get; }

    /// <summary>There is more room than before. Handlers must not block.</summary>
    event Action? RoomGrew;
}

/// <summary>
/// What an engine is given: the task, its request, the stored body that it was read from, and its place for work, which it may find
/// left already. The body is there for the inline images that lie in it: an engine lets go of it as soon as it has those, and it was
/// let go of before where there are none.
/// </summary>
public sealed record EngineAttempt(VideoTask Task, VideoRequest Request, HeldBody Body, IWorkSlot Slot)
{
    /// <summary>The lease that the attempt is made under; null where nothing is written under it.</summary>
    public IHeldLease? Hold { get; init; }
}

/// <summary>A lease while it is held.</summary>
public interface IHeldLease
{
    /// <summary>To name in writes.</summary>
    Lease Lease { get; }

    /// <summary>How long it surely is ours still, by the monotonic clock.</summary>
    TimeSpan Left { get; }
}

/// <summary>
/// The engine cannot take this film now, and surely nobody has begun it: another engine may. The message is for the server's log.
/// </summary>
public sealed class EngineUnavailableException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>
/// Something that the attempt needs is taken by others at present. The task goes back to the queue, and nothing is counted against it.
/// </summary>
public sealed class EngineBusyException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>
/// The engine cannot or will not make this film; the message is for the task's creator, in their language. A cause is there when the
/// fault is the server's, and is for its log only.
/// </summary>
public sealed class EngineRefusedException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>The task's paid submit that failed at the upstream, and ends with the task; 0 for none.</summary>
    public long Submit { get; init; }
}

/// <summary>
/// Something around the engine failed (its encoder was killed, the disk is full), and the same film may well be made later. The
/// message and the cause are for the server's log.
/// </summary>
public sealed class EngineTroubleException(string message, Exception cause) : Exception(message, cause)
{
    private const int NoSpaceOnUnix = 28;
    private const int NoSpaceOnWindows = unchecked((int)0x80070070);

    /// <summary>The disk is full: it goes on once somebody makes room, however long that takes.</summary>
    public bool IsDiskFull { get; } = cause is IOException { HResult: NoSpaceOnUnix or NoSpaceOnWindows } || cause.Message.Contains("No space left on device", StringComparison.Ordinal);
}
