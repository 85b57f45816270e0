using System.Text.Json;
using OmniReel.Contract.Answers;

namespace OmniReel.Client.Reading;

/// <summary>
/// Where in an answer a task stands. The vendor's is <c>data</c>; relays put theirs around it, once or twice, or write one flat object of
/// their own.
/// </summary>
/// <param name="Task">The innermost object that has a status.</param>
/// <param name="Outer">The outermost that has an id: queries must name that id.</param>
internal readonly record struct TaskPlace(JsonElement Task, JsonElement Outer)
{
    private const int Deepest = 6;

    /// <exception cref="JsonException">There is none.</exception>
    public static TaskPlace In(JsonElement answer)
    {
        JsonElement? outer = null, task = null;
        var at = answer;
        for (var depth = 0; depth < Deepest; depth++)
        {
            if (IdOf(at) is not null)
            {
                outer ??= at;
                if (at.Part("task_status") is not null || task is null)
                    task = at;
            }

            if (at.Object("data") is not { } inner)
                break;
            at = inner;
        }

        return outer is { } found ? new TaskPlace(task ?? found, found) : throw new JsonException("it has no task_id");
    }

    public string Id => IdOf(Outer)!;

    /// <summary>One of <see cref="TaskStatusWords"/>, or the server's own word where nobody knows it. A relay that gave up says so outside.</summary>
    public string Status
    {
        get
        {
            var inside = Word(Task.Text("task_status") ?? Task.Text("status"));
            var outside = Word(Outer.Text("task_status") ?? Outer.Text("status"));
            return !TaskStatusWords.IsTerminal(inside) && TaskStatusWords.IsTerminal(outside) ? outside : inside;
        }
    }

    /// <summary>0 to 100; null where the server does not say.</summary>
    public int? Progress => Outer.Text("progress")?.TrimEnd('%') is { } said && int.TryParse(said, out var percent) ? Math.Clamp(percent, 0, 100) : null;

    private static string? IdOf(JsonElement at) => at.Text("task_id") is { Length: > 0 } id ? id : at.Part("status") is not null && at.Text("id") is { Length: > 0 } other ? other : null;

    private static string Word(string? status) => status?.ToUpperInvariant() switch
    {
        null or "" or "SUBMITTED" or "QUEUED" or "NOT_START" or "PENDING" => TaskStatusWords.Submitted,
        "PROCESSING" or "IN_PROGRESS" or "RUNNING" => TaskStatusWords.Processing,
        "SUCCEED" or "SUCCESS" or "SUCCEEDED" or "COMPLETED" => TaskStatusWords.Succeed,
        "FAILED" or "FAILURE" or "FAIL" or "ERROR" => TaskStatusWords.Failed,
        _ => status,
    };
}
