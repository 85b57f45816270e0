using OmniReel.Client;
using OmniReel.Console.Words;

namespace OmniReel.Console.Api;

/// <summary>Something went wrong, as a person is told of it.</summary>
/// <param name="Title">In a few words.</param>
/// <param name="Detail">What the server said, or what may help.</param>
/// <param name="RequestId">What the server's log knows it by; empty where the server was not reached.</param>
/// <param name="IsAway">The server did not answer at all.</param>
public sealed record Trouble(string Title, string Detail, string RequestId, bool IsAway)
{
    /// <summary>Null for what is no trouble: the page was left, or the session is over and the sign-in says so.</summary>
    public static Trouble? Of(Exception exception, Speech speech) => exception switch
    {
        RefusedException { Status: 401 } or OmniReelException { Status: 401 } => null,
        RefusedException refused => new(TitleOf(refused.Status, speech), refused.Message, refused.RequestId, false),
        OmniReelException refused => new(TitleOf(refused.Status, speech), refused.ServerMessage, refused.RequestId, false),
        TimeoutException => new(speech["The server is slow", "服务响应过慢"], speech["It did not answer in time. Try again.", "未能按时响应，请重试。"], "", true),
        HttpRequestException or IOException => new(
            speech["The server cannot be reached", "无法连接服务"],
            speech["It may be restarting, or this machine is offline. What was accepted is safe on its disk.", "服务可能正在重启，或本机已断网。已接受的任务安全保存在服务的磁盘上。"], "", true),
        OperationCanceledException => null,
        _ => new(speech["Something failed in the console", "控制台出错"], exception.Message, "", false),
    };

    private static string TitleOf(int status, Speech speech) => status switch
    {
        >= 500 => speech["The server has trouble", "服务出现问题"],
        429 => speech["Too fast", "请求过快"],
        403 => speech["Not allowed", "不允许"],
        404 => speech["Not found", "未找到"],
        _ => speech["The server said no", "服务拒绝了请求"],
    };
}
