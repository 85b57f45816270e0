using Microsoft.AspNetCore.Http;
using OmniReel.Server.Artifacts;
using OmniReel.Server.Http.Answers;
using OmniReel.Server.Lab.Faults;
using OmniReel.Server.Lab.Rooms;
using OmniReel.Server.Lab.Scenarios;

namespace OmniReel.Server.Http.Lab;

/// <summary>Downloads of a task's files as was ordered for the task.</summary>
internal sealed class LabDownloads(LabLinks links, SignedLinks signed, TimeProvider time)
{
    private static readonly string[] s_faults = ["link-gone", "link-truncated", "link-wrong-length", "link-slow"];

    // What was written goes out before the line is cut.
    private static readonly TimeSpan s_beforeTheCut = TimeSpan.FromMilliseconds(20);

    /// <summary>The test of the file that a request is for; null for a file that is no task's, and for a link that is not ours.</summary>
    public LabRoom? RoomOf(HttpContext context) => TaskOf(context)?.Room;

    /// <summary>Answers, and notes the fault that was met.</summary>
    public async Task RunAsync(HttpContext context, LabNote note, RequestDelegate next)
    {
        if (TaskOf(context) is not { } task || Turn(task) is not { } order)
        {
            await next(context);
            return;
        }

        if (order.Id == "link-gone")
        {
            note.Fault = order.Id;
            await AnswerWriter.ErrorAsync(context, ApiErrors.FileGone);
            return;
        }

        var file = await KeptAnswer.OfAsync(context, next);
        var isFile = context.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status206PartialContent && HttpMethods.IsGet(context.Request.Method);
        note.Fault = isFile ? order.Id : null;
        if (isFile) await SpoilAsync(context, note, file, order);
        else await KeptAnswer.SendAsync(context, file);
    }

    private async Task SpoilAsync(HttpContext context, LabNote note, byte[] file, LabOrder order)
    {
        switch (order.Id)
        {
            case "link-truncated":
                await KeptAnswer.SendSlowlyAsync(context, file.AsMemory(0, (int)Math.Min(file.Length, order.Number("bytes"))), file.Length, TimeSpan.Zero, time);
                await Task.Delay(s_beforeTheCut, time, context.RequestAborted);
                note.Cut();
                break;
            case "link-wrong-length":
                await KeptAnswer.SendAsync(context, file.AsMemory(0, (int)Math.Max(0, file.Length - order.Number("by"))));
                break;
            default:
                await KeptAnswer.SendSlowlyAsync(context, file, (int)order.Number("bytes"), TimeSpan.FromMilliseconds(order.Number("ms")), time);
                break;
        }
    }

    private static LabOrder? Turn(LabTask task)
    {
        foreach (var id in s_faults)
        {
            if (task.Order(id) is { } order && (!order.Given("first") || task.Count(id) < order.Number("first"))) return order;
        }

        return null;
    }

    private LabTask? TaskOf(HttpContext context)
    {
        var (file, query) = (RawPath.Segment(context, 2), context.Request.Query);
        return signed.Check(file, query["exp"], query["sig"]) == LinkVerdict.Forged ? null : links.TaskOf(file);
    }
}
