using OmniReel.Contract.Answers;
using OmniReel.Contract.Films;
using OmniReel.Server.Artifacts;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Http.Videos;

/// <summary>The parts of a task object, the same in answers and in callbacks. The inner status words become the vendor's four here, and nowhere else.</summary>
internal sealed class TaskShape(SignedLinks links)
{
    /// <summary>What a canceled task, which is <c>failed</c> on the wire, says.</summary>
    private const string CanceledMessage = "canceled";

    public static string Id(VideoTask task) => task.Id.ToString();

    public static TaskInfo Info(VideoTask task) => new() { ExternalTaskId = task.ExternalTaskId };

    public static string Message(VideoTask task) => task.Status == VideoTaskStatus.Canceled ? CanceledMessage : task.StatusMessage;

    public static decimal Units(VideoTask task) => task.Status switch
    {
        VideoTaskStatus.Failed or VideoTaskStatus.Canceled => 0,
        _ => task.Result?.Units ?? task.Facts.Units,
    };

    public static string Word(VideoTaskStatus status) => status switch
    {
        VideoTaskStatus.Queued => TaskStatusWords.Submitted,
        VideoTaskStatus.Running => TaskStatusWords.Processing,
        VideoTaskStatus.Succeeded => TaskStatusWords.Succeed,
        _ => TaskStatusWords.Failed,
    };

    /// <summary>The film, with links that begin so and work from now on.</summary>
    public TaskResultData Result(VideoTask task, string linksBegin) =>
        task.Result is { } result ? new TaskResultData { Videos = [Film(result, linksBegin)] } : TaskResultData.None;

    /// <summary>An absolute link to an artifact that works from now on; null for none.</summary>
    public string? Link(string? artifact, string linksBegin) => artifact is null ? null : linksBegin + links.For(artifact);

    private VideoData Film(TaskResult result, string linksBegin) => new()
    {
        Id = result.VideoArtifact,
        Url = linksBegin + links.For(result.VideoArtifact),
        WatermarkUrl = Link(result.WatermarkedArtifact, linksBegin),
        Duration = FilmLength.WireDuration(result.Frames),
    };
}
