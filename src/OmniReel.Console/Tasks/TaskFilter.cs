using OmniReel.Contract.Answers;

namespace OmniReel.Console.Tasks;

/// <summary>Which tasks are looked for.</summary>
/// <param name="Status"><c>active</c>, <c>succeeded</c>, <c>failed</c> (canceled ones too); empty for all.</param>
/// <param name="Kind">What they are made from; empty for all.</param>
/// <param name="Text">Part of the prompt or of an id; empty for all.</param>
public sealed record TaskFilter(string Status, string Kind, string Text)
{
    /// <summary>The statuses that can be asked for.</summary>
    public static IReadOnlyList<string> Statuses { get; } = ["", "active", "succeeded", "failed"];

    /// <summary>The task is one of those.</summary>
    public bool Takes(TaskData task) => HasStatus(task, Status) && HasRest(task);

    /// <summary>How many there would be with another status.</summary>
    public int Count(IEnumerable<TaskData> tasks, string status) => tasks.Count(task => HasStatus(task, status) && HasRest(task));

    private static bool HasStatus(TaskData task, string status) => status switch
    {
        "" => true,
        "active" => task.IsActive(),
        "succeeded" => task.Inner() == "succeeded",
        _ => task.Inner() is "failed" or "canceled",
    };

    private bool HasRest(TaskData task) => (Kind.Length == 0 || task.OmniReel?.Kind == Kind) && (Text.Length == 0 || Names(task).Any(name => name.Contains(Text, StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<string> Names(TaskData task) => new[] { task.OmniReel?.Title, task.TaskInfo.ExternalTaskId, task.TaskId, task.TaskStatusMsg }.OfType<string>();
}
