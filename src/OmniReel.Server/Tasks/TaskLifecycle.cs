using static OmniReel.Server.Tasks.VideoTaskStatus;

namespace OmniReel.Server.Tasks;

/// <summary>What can happen to a task after its accept.</summary>
public enum TaskEvent
{
    /// <summary>A worker takes it.</summary>
    Lease,

    /// <summary>The worker says that it is still at it.</summary>
    Renew,

    /// <summary>The film is made and stored.</summary>
    Succeed,

    /// <summary>The engine cannot make the film.</summary>
    Fail,

    /// <summary>The worker gives it back unmade.</summary>
    Release,

    /// <summary>Its engine cannot take it, and another is to.</summary>
    Reroute,

    /// <summary>Its creator wants it no more.</summary>
    Cancel,

    /// <summary>Its lease ran out while the node lived.</summary>
    Rescue,

    /// <summary>Its node died and has started again.</summary>
    TakeUp,

    /// <summary>It was rescued or taken up as often as is allowed.</summary>
    GiveUp,
}

/// <summary>Who may make a transition.</summary>
public enum TaskActor
{
    /// <summary>The holder of the lease; for <see cref="TaskEvent.Lease"/> any worker.</summary>
    Worker,

    /// <summary>The tenant whose task it is.</summary>
    Creator,

    /// <summary>The server itself: its rescuer and its start.</summary>
    Server,
}

/// <summary>One line of the table.</summary>
public sealed record Transition(VideoTaskStatus From, TaskEvent On, VideoTaskStatus To, TaskActor By);

/// <summary>
/// THE life of a task. Stores guard every statement with it; <c>docs/architecture/lifecycle.md</c> is its picture, and a test says
/// that they agree. What is not in the table does not happen: a store answers that nothing was written.
/// </summary>
public static class TaskLifecycle
{
    /// <summary>The status at accept.</summary>
    public const VideoTaskStatus Initial = Queued;

    /// <summary>Every transition there is.</summary>
    public static IReadOnlyList<Transition> Table { get; } =
    [
        new(Queued, TaskEvent.Lease, Running, TaskActor.Worker),
        new(Queued, TaskEvent.Cancel, Canceled, TaskActor.Creator),
        new(Running, TaskEvent.Renew, Running, TaskActor.Worker),
        new(Running, TaskEvent.Succeed, Succeeded, TaskActor.Worker),
        new(Running, TaskEvent.Fail, Failed, TaskActor.Worker),
        new(Running, TaskEvent.Release, Queued, TaskActor.Worker),
        new(Running, TaskEvent.Reroute, Queued, TaskActor.Worker),
        new(Running, TaskEvent.Cancel, Canceled, TaskActor.Creator),
        new(Running, TaskEvent.Rescue, Queued, TaskActor.Server),
        new(Running, TaskEvent.TakeUp, Queued, TaskActor.Server),
        new(Running, TaskEvent.GiveUp, Failed, TaskActor.Server),
    ];

    /// <summary>Where an event leads; every event leads to one status.</summary>
    public static VideoTaskStatus Target(TaskEvent on) => Table.First(t => t.On == on).To;

    /// <summary>The statuses in which an event may happen.</summary>
    public static IEnumerable<VideoTaskStatus> Sources(TaskEvent on) => Table.Where(t => t.On == on).Select(t => t.From);
}
