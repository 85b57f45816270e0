using System.Text.RegularExpressions;
using OmniReel.Console.Words;
using OmniReel.Contract.Answers;

namespace OmniReel.Console.Callbacks;

/// <summary>What a callback tells of, and how its receiver took it, in words.</summary>
public static partial class DeliveryWords
{
    /// <summary>The change that is told of: a status as the wire has it.</summary>
    public static string Event(this Speech speech, string status) => status switch
    {
        TaskStatusWords.Submitted => speech["Submitted", "已提交"],
        TaskStatusWords.Processing => speech["Started", "开始制作"],
        TaskStatusWords.Succeed => speech["Finished", "完成"],
        TaskStatusWords.Failed => speech["Failed", "失败"],
        _ => status,
    };

    /// <summary>So many attempts.</summary>
    public static string Attempts(this Speech speech, int count) => speech[count == 1 ? "1 attempt" : $"{count} attempts", $"{count} 次尝试"];

    /// <summary>How an attempt ended: <c>HTTP 200</c>; of one that failed, why.</summary>
    public static string Outcome(this Speech speech, AttemptData attempt) => attempt switch
    {
        { Delivered: true, Status: { } status } => $"HTTP {status}",
        { Status: 410 } => speech["HTTP 410: it wants no more callbacks", "HTTP 410：接收方不再接收回调"],
        { Status: { } status and >= 300 and < 400 } => speech[$"HTTP {status}: redirects are not followed", $"HTTP {status}：不跟随重定向"],
        { Status: { } status } when attempt.Reason.StartsWith("answered ", StringComparison.Ordinal) => $"HTTP {status}",
        { Status: { } status } => $"HTTP {status}{speech[": ", "："]}{speech.Reason(attempt.Reason)}",
        _ => speech.Reason(attempt.Reason),
    };

    // The server keeps one line, in English; those that it writes are known here.
    private static string Reason(this Speech speech, string reason) => reason switch
    {
        "no connection, or no answer that is HTTP" => speech["No connection, or no answer in HTTP", "无法连接，或应答不是 HTTP"],
        "the answer broke off" => speech["The answer broke off", "应答中断"],
        "the attempt broke on our side" => speech["The attempt failed inside the server", "服务内部错误，未能发送"],
        _ when NoAnswer().Match(reason) is { Success: true } late => speech[$"No complete answer within {late.Groups[1].Value} s", $"{late.Groups[1].Value} 秒内没有完整应答"],
        _ when reason.StartsWith("the URL ", StringComparison.Ordinal) => speech[$"T{reason.AsSpan(1)}", $"地址不可用：{reason.AsSpan("the URL ".Length)}"],
        _ => reason,
    };

    [GeneratedRegex("^no whole answer within ([0-9]+) s$")]
    private static partial Regex NoAnswer();
}
