using OmniReel.Server.Lab.Rooms;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Lab.Faults;

/// <summary>Puts the times of a task's test into its snapshots.</summary>
internal static class LabTimes
{
    /// <summary>The snapshot with the time of its last change by the test's clock; held in the queue, as one that waits there.</summary>
    public static VideoTask On(VideoTask task, LabTask known, bool shows) => task.Status switch
    {
        VideoTaskStatus.Queued => task with { UpdatedAt = task.CreatedAt },
        VideoTaskStatus.Running when shows && known.IsHeld => task with { Status = VideoTaskStatus.Queued, UpdatedAt = task.CreatedAt },
        VideoTaskStatus.Running => task with { UpdatedAt = Math.Max(task.CreatedAt, known.RunningAt) },
        _ => task with { UpdatedAt = Math.Max(task.CreatedAt, known.EndedAt) },
    };
}

/// <summary>The words of callbacks, with the times of the task's test.</summary>
public sealed class LabNotices(ITaskNotices inner, LabRooms rooms) : ITaskNotices
{
    public TaskNotice Of(VideoTask task) => inner.Of(LabTimes.On(task, rooms.Of(task), shows: false));
}
