using Microsoft.AspNetCore.Http;
using OmniReel.Contract.Answers;
using OmniReel.Contract.Pricing;
using OmniReel.Contract.Requests;
using OmniReel.Server.Http.Answers;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Http.Videos;

/// <summary>Turns a task into what the wire shows.</summary>
internal sealed class TaskView(ITaskStore store, ITaskFeed feed, IForecast forecast, TaskShape shape, LinkBase linkBase)
{
    /// <summary>What the links of one answer begin with.</summary>
    public string LinksOf(HttpContext context) => linkBase.For(context);

    /// <summary>Answers a request with one task.</summary>
    public async Task AnswerAsync(HttpContext context, VideoTask task)
    {
        context.Response.Headers["X-OmniReel-Engine"] = task.Engine;
        var position = await PositionAsync(task, context.RequestAborted);
        await AnswerWriter.OkAsync(context, Show(task, LinksOf(context), position), WireContext.Default.TaskData);
    }

    /// <summary>Tasks in front of a queued one; null for any other.</summary>
    public ValueTask<int?> PositionAsync(VideoTask task, CancellationToken cancellation) =>
        task.Status == VideoTaskStatus.Queued ? store.QueuePositionAsync(task, cancellation) : new((int?)null);

    /// <summary>The answer to a create: the task as it was accepted, whatever has become of it since.</summary>
    public static CreatedData Created(VideoTask task) => new()
    {
        TaskId = TaskShape.Id(task),
        TaskInfo = TaskShape.Info(task),
        TaskStatus = TaskStatusWords.Submitted,
        CreatedAt = task.CreatedAt,
        UpdatedAt = task.CreatedAt,
    };

    /// <summary>The task object of a snapshot from the store, with what is true at this moment only: its progress and its place in the queue.</summary>
    public async ValueTask<TaskData> ShowNowAsync(VideoTask task, string linksBegin, CancellationToken cancellation)
    {
        var live = feed.WithLiveProgress(task);
        return Show(live, linksBegin, await PositionAsync(live, cancellation));
    }

    /// <summary>The task object.</summary>
    public TaskData Show(VideoTask task, string linksBegin, int? position) => new()
    {
        TaskId = TaskShape.Id(task),
        TaskStatus = TaskShape.Word(task.Status),
        TaskStatusMsg = TaskShape.Message(task),
        TaskInfo = TaskShape.Info(task),
        TaskResult = shape.Result(task, linksBegin),
        WatermarkInfo = new WatermarkInfo { Enabled = task.Facts.Watermark },
        FinalUnitDeduction = Amounts.Wire(TaskShape.Units(task)),
        CreatedAt = task.CreatedAt,
        UpdatedAt = task.UpdatedAt,
        OmniReel = new OmniReelData
        {
            Plan = task.Result?.PlanJson,
            NotUnderstood = task.Result?.NotUnderstood is { Count: > 0 } lost ? lost : null,
            Ignored = task.Facts.IgnoredFields is { Count: > 0 } ignored ? ignored : null,
            Engine = task.Engine,
            Attempts = task.Attempts,
            QueuePosition = position,
            EtaMs = forecast.EtaMs(task, position),
            Status = InnerWord(task.Status),
            Progress = task.IsTerminal ? null : task.Progress,
            Kind = task.Facts.Kind.Input.WireName(),
            PosterUrl = shape.Link(task.Result?.PosterArtifact, linksBegin),
            StripUrl = shape.Link(task.Result?.StripArtifact, linksBegin),
            StoryboardUrl = shape.Link(task.Result?.StoryboardArtifact, linksBegin),
            Cached = task.Result is { IsCached: true } ? true : null,
        },
    };

    /// <summary>One event of the task's stream.</summary>
    public async ValueTask<TaskEventData> EventAsync(VideoTask task, CancellationToken cancellation)
    {
        var live = feed.WithLiveProgress(task);
        var position = await PositionAsync(live, cancellation);
        return new TaskEventData
        {
            TaskId = TaskShape.Id(live),
            TaskStatus = TaskShape.Word(live.Status),
            TaskStatusMsg = TaskShape.Message(live),
            Progress = live.Progress,
            QueuePosition = position,
            EtaMs = forecast.EtaMs(live, position),
        };
    }

    private static string InnerWord(VideoTaskStatus status) => status switch
    {
        VideoTaskStatus.Queued => "queued",
        VideoTaskStatus.Running => "running",
        VideoTaskStatus.Succeeded => "succeeded",
        VideoTaskStatus.Failed => "failed",
        _ => "canceled",
    };
}
