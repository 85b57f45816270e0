using System.Text.Json;
using OmniReel.Contract.Answers;
using OmniReel.Contract.Films;
using OmniReel.Contract.Pricing;
using OmniReel.Server.Lab.FakeUpstream.Books;

namespace OmniReel.Server.Lab.FakeUpstream.Wire;

/// <summary>How a task is shown: the truth, or what a fault makes of it.</summary>
/// <param name="Status">The word.</param>
/// <param name="Url">Where its film is; null where none is shown.</param>
internal readonly record struct TaskView(string Status, string? Url);

/// <summary>The vendor's JSON of tasks and elements.</summary>
internal static class TaskJson
{
    private static readonly decimal s_unitPrice = PriceTable.Default.UnitPrice;

    /// <summary><c>data</c> of a create.</summary>
    public static byte[] Created(FakeTask task) => FakeAnswer.Written(json =>
    {
        json.WriteString("task_id", task.Id);
        Info(json, task.Reference);
        json.WriteString("task_status", TaskStatusWords.Submitted);
        json.WriteNumber("created_at", task.CreatedAt);
        json.WriteNumber("updated_at", task.CreatedAt);
    });

    /// <summary>The task object. A callback's has no word of a watermark.</summary>
    public static byte[] Task(FakeTask task, TaskView view, bool callback = false) => FakeAnswer.Written(json =>
    {
        var failed = view.Status == TaskStatusWords.Failed;
        var units = failed ? 0 : task.Units;
        json.WriteString("task_id", task.Id);
        json.WriteString("task_status", view.Status);
        json.WriteString("task_status_msg", failed ? task.Order.Failure ?? "" : "");
        Info(json, task.Reference);
        json.WriteStartObject("task_result");
        if (view.Url is { } url) Film(json, task, url, callback);
        json.WriteEndObject();
        if (!callback)
        {
            json.WriteStartObject("watermark_info");
            json.WriteBoolean("enabled", task.Order.Watermark);
            json.WriteEndObject();
        }

        json.WriteString("final_unit_deduction", Amounts.Wire(units));
        json.WriteStartObject("final_balance_deduction");
        json.WriteString("quota", "0");
        json.WriteString("list_price", Amounts.Wire(units * s_unitPrice));
        json.WriteEndObject();
        json.WriteNumber("created_at", task.CreatedAt);
        json.WriteNumber("updated_at", task.UpdatedAt(view.Status));
    });

    /// <summary>The object of a task that makes an element.</summary>
    public static byte[] Element(ElementTask task, long now) => FakeAnswer.Written(json =>
    {
        var isMade = now >= task.Element.EndsAt;
        json.WriteString("task_id", task.TaskId);
        json.WriteString("task_status", isMade ? TaskStatusWords.Succeed : TaskStatusWords.Submitted);
        json.WriteString("task_status_msg", "");
        Info(json, task.Reference);
        json.WriteStartObject("task_result");
        if (isMade)
        {
            json.WriteStartArray("elements");
            Element(json, task);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteString("final_unit_deduction", "0");
        json.WriteNumber("created_at", task.CreatedAt);
        json.WriteNumber("updated_at", isMade ? task.Element.EndsAt : task.CreatedAt);
    });

    /// <summary>A JSON array of objects that are written already.</summary>
    public static byte[] List(IEnumerable<byte[]> objects)
    {
        var all = new List<byte> { (byte)'[' };
        foreach (var one in objects)
        {
            if (all.Count > 1) all.Add((byte)',');
            all.AddRange(one);
        }

        all.Add((byte)']');
        return [.. all];
    }

    private static void Info(Utf8JsonWriter json, string reference)
    {
        json.WriteStartObject("task_info");
        if (reference.Length > 0) json.WriteString("external_task_id", reference);
        json.WriteEndObject();
    }

    private static void Film(Utf8JsonWriter json, FakeTask task, string url, bool callback)
    {
        json.WriteStartArray("videos");
        json.WriteStartObject();
        json.WriteString("id", $"v{task.Id}");
        json.WriteString("url", url);
        if (task.Order.Watermark && !callback) json.WriteString("watermark_url", url.Replace("/film.mp4", "/marked.mp4", StringComparison.Ordinal));
        json.WriteString("duration", FilmLength.WireDuration(task.Order.Film.Frames));
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Element(Utf8JsonWriter json, ElementTask task)
    {
        var element = task.Element;
        json.WriteStartObject();
        json.WriteNumber("element_id", element.ElementId);
        json.WriteString("element_name", element.Name);
        json.WriteString("element_description", element.Description);
        json.WriteString("reference_type", Contract.Requests.WireNames.WireName(element.ElementKind));
        if (element.Images.Count > 0)
        {
            json.WriteStartObject("element_image_list");
            json.WriteString("frontal_image", element.Images[0]);
            Each(json, "refer_images", element.Images.Skip(1), "image_url");
            json.WriteEndObject();
        }

        if (element.VideoUrl is { } video)
        {
            json.WriteStartObject("element_video_list");
            Each(json, "refer_videos", [video], "video_url");
            json.WriteEndObject();
        }

        if (element.VoiceId is { } voice)
        {
            json.WriteStartObject("element_voice_info");
            json.WriteString("voice_id", voice);
            json.WriteEndObject();
        }

        Each(json, "tag_list", element.Tags, "tag_id");
        json.WriteString("owned_by", task.CreatedAt == 0 ? "kling" : "fake-upstream");
        json.WriteString("status", task.IsDeleted ? "deleted" : TaskStatusWords.Succeed);
        json.WriteEndObject();
    }

    private static void Each(Utf8JsonWriter json, string list, IEnumerable<string> values, string name)
    {
        json.WriteStartArray(list);
        foreach (var value in values)
        {
            json.WriteStartObject();
            json.WriteString(name, value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
