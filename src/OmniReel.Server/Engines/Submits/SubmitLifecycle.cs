using static OmniReel.Server.Engines.Submits.SubmitState;

namespace OmniReel.Server.Engines.Submits;

/// <summary>What is known of one paid submit.</summary>
public enum SubmitState
{
    /// <summary>The intent is durable; the request may be on its way. After a crash: nobody knows.</summary>
    Sending,

    /// <summary>It was sent and no answer says what became of it.</summary>
    Unknown,

    /// <summary>The upstream has it under <see cref="Submit.UpstreamId"/>, and will want its money.</summary>
    Accepted,

    /// <summary>Its film is stored here, and the task has succeeded with it.</summary>
    Delivered,

    /// <summary>The upstream took it and says that no film came of it.</summary>
    FailedThere,

    /// <summary>The upstream answered that it does not take it.</summary>
    Rejected,

    /// <summary>Not one byte of it left this machine.</summary>
    NotSent,

    /// <summary>The upstream was asked for its reference often and long enough: it never had it.</summary>
    ProvedAbsent,

    /// <summary>It was sent once more under the same reference, which the upstream takes once only.</summary>
    Superseded,

    /// <summary>Nobody can find out. The task has failed; a person decides.</summary>
    Abandoned,

    /// <summary>A person has decided.</summary>
    Settled,

    /// <summary>The upstream has it, and no task of ours wants its film: it stands in the orphan book with what it cost.</summary>
    Orphaned,
}

/// <summary>What can happen to a submit after its intent.</summary>
public enum SubmitEvent
{
    /// <summary>An answer carries the upstream's id.</summary>
    Accept,

    /// <summary>An answer says that it is not taken.</summary>
    Reject,

    /// <summary>It failed before the first byte.</summary>
    NotSend,

    /// <summary>No answer, or none that can be read; also what a crash leaves behind.</summary>
    Lose,

    /// <summary>The upstream was found to have it.</summary>
    Adopt,

    /// <summary>The upstream was found not to have it.</summary>
    ProveAbsent,

    /// <summary>It is about to be sent again under the same reference.</summary>
    Supersede,

    /// <summary>There is no way to find out.</summary>
    Abandon,

    /// <summary>The task succeeds with its film.</summary>
    Deliver,

    /// <summary>The upstream reports that it failed.</summary>
    FailThere,

    /// <summary>It is with the upstream and no task wants it; also an answer that came after everybody had given up on it.</summary>
    Orphan,

    /// <summary>A person has decided about it.</summary>
    Settle,
}

/// <summary>One line of the table.</summary>
public sealed record SubmitTransition(SubmitState From, SubmitEvent On, SubmitState To);

/// <summary>
/// THE life of a paid submit. Stores guard every statement with it; <c>docs/architecture/paid-submits.md</c> is its picture, and a test
/// says that they agree. What is not in the table does not happen: a store answers that nothing was written.
/// </summary>
public static class SubmitLifecycle
{
    /// <summary>The state that an intent is written with.</summary>
    public const SubmitState Initial = Sending;

    /// <summary>Every transition there is.</summary>
    public static IReadOnlyList<SubmitTransition> Table { get; } =
    [
        new(Sending, SubmitEvent.Accept, Accepted),
        new(Sending, SubmitEvent.Reject, Rejected),
        new(Sending, SubmitEvent.NotSend, NotSent),
        new(Sending, SubmitEvent.Lose, Unknown),
        // An answer may be later than those who gave up waiting for it.
        new(Unknown, SubmitEvent.Accept, Accepted),
        new(Unknown, SubmitEvent.Reject, Rejected),
        new(Unknown, SubmitEvent.Adopt, Accepted),
        new(Unknown, SubmitEvent.ProveAbsent, ProvedAbsent),
        new(Unknown, SubmitEvent.Supersede, Superseded),
        new(Unknown, SubmitEvent.Abandon, Abandoned),
        new(Accepted, SubmitEvent.Deliver, Delivered),
        new(Accepted, SubmitEvent.FailThere, FailedThere),
        new(Accepted, SubmitEvent.Orphan, Orphaned),
        new(ProvedAbsent, SubmitEvent.Orphan, Orphaned),
        new(Superseded, SubmitEvent.Orphan, Orphaned),
        new(Abandoned, SubmitEvent.Orphan, Orphaned),
        new(Abandoned, SubmitEvent.Settle, Settled),
        new(Settled, SubmitEvent.Orphan, Orphaned),
        new(Orphaned, SubmitEvent.Settle, Settled),
    ];

    /// <summary>Those that may be paid for while the task waits for them: a task has one of them at most.</summary>
    public static IReadOnlyList<SubmitState> Open { get; } = [Sending, Unknown, Accepted];

    /// <summary>Those in which the upstream's id names the film of the submit's own task: one film is one task's. What was given up may name it too.</summary>
    public static IReadOnlyList<SubmitState> Owning { get; } = [Accepted, Delivered, FailedThere];

    /// <summary>Where an event leads; every event leads to one state.</summary>
    public static SubmitState Target(SubmitEvent on) => Table.First(t => t.On == on).To;

    /// <summary>The states in which an event may happen.</summary>
    public static IEnumerable<SubmitState> Sources(SubmitEvent on) => Table.Where(t => t.On == on).Select(t => t.From);
}
