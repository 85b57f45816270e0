using System.Text.Json;
using OmniReel.Contract.Answers;

namespace OmniReel.Conformance;

/// <summary>What every client relies on in a task object (section "query" of the vendor's page).</summary>
internal static class TaskForm
{
    public const string Expected = "task_id, task_status, created_at, updated_at, task_info, task_result";

    private const long FirstMillisecond = 1_500_000_000_000;

    /// <summary>The first thing that is otherwise; null when nothing is.</summary>
    public static string? Fault(JsonElement task)
    {
        if (task.ValueKind != JsonValueKind.Object)
            return "not an object";
        if (Reply.Text(task, "task_id").Length == 0)
            return "task_id: not a text";
        var status = Reply.Text(task, "task_status");
        if (status is not (TaskStatusWords.Submitted or TaskStatusWords.Processing or TaskStatusWords.Succeed or TaskStatusWords.Failed))
            return $"task_status: '{status}'";
        foreach (var time in (string[])["created_at", "updated_at"])
        {
            if (!task.TryGetProperty(time, out var at) || at.ValueKind != JsonValueKind.Number || !at.TryGetInt64(out var milliseconds) || milliseconds < FirstMillisecond)
                return $"{time}: not milliseconds";
        }

        return status == TaskStatusWords.Succeed ? ResultFault(task) : null;
    }

    private static string? ResultFault(JsonElement task)
    {
        if (!task.TryGetProperty("task_result", out var result) || result.ValueKind != JsonValueKind.Object
            || !result.TryGetProperty("videos", out var videos) || videos.ValueKind != JsonValueKind.Array || videos.GetArrayLength() == 0)
            return "task_result.videos: missing in a task that succeeded";
        foreach (var name in (string[])["id", "url", "duration"])
        {
            if (Reply.Text(videos[0], name).Length == 0)
                return $"task_result.videos[0].{name}: not a text";
        }

        return null;
    }
}
