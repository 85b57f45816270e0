using OmniReel.Contract.Answers;

namespace OmniReel.Console.Tests.Tasks;

/// <summary>Task objects as the API answers them.</summary>
internal static class Films
{
    public static TaskData Of(string id, string status = "succeeded", string? title = null, string kind = "text-to-video", long at = 1000, int? progress = null, int? before = null) => new()
    {
        TaskId = id,
        TaskStatus = status switch { "queued" => TaskStatusWords.Submitted, "running" => TaskStatusWords.Processing, "succeeded" => TaskStatusWords.Succeed, _ => TaskStatusWords.Failed },
        TaskInfo = new TaskInfo(),
        TaskResult = status == "succeeded" ? new TaskResultData { Videos = [new VideoData { Id = "film", Url = "http://localhost/files/film", Duration = "5.041" }] } : TaskResultData.None,
        WatermarkInfo = new WatermarkInfo { Enabled = false },
        FinalUnitDeduction = "3",
        CreatedAt = at,
        UpdatedAt = at,
        OmniReel = new OmniReelData { Status = status, Kind = kind, Title = title, Progress = progress, QueuePosition = before },
    };
}
