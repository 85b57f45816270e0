using System.Text.Json;
using OmniReel.Server.Engines.Submits;

namespace OmniReel.Server.Engines.Kling.Wire;

/// <summary>How far an element is at the upstream.</summary>
/// <param name="Standing">As of films; <see cref="UpstreamStatus.Failed"/> also where it was deleted.</param>
/// <param name="TaskId">What it is asked for by; empty where that was not told.</param>
/// <param name="Id">What films name it by; null until it is made.</param>
/// <param name="Told">The upstream's words.</param>
internal sealed record ElementSight(UpstreamStatus Standing, string TaskId = "", string? Id = null, string Told = "");

/// <summary>Reads answers about one element.</summary>
internal static class ElementReading
{
    private const int LongestId = 40;

    public static ElementSight Of(WireAnswer answer)
    {
        if (answer.IsReadable && answer.IsGoodStatus && answer.IsGoodCode)
            return Of(answer.Root);
        return (answer.Status, answer.Code) is (400, RefusalCodes.BadValue) or (404, RefusalCodes.NoResource) && answer.IsReadable
            ? new ElementSight(UpstreamStatus.Absent, Told: answer.Message)
            : new ElementSight(UpstreamStatus.Unclear, Told: answer.Told);
    }

    private static ElementSight Of(JsonElement root)
    {
        var task = root;
        while (task.Object("data") is { } inner)
            task = inner;
        var id = TaskReading.Id(root) ?? "";
        var status = StatusWords.Of(task.Words("task_status") ?? task.Words("status"));
        if (status == UpstreamStatus.Failed)
            return new ElementSight(UpstreamStatus.Failed, id, Told: task.Words("task_status_msg") ?? "");
        if (status != UpstreamStatus.Succeeded)
            return new ElementSight(status ?? UpstreamStatus.Unclear, id, Told: status is null ? "the answer names no element" : "");

        var element = task.Object("task_result")?.FirstOf("elements");
        if (element?.Words("status") == "deleted")
            return new ElementSight(UpstreamStatus.Failed, id, Told: "it was deleted there");
        return element?.Words("element_id") is { Length: <= LongestId } made && made.All(char.IsAsciiDigit)
            ? new ElementSight(UpstreamStatus.Succeeded, id, made)
            : new ElementSight(UpstreamStatus.Unclear, id, Told: "it is made, and the answer has no id of it");
    }
}
