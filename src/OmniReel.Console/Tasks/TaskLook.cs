using System.Globalization;
using OmniReel.Console.Words;
using OmniReel.Contract.Answers;

namespace OmniReel.Console.Tasks;

/// <summary>What a person reads of a task.</summary>
public static class TaskLook
{
    /// <summary>The status in the product's words, which tell a canceled task from a failed one.</summary>
    public static string Inner(this TaskData task) => task.OmniReel?.Status ?? task.TaskStatus switch
    {
        TaskStatusWords.Submitted => "queued",
        TaskStatusWords.Processing => "running",
        TaskStatusWords.Succeed => "succeeded",
        _ => "failed",
    };

    /// <summary>It may still change.</summary>
    public static bool IsActive(this TaskData task) => !TaskStatusWords.IsTerminal(task.TaskStatus);

    /// <summary>The film, once there is one.</summary>
    public static VideoData? Film(this TaskData task) => task.TaskResult.Videos is [var film, ..] ? film : null;

    /// <summary>A status as a word.</summary>
    public static string Status(this Speech speech, string inner) => inner switch
    {
        "queued" => speech["Waiting", "排队中"],
        "running" => speech["Being made", "制作中"],
        "succeeded" => speech["Done", "已完成"],
        "canceled" => speech["Canceled", "已取消"],
        _ => speech["Failed", "失败"],
    };

    /// <summary>The class of a status' chip.</summary>
    public static string Tone(string inner) => inner switch
    {
        "queued" => "wait",
        "running" => "work",
        "succeeded" => "good",
        "canceled" => "gone",
        _ => "bad",
    };

    /// <summary>What a film is made from, as a word.</summary>
    public static string Kind(this Speech speech, string? kind) => kind switch
    {
        "text-to-video" => speech["From text", "文生视频"],
        "reference" => speech["From references", "参考生视频"],
        "first-frame" => speech["From a first frame", "首帧生视频"],
        "first-and-end-frame" => speech["From first and end frames", "首尾帧生视频"],
        "video-feature" => speech["Guided by a film", "视频参考"],
        "video-edit" => speech["Edit of a film", "视频编辑"],
        null => "",
        _ => kind,
    };

    /// <summary>Every kind there is.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["text-to-video", "reference", "first-frame", "first-and-end-frame", "video-feature", "video-edit"];

    /// <summary>A title for a task: how its prompt begins, or its own name, or its id.</summary>
    public static string Title(this Speech speech, TaskData task) => task.OmniReel?.Title is { Length: > 0 } title ? Capital(speech.Readable(title)) : task.TaskInfo.ExternalTaskId ?? task.TaskId;

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>An engine's name: of the one that is in the server, a word.</summary>
    public static string Engine(this Speech speech, string? engine) => engine is "embedded" ? speech["Built-in", "内置"] : engine ?? "–";

    /// <summary>A film's length: <c>5 s</c>.</summary>
    public static string Length(this Speech speech, VideoData film) =>
        decimal.TryParse(film.Duration, NumberStyles.Number, CultureInfo.InvariantCulture, out var seconds) ? speech[$"{seconds:0.#} s", $"{seconds:0.#} 秒"] : film.Duration;

    /// <summary>What it costs, or will.</summary>
    public static string Units(this Speech speech, TaskData task) => speech[$"{task.FinalUnitDeduction} units", $"{task.FinalUnitDeduction} 积分"];
}
