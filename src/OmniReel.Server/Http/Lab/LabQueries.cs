using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using OmniReel.Contract.Answers;
using OmniReel.Server.Http.Answers;
using OmniReel.Server.Lab.Rooms;
using OmniReel.Server.Lab.Scenarios;

namespace OmniReel.Server.Http.Lab;

/// <summary>Answers to GET of a task as an upstream gives them whose replicas do not agree.</summary>
internal sealed class LabQueries(LabRooms rooms)
{
    /// <summary>Answers, and notes the fault that was met.</summary>
    public async Task AnswerAsync(HttpContext context, LabNote note, RequestDelegate next)
    {
        var answer = await KeptAnswer.OfAsync(context, next);
        if (TaskIn(context, answer) is not { } data || Known(data) is not { } task)
        {
            await KeptAnswer.SendAsync(context, answer);
            return;
        }

        if (task.Order("not-yet-visible") is { } hidden && task.Count(hidden.Id) < hidden.Number("answers"))
        {
            note.Fault = hidden.Id;
            context.Response.Headers.Remove("X-OmniReel-Engine");
            await AnswerWriter.ErrorAsync(context, ApiErrors.TaskNotFound);
            return;
        }

        note.Fault = Regress(task, data) ?? EmptyResult(task, data);
        await KeptAnswer.SendAsync(context, note.Fault is null ? answer : Written(data.Root));
    }

    private LabTask? Known(JsonObject data) =>
        long.TryParse((string?)data["task_id"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? rooms.Find(id) : null;

    private static string? Regress(LabTask task, JsonObject data)
    {
        // Told once, it falls back; told again, it stays.
        if (task.Order("regress") is not { } order || (string?)data["task_status"] != order.Word("after")) return null;
        var before = task.Count(order.Id);
        if (before < 1 || before > order.Number("answers")) return null;
        var to = order.Word("to");
        data["task_status"] = to;
        if (data["omnireel"] is JsonObject own) own["status"] = to == TaskStatusWords.Submitted ? "queued" : "running";
        WithoutFilm(data);
        return order.Id;
    }

    private static string? EmptyResult(LabTask task, JsonObject data)
    {
        if (task.Order("result-late") is not { } order || (string?)data["task_status"] != TaskStatusWords.Succeed) return null;
        if (task.Count(order.Id) >= order.Number("answers")) return null;
        WithoutFilm(data);
        return order.Id;
    }

    private static void WithoutFilm(JsonObject data)
    {
        if (data["task_result"] is JsonObject result && result.ContainsKey("videos")) result["videos"] = new JsonArray();
    }

    private static JsonObject? TaskIn(HttpContext context, byte[] answer)
    {
        if (context.Response.StatusCode != StatusCodes.Status200OK || answer.Length == 0) return null;
        return JsonNode.Parse(answer)?["data"] as JsonObject;
    }

    private static byte[] Written(JsonNode answer)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, WireJson.Options)) answer.WriteTo(writer);
        return buffer.WrittenSpan.ToArray();
    }
}
