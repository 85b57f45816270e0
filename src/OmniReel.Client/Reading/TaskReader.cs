using System.Text.Json;
using OmniReel.Contract.Answers;

namespace OmniReel.Client.Reading;

/// <summary>Reads tasks as this server, the vendor and relays write them. What a server leaves out is empty; what nobody knows is kept in <see cref="TaskData.Raw"/>.</summary>
internal static class TaskReader
{
    public static TaskData Read(JsonElement answer)
    {
        var place = TaskPlace.In(answer);
        var (task, outer) = (place.Task, place.Outer);
        return new TaskData
        {
            TaskId = place.Id,
            TaskStatus = place.Status,
            TaskStatusMsg = MessageOf(place),
            TaskInfo = InfoOf(place),
            TaskResult = new TaskResultData { Videos = Videos(task) ?? Videos(outer) },
            WatermarkInfo = new WatermarkInfo { Enabled = task.Object("watermark_info")?.Truth("enabled") ?? false },
            FinalUnitDeduction = task.Text("final_unit_deduction") ?? "",
            CreatedAt = CreatedAt(place),
            UpdatedAt = UpdatedAt(place),
            OmniReel = Extras(task),
            Raw = outer,
        };
    }

    /// <summary>The answer to a create. Where it was held back (<c>Prefer: wait</c>) it is a whole task, of which this is the head.</summary>
    public static CreatedData ReadCreated(JsonElement answer)
    {
        var place = TaskPlace.In(answer);
        return new CreatedData
        {
            TaskId = place.Id,
            TaskStatus = place.Status,
            TaskInfo = InfoOf(place),
            CreatedAt = CreatedAt(place),
            UpdatedAt = UpdatedAt(place),
            OmniReel = Extras(place.Task),
            Raw = place.Outer,
        };
    }

    /// <summary>A polled task as an event would tell it.</summary>
    public static TaskEventData Told(TaskData task) => new()
    {
        TaskId = task.TaskId,
        TaskStatus = task.TaskStatus,
        TaskStatusMsg = task.TaskStatusMsg,
        Progress = task.TaskStatus == TaskStatusWords.Succeed ? 100 : task.Raw is { } raw ? TaskPlace.In(raw).Progress ?? 0 : 0,
        QueuePosition = task.OmniReel?.QueuePosition,
        EtaMs = task.OmniReel?.EtaMs,
    };

    internal static TaskInfo InfoOf(TaskPlace place) => new()
    {
        ExternalTaskId = (place.Task.Object("task_info")?.Text("external_task_id") ?? place.Task.Text("external_task_id")) is { Length: > 0 } id ? id : null,
    };

    internal static string MessageOf(TaskPlace place) => place.Task.Text("task_status_msg") is { Length: > 0 } message ? message
        : place.Status != TaskStatusWords.Failed ? ""
        : place.Outer.Text("fail_reason") ?? place.Outer.Object("error")?.Text("message") ?? place.Outer.Text("message") ?? "";

    internal static long CreatedAt(TaskPlace place) => place.Task.Time("created_at") ?? place.Outer.Time("created_at") ?? place.Outer.Time("create_time") ?? place.Outer.Time("submit_time") ?? 0;

    internal static long UpdatedAt(TaskPlace place) =>
        place.Task.Time("updated_at") ?? place.Outer.Time("updated_at") ?? place.Outer.Time("update_time") ?? place.Outer.Time("completed_at") ?? place.Outer.Time("finish_time") ?? CreatedAt(place);

    internal static OmniReelData? Extras(JsonElement task)
    {
        try
        {
            return task.Object("omnireel")?.Deserialize(WireContext.Default.OmniReelData);
        }
        catch (JsonException)
        {
            return null; // of a server newer than this client; Raw has it
        }
    }

    private static VideoData[]? Videos(JsonElement task)
    {
        VideoData[] videos = [.. task.Object("task_result") is { } result ? result.Items("videos").Select(Video) : []];
        return videos.Length > 0 ? videos
            : task.Text("video_url") is { Length: > 0 } url ? [new VideoData { Id = "", Url = url, Duration = task.Text("duration") ?? "" }]
            : null;
    }

    private static VideoData Video(JsonElement video) => new()
    {
        Id = video.Text("id") ?? "",
        Url = video.Text("url") ?? throw new JsonException("a video in it has no url"),
        WatermarkUrl = video.Text("watermark_url") is { Length: > 0 } marked ? marked : null,
        Duration = video.Text("duration") ?? "",
    };
}
