namespace OmniReel.Server.Tasks;

/// <summary>What a task's creator reads when the server itself ended the task, in their language ("zh", else English).</summary>
public static class TaskMessages
{
    /// <summary>Its worker went silent too often.</summary>
    public static string Rescued(string language, int times) => language == "zh"
        ? $"处理该任务的进程已失去响应 {times} 次，任务不再重试。请简化请求后重新提交；若仍失败，请联系服务器管理员。"
        : $"The worker of this task went silent {times} times, so it is not tried again. Send a simpler request; if that fails too, tell the server's operator.";

    /// <summary>The server died each time it was at work.</summary>
    public static string TakenUp(string language, int times) => language == "zh"
        ? $"服务器在处理该任务时已意外退出 {times} 次，任务不再重试。请联系服务器管理员。"
        : $"The server died {times} times while it worked on this task, so it is not tried again. Tell the server's operator.";

    /// <summary>The engine broke in a way that is ours to mend.</summary>
    public static string EngineBroke(string language) => language == "zh"
        ? "引擎出错，影片未能生成；这是服务器的问题，不是请求的问题。服务器日志中有详细原因。"
        : "The engine broke and the film was not made; the fault is the server's, not the request's. Its log says why.";

    /// <summary>There is no ffmpeg to encode with.</summary>
    public static string EncoderMissing(string language) => language == "zh"
        ? "服务器上没有可用的 ffmpeg，无法生成影片。请服务器管理员安装 ffmpeg 后重新提交。"
        : "The server has no ffmpeg to make films with. Once its operator has installed ffmpeg, send the request again.";

    /// <summary>The stored body is not readable by this version.</summary>
    public static string BodyUnreadable(string language) => language == "zh"
        ? "当前版本的服务器无法读取该任务保存的请求。请重新提交。"
        : "This version of the server cannot read the stored request of this task. Send it again.";
}
