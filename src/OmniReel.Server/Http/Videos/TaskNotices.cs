using OmniReel.Contract.Answers;
using OmniReel.Contract.Pricing;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Http.Videos;

/// <summary>The body of a callback: the vendor's bare task object. Links begin as the configuration says, else as they did where the task was asked for.</summary>
internal sealed class TaskNotices(TaskShape shape, HttpSettings settings) : ITaskNotices
{
    public TaskNotice Of(VideoTask task)
    {
        var begin = settings.PublicUrl ?? task.Facts.LinksBegin ?? settings.OwnAddress();
        var body = new CallbackBody
        {
            TaskId = TaskShape.Id(task),
            TaskStatus = TaskShape.Word(task.Status),
            TaskStatusMsg = TaskShape.Message(task),
            CreatedAt = task.CreatedAt,
            UpdatedAt = task.UpdatedAt,
            FinalUnitDeduction = Amounts.Wire(TaskShape.Units(task)),
            TaskInfo = TaskShape.Info(task),
            TaskResult = shape.Result(task, begin),
        };
        return new TaskNotice(body.TaskStatus, WireJson.ToUtf8(body, WireContext.Default.CallbackBody));
    }
}
