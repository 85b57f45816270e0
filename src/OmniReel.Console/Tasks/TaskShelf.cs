using OmniReel.Contract.Answers;

namespace OmniReel.Console.Tasks;

/// <summary>The tasks that were heard of so far, newest first: what a later look tells replaces what was known.</summary>
public sealed class TaskShelf
{
    private readonly Dictionary<string, TaskData> _byId = new(StringComparer.Ordinal);

    /// <summary>All of them.</summary>
    public IReadOnlyList<TaskData> All { get; private set; } = [];

    /// <summary>Takes over a page of tasks; one without a title keeps the one that it had.</summary>
    public void Take(IEnumerable<TaskData> tasks)
    {
        foreach (var task in tasks)
        {
            var title = task.OmniReel?.Title ?? (_byId.TryGetValue(task.TaskId, out var known) ? known.OmniReel?.Title : null);
            _byId[task.TaskId] = task.OmniReel is { } more ? task with { OmniReel = more with { Title = title } } : task;
        }

        All = [.. _byId.Values.OrderByDescending(task => task.CreatedAt).ThenByDescending(task => task.TaskId, StringComparer.Ordinal)];
    }
}
