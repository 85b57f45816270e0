using System.Globalization;
using System.Text.Json;
using OmniReel.Contract.Answers;
using OmniReel.Contract.Films;
using OmniReel.Contract.Pricing;
using OmniReel.Server.Lab.FakeUpstream.Books;

namespace OmniReel.Server.Lab.FakeUpstream.Wire;

/// <summary>Answers about films in a form.</summary>
internal static class TaskAnswers
{
    /// <summary>The answer to a create.</summary>
    public static FakeAnswer Created(FakeTask task, AnswerForm form) => form switch
    {
        AnswerForm.Flat or AnswerForm.Compact => new(200, FakeAnswer.Written(json =>
        {
            json.WriteNumber("code", 0);
            json.WriteString("message", "");
            json.WriteString("task_id", task.Id);
        })),
        AnswerForm.OpenAi => new(200, FakeAnswer.Written(json => OpenAi(json, task, "queued", 0))),
        _ => FakeAnswer.Success(TaskJson.Created(task)),
    };

    /// <summary>The answer to a question about one film.</summary>
    /// <param name="task">Which.</param>
    /// <param name="form">The form.</param>
    /// <param name="view">How it is shown.</param>
    /// <param name="vendor">The vendor's object of it.</param>
    /// <param name="percent">How far it is.</param>
    public static FakeAnswer Shown(FakeTask task, AnswerForm form, TaskView view, byte[] vendor, int percent) => form switch
    {
        AnswerForm.OpenAi => new(200, FakeAnswer.Written(json =>
        {
            OpenAi(json, task, Word(view.Status, "queued", "in_progress", "completed", "failed"), percent);
            if (view.Status == TaskStatusWords.Succeed) json.WriteNumber("completed_at", task.EndsAt / 1000);
            json.WriteString("seconds", $"{task.Order.Film.Seconds}");
            if (view.Url is { } url)
            {
                json.WriteStartObject("metadata");
                json.WriteString("url", url);
                json.WriteEndObject();
            }

            if (view.Status == TaskStatusWords.Failed)
            {
                json.WriteStartObject("error");
                json.WriteString("message", task.Order.Failure ?? "");
                json.WriteString("code", "fail_to_fetch_task");
                json.WriteEndObject();
            }
        })),
        AnswerForm.Wrapped => Wrapped(task, view, percent, vendor),
        AnswerForm.Deep => Wrapped(task, view, percent, FakeAnswer.Success(vendor).Body),
        AnswerForm.Compact => new(200, FakeAnswer.Written(json =>
        {
            json.WriteString("task_id", task.Id);
            json.WriteString("status", Word(view.Status, "SUBMITTED", "IN_PROGRESS", "SUCCESS", "FAILURE"));
            json.WriteString("video_url", view.Url ?? "");
            json.WriteNumber("duration", decimal.Parse(FilmLength.WireDuration(task.Order.Film.Frames), CultureInfo.InvariantCulture));
            json.WriteString("model", task.Order.Model);
            json.WriteString("cost", Amounts.Wire(view.Status == TaskStatusWords.Failed ? 0 : task.Units));
            if (view.Status == TaskStatusWords.Failed) json.WriteString("fail_reason", task.Order.Failure ?? "");
            json.WriteString("request_id", Guid.NewGuid().ToString());
        })),
        _ => FakeAnswer.Success(vendor),
    };

    private static FakeAnswer Wrapped(FakeTask task, TaskView view, int percent, byte[] inner) => new(200, FakeAnswer.Written(json =>
    {
        json.WriteString("code", "success");
        json.WriteString("message", "");
        json.WriteStartObject("data");
        json.WriteString("task_id", task.Id);
        json.WriteString("action", "OMNI_VIDEO");
        json.WriteString("status", Word(view.Status, "SUBMITTED", "IN_PROGRESS", "SUCCESS", "FAILURE"));
        json.WriteString("fail_reason", view.Status == TaskStatusWords.Failed ? task.Order.Failure ?? "" : "");
        json.WriteNumber("submit_time", task.CreatedAt / 1000);
        json.WriteString("progress", $"{percent}%");
        json.WritePropertyName("data");
        json.WriteRawValue(inner, skipInputValidation: true);
        json.WriteEndObject();
    }));

    private static void OpenAi(Utf8JsonWriter json, FakeTask task, string status, int percent)
    {
        json.WriteString("id", task.Id);
        json.WriteString("task_id", task.Id);
        json.WriteString("object", "video");
        json.WriteString("model", task.Order.Model);
        json.WriteString("status", status);
        json.WriteNumber("progress", percent);
        json.WriteNumber("created_at", task.CreatedAt / 1000);
    }

    /// <summary>A status in a relay's words; one that no document has stays as it is.</summary>
    private static string Word(string status, string submitted, string processing, string succeed, string failed) => status switch
    {
        TaskStatusWords.Submitted => submitted,
        TaskStatusWords.Processing => processing,
        TaskStatusWords.Succeed => succeed,
        TaskStatusWords.Failed => failed,
        _ => status,
    };
}
