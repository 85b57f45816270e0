using OmniReel.Contract.Errors;
using OmniReel.Server.Http.Answers;

namespace OmniReel.Server.Http.Console;

/// <summary>What can be wrong with a request that comes by a session.</summary>
internal static class SessionErrors
{
    public static readonly ApiError Over = new(ErrorCode.Expired,
        "This session has ended, or belongs to another server; sign in again.",
        "登录已失效，或属于另一个服务；请重新登录。");

    public static readonly ApiError Foreign = new(ErrorCode.Forbidden,
        "A session is for the console's own pages; other callers send \"Authorization: Bearer KEY\".",
        "登录会话仅供控制台自身页面使用；其他调用请携带 \"Authorization: Bearer 密钥\"。");

    public static readonly ApiError NoCsrf = new(ErrorCode.Forbidden,
        $"{ConsoleDoor.CsrfHeader}: what GET /console/session tells must come with every request of a session that changes something.",
        $"{ConsoleDoor.CsrfHeader}：会话中的修改类请求须携带 GET /console/session 返回的令牌。");

    /// <summary>Too many keys were tried.</summary>
    public static ApiError TooMany(int seconds) => new(ErrorCode.TooFast,
        $"Too many keys were tried from this address; try again in {seconds} s.",
        $"来自该地址的尝试过多，请在 {seconds} 秒后重试。") { RetryAfter = seconds };
}
