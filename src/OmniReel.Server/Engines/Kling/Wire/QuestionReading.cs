using System.Text.Json;
using OmniReel.Server.Engines.Submits;

namespace OmniReel.Server.Engines.Kling.Wire;

/// <summary>What answers to questions say: about one task, about one by our reference, about the newest ones.</summary>
internal static class QuestionReading
{
    /// <summary>About a task that was asked for by its id.</summary>
    public static UpstreamReport Poll(WireAnswer answer, string asked)
    {
        var report = Any(answer);
        return report.Status is UpstreamStatus.Absent or UpstreamStatus.TooOften || report.UpstreamId.Length == 0 || report.UpstreamId == asked
            ? report
            : Unclear("the answer is about another task");
    }

    /// <summary>About a task that was asked for by our reference.</summary>
    public static UpstreamSighting Find(WireAnswer answer, string reference)
    {
        var report = Any(answer);
        if (report.Status == UpstreamStatus.Absent)
            return new UpstreamSighting.Absent();
        // An unknown status, or a film without a link, is found all the same: it is there.
        if (report.UpstreamId.Length == 0 || report.Status == UpstreamStatus.TooOften)
            return new UpstreamSighting.Unclear(report.Message);
        if (report.Reference is { } told)
            return told == reference ? new UpstreamSighting.Found(report) : new UpstreamSighting.Unclear("the answer is about a task with another reference");
        // Some answer any question with what was asked.
        return report.UpstreamId == reference
            ? new UpstreamSighting.Unclear("the answer repeats the question and names no task")
            : new UpstreamSighting.Found(report);
    }

    /// <summary>A page of tasks. One that cannot be read spoils the page: it might be ours.</summary>
    public static UpstreamPage Page(WireAnswer answer)
    {
        if (!answer.IsReadable || !answer.IsGoodStatus || !answer.IsGoodCode || List(answer.Root) is not { } list)
            return new UpstreamPage(null, answer.Told);
        var items = new List<UpstreamReport>(list.GetArrayLength());
        foreach (var item in list.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Object || TaskReading.Report(item) is not { UpstreamId.Length: > 0 } report)
                return new UpstreamPage(null, "the list has an item that is no task");
            items.Add(report);
        }

        return new UpstreamPage(items);
    }

    private static JsonElement? List(JsonElement root)
    {
        for (var depth = 0; depth < 4 && root.ValueKind == JsonValueKind.Object && root.TryGetProperty("data", out var data); depth++)
        {
            if (data.ValueKind == JsonValueKind.Array)
                return data;
            root = data;
        }

        return null;
    }

    private static UpstreamReport Any(WireAnswer answer)
    {
        if (answer.IsReadable && answer.IsGoodStatus && answer.IsGoodCode)
            return TaskReading.Report(answer.Root) ?? Unclear("the answer names no task");
        if ((answer.Status, answer.Code) is (400, RefusalCodes.BadValue) or (404, RefusalCodes.NoResource) && answer.IsReadable)
            return new UpstreamReport(UpstreamStatus.Absent) { Message = answer.Message };
        return answer.Code is 1302 or 1303 || (answer.Status == 429 && answer.Code is null)
            ? new UpstreamReport(UpstreamStatus.TooOften) { Message = answer.Told }
            : Unclear(answer.Told);
    }

    private static UpstreamReport Unclear(string why) => new(UpstreamStatus.Unclear) { Message = why };
}
