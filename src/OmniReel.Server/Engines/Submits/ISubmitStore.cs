using OmniReel.Server.Tasks;

namespace OmniReel.Server.Engines.Submits;

/// <summary>
/// The durable book of paid submits. Any write may throw a <see cref="StoreException"/>; every method is one transaction, and what it
/// returns is durable. Deliver and FailThere are written with the task's own end (<see cref="ITaskStore.SucceedAsync"/>,
/// <see cref="ITaskStore.FailAsync"/>): the store makes them in that transaction.
/// </summary>
public interface ISubmitStore
{
    /// <summary>
    /// Writes an intent: when this returns it survives power loss. Null, and nothing is written: the lease is no longer ours, or the task has
    /// an open submit already (other than the one that is superseded), or what is to be superseded is not an Unknown one of this task and
    /// connection. What supersedes has the reference of what it supersedes.
    /// </summary>
    ValueTask<Submit?> IntendAsync(Lease lease, NewSubmit submit, CancellationToken cancellation);

    /// <summary>
    /// Writes what happened to a submit, by <see cref="SubmitLifecycle"/>. Needs no lease: what is learnt of money is true whoever holds
    /// the task. Null: the submit is not in a state in which that can happen, or the upstream's id is that of another of its connection
    /// that was accepted; nothing was written. Accept and Adopt need the upstream's id.
    /// </summary>
    ValueTask<Submit?> RecordAsync(long submitId, SubmitEvent on, SubmitNews news, CancellationToken cancellation);

    /// <summary>Writes what was learnt without an event (a film's URL, say). False: there is no such submit, or the upstream's id is another's, as above.</summary>
    ValueTask<bool> NoteAsync(long submitId, SubmitNews news, CancellationToken cancellation);

    /// <summary>All of a task, the first first. Sees every write that was acknowledged before the call, as all reads here do.</summary>
    ValueTask<IReadOnlyList<Submit>> OfTaskAsync(long taskId, CancellationToken cancellation);

    /// <summary>The submit of an id; null for none.</summary>
    ValueTask<Submit?> FindAsync(long submitId, CancellationToken cancellation);

    /// <summary>The submits of a connection by the upstream's id or by our reference, the newest first; empty for none.</summary>
    ValueTask<IReadOnlyList<Submit>> FindAsync(string connection, string upstreamIdOrReference, CancellationToken cancellation);

    /// <summary>
    /// Open submits whose task has ended: nobody works on them, and they may be paid for. The oldest first, after that of the given id.
    /// </summary>
    ValueTask<IReadOnlyList<Submit>> LeftOpenAsync(string connection, long after, int most, CancellationToken cancellation);

    /// <summary>Submits in any of some states, the newest first. <paramref name="before"/>: with smaller ids; 0 for all.</summary>
    ValueTask<IReadOnlyList<Submit>> ListAsync(IReadOnlyList<SubmitState> states, long before, int most, CancellationToken cancellation);

    /// <summary>How many submits of a connection are in each state.</summary>
    ValueTask<IReadOnlyDictionary<SubmitState, int>> CountAsync(string connection, CancellationToken cancellation);

    /// <summary>How many submits of a connection were lost (came to be Unknown) since then, Unix milliseconds.</summary>
    ValueTask<int> LostSinceAsync(string connection, long since, CancellationToken cancellation);

    /// <summary>Books something that the upstream says it has under a reference of ours, and that no submit is known for. False: it was booked before.</summary>
    ValueTask<bool> BookStrangerAsync(StrangeFilm found, CancellationToken cancellation);

    /// <summary>What was booked so, the newest first.</summary>
    ValueTask<IReadOnlyList<StrangeFilm>> StrangersAsync(int most, CancellationToken cancellation);
}

/// <summary>Something that an upstream has under a reference of ours without a submit of ours: after a restored backup, say.</summary>
public sealed record StrangeFilm(string Connection, string UpstreamId, string Reference, long CreatedAt, long FoundAt, string Note);
