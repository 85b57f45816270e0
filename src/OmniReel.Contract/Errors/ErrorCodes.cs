using System.Collections.Frozen;
using OmniReel.Contract.Requests;

namespace OmniReel.Contract.Errors;

/// <summary>What is known about one code.</summary>
/// <param name="Code">The code of the envelope.</param>
/// <param name="HttpStatus">The HTTP status it travels with; a few answers have another (413 and 415 for a body, 503 when full).</param>
/// <param name="Meaning">One line of English, for a message where nothing better is known.</param>
/// <param name="MeaningZh">The same in Chinese.</param>
/// <param name="WaitingHelps">Whether the same request may succeed later, so that <c>Retry-After</c> makes sense.</param>
public sealed record ErrorEntry(ErrorCode Code, int HttpStatus, string Meaning, string MeaningZh, bool WaitingHelps);

/// <summary>The table of codes.</summary>
public static class ErrorCodes
{
    /// <summary>Every code, ascending.</summary>
    public static IReadOnlyList<ErrorEntry> All { get; } =
    [
        new(ErrorCode.Ok, 200, "Success.", "成功。", false),
        new(ErrorCode.AuthenticationFailed, 401, "Authentication failed; check the Authorization header.", "身份验证失败；请检查 Authorization 头。", false),
        new(ErrorCode.AuthorizationMissing, 401, "The Authorization header is missing; send Bearer and a key.", "缺少 Authorization 头；请发送 Bearer 加密钥。", false),
        new(ErrorCode.AuthorizationInvalid, 401, "The Authorization header holds no valid key.", "Authorization 头中的密钥无效。", false),
        new(ErrorCode.NotYetValid, 401, "The token is not valid yet; check the clock or sign it again.", "令牌尚未生效；请检查时钟或重新签发。", true),
        new(ErrorCode.Expired, 401, "The token has expired; sign a new one.", "令牌已过期；请重新签发。", false),
        new(ErrorCode.AccountAbnormal, 429, "The account is in an abnormal state.", "账户状态异常。", false),
        new(ErrorCode.AccountInArrears, 429, "The account is in arrears.", "账户欠费。", false),
        new(ErrorCode.OutOfBudget, 429, "The budget is used up.", "额度已用完。", false),
        new(ErrorCode.Forbidden, 403, "This key has no right to the resource.", "此密钥无权访问该资源。", false),
        new(ErrorCode.BadParameters, 400, "The request's parameters are wrong.", "请求参数有误。", false),
        new(ErrorCode.BadValue, 400, "A field or its value is wrong.", "字段或其取值有误。", false),
        new(ErrorCode.WrongMethod, 404, "This path does not take that HTTP method.", "此路径不支持该 HTTP 方法。", false),
        new(ErrorCode.NotFound, 404, "There is nothing at this path.", "此路径不存在。", false),
        new(ErrorCode.PlatformPolicy, 400, "Refused by a policy of the platform.", "因平台策略被拒绝。", false),
        new(ErrorCode.ContentSafety, 400, "Refused by content safety; change the input.", "因内容安全被拒绝；请修改输入。", false),
        new(ErrorCode.TooFast, 429, "Too many requests; slow down.", "请求过快；请放慢。", true),
        new(ErrorCode.OverConcurrency, 429, "Too many tasks at once; wait for one to end.", "并发任务过多；请等待其中之一结束。", true),
        new(ErrorCode.AddressNotAllowed, 429, "This address is not on the allow-list.", "此地址不在白名单中。", false),
        new(ErrorCode.Internal, 500, "The server is at fault; try again later.", "服务器出错；请稍后重试。", true),
        new(ErrorCode.Unavailable, 503, "The server is not available; try again later.", "服务暂不可用；请稍后重试。", true),
        new(ErrorCode.InternalTimeout, 504, "The server ran out of time; try again later.", "服务器超时；请稍后重试。", true),
    ];

    private static readonly FrozenDictionary<ErrorCode, ErrorEntry> ByCode = All.ToFrozenDictionary(entry => entry.Code);

    /// <summary>The entry of a code.</summary>
    public static ErrorEntry Entry(this ErrorCode code) => ByCode[code];

    /// <summary>The HTTP status that a code travels with.</summary>
    public static int HttpStatus(this ErrorCode code) => ByCode[code].HttpStatus;

    /// <summary>The code's meaning in a language.</summary>
    public static string Meaning(this ErrorCode code, Language language) =>
        language == Language.Chinese ? ByCode[code].MeaningZh : ByCode[code].Meaning;
}
