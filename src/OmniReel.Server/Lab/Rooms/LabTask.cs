using System.Collections.Concurrent;
using OmniReel.Server.Lab.Scenarios;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Lab.Rooms;

/// <summary>
/// What the lab knows of one task: what was ordered for it, and its times by the clock of its test. Kept in memory: after a restart a
/// task begins to be known again by what is stored with it, its orders and the times of its row.
/// </summary>
public sealed class LabTask(LabRoom room, IReadOnlyList<LabOrder> orders, long createdAt)
{
    private readonly ConcurrentDictionary<string, int> _counts = new();
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _runningAt, _endedAt;

    /// <summary>The test that it belongs to.</summary>
    public LabRoom Room { get; } = room;

    /// <summary>When it was accepted, Unix milliseconds.</summary>
    public long CreatedAt { get; } = createdAt;

    /// <summary>When its work was seen to begin; the first look sets it.</summary>
    public long RunningAt => Seen(ref _runningAt);

    /// <summary>When it ended; the first look sets it.</summary>
    public long EndedAt => Seen(ref _endedAt);

    /// <summary>Its end was written or seen.</summary>
    public bool HasEnded => Volatile.Read(ref _endedAt) != 0;

    /// <summary>It is shown as submitted although a worker has it.</summary>
    public bool IsHeld => (Order("queue") is not null || FailsAt("queued")) && !_begun.Task.IsCompleted;

    /// <summary>Completes when it is not held any more.</summary>
    public Task Begun => _begun.Task;

    /// <summary>What is on its way to the task's receiver apart from the lane: later callbacks come after it.</summary>
    public Task Post { get; set; } = Task.CompletedTask;

    /// <summary>An order by its scenario; null where it was not ordered.</summary>
    public LabOrder? Order(string id)
    {
        foreach (var order in orders)
        {
            if (order.Id == id) return order;
        }

        return null;
    }

    /// <summary>It is to fail at this stage.</summary>
    public bool FailsAt(string stage) => Order("fail")?.Word("at") == stage;

    /// <summary>Its wait in the queue is over.</summary>
    public void Begin() => _begun.TrySetResult();

    /// <summary>Its end is about to be written.</summary>
    public void End() => Volatile.Write(ref _endedAt, Now);

    /// <summary>Takes the times of a row that was written before this process knew the task.</summary>
    public void Remember(VideoTask row)
    {
        if (row.Status == VideoTaskStatus.Running) Interlocked.CompareExchange(ref _runningAt, row.UpdatedAt, 0);
        else if (row.IsTerminal) Interlocked.CompareExchange(ref _endedAt, row.UpdatedAt, 0);
    }

    /// <summary>Counts by a name: how often it was counted before.</summary>
    public int Count(string what) => _counts.AddOrUpdate(what, 1, static (_, before) => before + 1) - 1;

    private long Now => Room.Clock.GetUtcNow().ToUnixTimeMilliseconds();

    private long Seen(ref long at)
    {
        Interlocked.CompareExchange(ref at, Now, 0);
        return Math.Max(CreatedAt, Volatile.Read(ref at));
    }
}
