using OmniReel.Contract.Errors;
using OmniReel.Server.Access;
using OmniReel.Server.Artifacts;
using OmniReel.Server.Http.Bodies;
using OmniReel.Server.Inputs;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Http.Answers;

/// <summary>Everything that can be wrong with a request, or with us, and how it is said on the wire. The only place that maps errors to HTTP.</summary>
internal static class ApiErrors
{
    private static readonly ApiError NoKey = new(ErrorCode.AuthorizationMissing,
        "No key was sent; send the header \"Authorization: Bearer KEY\".",
        "缺少密钥；请携带请求头 \"Authorization: Bearer 密钥\"。");

    private static readonly ApiError WrongKey = new(ErrorCode.AuthorizationInvalid,
        "The key is not valid here; send exactly one header \"Authorization: Bearer KEY\" with the key this server was started with.",
        "密钥无效；请只携带一个请求头 \"Authorization: Bearer 密钥\"，并使用本服务启动时的密钥。");

    private static readonly ApiError Unproven = new(ErrorCode.AuthenticationFailed,
        "The token is not signed with this server's secret key in the name of its access key; check both, and that the secret is used as it is, not decoded.",
        "令牌签名或签发者不正确；请检查 access key 与 secret key，且 secret key 应原样使用，不要解码。");

    private static readonly ApiError BadTimes = new(ErrorCode.AuthorizationInvalid,
        "The token needs an exp, a number of seconds since 1970, at most one hour ahead; a nbf is such a number too.",
        "令牌必须含有 exp（1970 年以来的秒数），且不得晚于一小时之后；nbf 也须为此类数值。");

    private static readonly ApiError TooEarly = new(ErrorCode.NotYetValid,
        "The token is not valid yet (nbf); check the clocks, or sign it again.",
        "令牌尚未生效（nbf）；请检查时钟或重新签发。");

    private static readonly ApiError Expired = new(ErrorCode.Expired,
        "The token has expired (exp); sign a new one.",
        "令牌已过期（exp）；请重新签发。");

    public static readonly ApiError TwoLengths = new(ErrorCode.BadParameters,
        "The request says its length twice, by Content-Length and by Transfer-Encoding; send one of them.",
        "请求同时携带 Content-Length 与 Transfer-Encoding；只能使用其中之一。");

    public static readonly ApiError ChunksInHttp10 = new(ErrorCode.BadParameters,
        "HTTP/1.0 has no Transfer-Encoding; send a Content-Length, or HTTP/1.1.",
        "HTTP/1.0 不支持 Transfer-Encoding；请使用 Content-Length 或 HTTP/1.1。");

    public static readonly ApiError TransferEncoding = new(ErrorCode.BadParameters,
        "The only Transfer-Encoding this server reads is \"chunked\".",
        "本服务只支持 \"chunked\" 传输编码。") { Status = 501 };

    public static readonly ApiError TaskNotFound = new(ErrorCode.BadValue,
        "Task not found by id or external_task_id.",
        "找不到该任务（按任务 id 与 external_task_id 均未找到）。");

    public static readonly ApiError ElementNotFound = new(ErrorCode.BadValue,
        "element_id: there is no such element among your own, or it is deleted already.",
        "element_id：您的主体中没有该主体，或已被删除。") { Field = ("element_id", "element_unknown") };

    public static readonly ApiError ElementIsPreset = new(ErrorCode.BadValue,
        "element_id: this is a preset; only elements of your own can be deleted.",
        "element_id：这是预置主体；只能删除您自己的主体。") { Field = ("element_id", "element_unknown") };

    public static readonly ApiError ElementLate = new(ErrorCode.InternalTimeout,
        "The element is not made yet; it goes on being made, and is among your elements once it is.",
        "主体尚未创建完成；创建仍在继续，完成后可在主体列表中查到。") { RetryAfter = 5 };

    public static readonly ApiError AlreadyEnded = new(ErrorCode.BadValue,
        "The task has ended already; there is nothing to cancel.",
        "任务已经结束，无法取消。");

    public static readonly ApiError PaidAlready = new(ErrorCode.BadValue,
        "The film has been ordered from a company that is paid for it, and the order cannot be taken back: the task goes on and is charged for. Wait for its end, and use the film or leave it.",
        "影片已向付费上游下单，订单无法撤回；任务会继续并照常计费。请等待任务结束，影片可用可弃。");

    public static readonly ApiError IdempotencyKeyReused = new(ErrorCode.BadValue,
        "Idempotency-Key: this key came with another request before; use a new key for a new request.",
        "Idempotency-Key：该键已用于另一个请求；新请求请使用新的键。") { Field = ("Idempotency-Key", "idempotency_key_reused") };

    public static readonly ApiError IdempotencyKeyForm = new(ErrorCode.BadValue,
        "Idempotency-Key: one value of 1 to 255 printable ASCII characters is allowed.",
        "Idempotency-Key：只允许一个值，长度 1 到 255 个可打印 ASCII 字符。") { Field = ("Idempotency-Key", "idempotency_key_form") };

    public static readonly ApiError PageNum = new(ErrorCode.BadValue,
        "pageNum: a whole number from 1 to 1000 is allowed.",
        "pageNum：取值为 1 到 1000 的整数。") { Field = ("pageNum", "page_num_range") };

    public static readonly ApiError PageSize = new(ErrorCode.BadValue,
        "pageSize: a whole number from 1 to 500 is allowed.",
        "pageSize：取值为 1 到 500 的整数。") { Field = ("pageSize", "page_size_range") };

    public static readonly ApiError Profile = new(ErrorCode.BadValue,
        "profile: relay or vendor is allowed.",
        "profile：可取 relay 或 vendor。") { Field = ("profile", "profile_word") };

    public static readonly ApiError NotReady = new(ErrorCode.Unavailable,
        "The server is starting or stopping; try again shortly.",
        "服务正在启动或停止，请稍后重试。") { RetryAfter = 5 };

    public static readonly ApiError Internal = new(ErrorCode.Internal,
        "Something failed on our side; the server's log has the details under this request_id.",
        "服务内部错误；详情见服务日志中的该 request_id。");

    public static readonly ApiError LinkForged = new(ErrorCode.Forbidden,
        "The link is not one of ours, or was changed; query the task for a good one.",
        "链接无效或被修改；请重新查询任务以获取链接。");

    public static readonly ApiError LinkExpired = new(ErrorCode.Forbidden,
        "The link has expired; query the task for a new one.",
        "链接已过期；请重新查询任务以获取新链接。");

    public static readonly ApiError FileGone = new(ErrorCode.NotFound,
        "The file is no longer here.",
        "文件已不存在。");

    public static readonly ApiError UploadTooLarge = new(ErrorCode.BadValue,
        "file: is larger than 200 MiB, the most that a video may have; an image has at most 10 MiB.",
        "file：超过 200 MiB；视频最大 200 MiB，图片最大 10 MiB。") { Status = 413, Field = ("file", InputRules.TooLarge) };

    public static readonly ApiError UploadForm = new(ErrorCode.BadValue,
        "file: send the file as the body itself, or as the one file of a multipart/form-data form: curl -F file=@picture.png",
        "file：请直接把文件作为请求体发送，或作为 multipart/form-data 表单中唯一的文件：curl -F file=@picture.png") { Field = ("file", "upload_form") };

    public static readonly ApiError UploadNoRoom = new(ErrorCode.Unavailable,
        "The server's disk is full; the file was not kept. Try again once its operator has made room.",
        "服务磁盘已满，文件未保存；请在腾出空间后重试。") { RetryAfter = 30 };

    public static readonly ApiError UploadNotKept = new(ErrorCode.Unavailable,
        "The server could not write into its folder of files; the file was not kept. Try again once its operator has mended that: the log says why.",
        "服务无法写入其文件目录，文件未保存；请联系服务管理员查看日志，修复后重试。") { RetryAfter = 30 };

    public static readonly ApiError StoreBusy = new(ErrorCode.Unavailable,
        "The server is busy writing; nothing was changed. Try again shortly.",
        "服务繁忙，没有做任何更改；请稍后重试。") { RetryAfter = 1 };

    public static readonly ApiError StoreFull = new(ErrorCode.Unavailable,
        "The server's disk is full; nothing was changed. Try again once its operator has made room.",
        "服务磁盘已满，没有做任何更改；请在腾出空间后重试。") { RetryAfter = 30 };

    public static readonly ApiError StoreFailed = new(ErrorCode.Unavailable,
        "The server's store has failed, and the server is stopping. Query before sending again: the task may exist.",
        "服务存储故障，正在停止；重新提交前请先查询，任务可能已创建。") { RetryAfter = 10 };

    /// <summary>A body that was not read.</summary>
    public static ApiError For(BodyFault fault) => fault switch
    {
        BodyFault.WrongType => new(ErrorCode.BadParameters, "Content-Type: the body must be JSON; send \"application/json\".", "Content-Type：请求体必须是 JSON；请使用 \"application/json\"。") { Status = 415 },
        BodyFault.WrongCharset => new(ErrorCode.BadParameters, "Content-Type: the body must be UTF-8.", "Content-Type：请求体必须是 UTF-8 编码。") { Status = 415 },
        BodyFault.Packed => new(ErrorCode.BadParameters, "Content-Encoding: send the body as it is, not packed.", "Content-Encoding：请直接发送请求体，不要压缩。") { Status = 415 },
        BodyFault.TooLarge => new(ErrorCode.BadValue, "The body is larger than 100 MiB.", "请求体超过 100 MiB。") { Status = 413 },
        BodyFault.NoRoom => new(ErrorCode.Unavailable, "Too many large bodies are being read at the moment; try again shortly.", "正在处理的大请求体过多，请稍后重试。") { RetryAfter = 2 },
        _ => new(ErrorCode.BadParameters, "The body broke off or came too slowly.", "请求体中断或传输过慢。"),
    };

    /// <summary>A request that does not say who asks, or not to our satisfaction.</summary>
    public static ApiError For(KeyVerdict verdict) => verdict switch
    {
        KeyVerdict.Missing => NoKey,
        KeyVerdict.Unproven => Unproven,
        KeyVerdict.BadTimes => BadTimes,
        KeyVerdict.TooEarly => TooEarly,
        KeyVerdict.Expired => Expired,
        _ => WrongKey,
    };

    /// <summary>An upload that is none, or an element for which there is no room.</summary>
    public static ApiError For(InputException fault) => new(
        fault.Rule is InputRules.UploadQuota or InputRules.ElementQuota ? ErrorCode.OutOfBudget : ErrorCode.BadValue, fault.Message, fault.Chinese)
    {
        Status = fault.Rule switch { InputRules.UploadQuota or InputRules.ElementQuota => 429, InputRules.TooLarge => 413, _ => 400 },
        Field = (fault.Field, fault.Rule),
    };

    /// <summary>A link that opens nothing.</summary>
    public static ApiError For(LinkVerdict verdict) => verdict == LinkVerdict.Expired ? LinkExpired : LinkForged;

    /// <summary>Malformed HTTP.</summary>
    public static ApiError For(HttpFault fault) => fault switch
    {
        HttpFault.TwoLengths => TwoLengths,
        HttpFault.ChunksInHttp10 => ChunksInHttp10,
        _ => TransferEncoding,
    };

    /// <summary>What went wrong on our side. Null for what nobody expected: that is <see cref="Internal"/>, and is logged.</summary>
    public static ApiError? For(Exception exception) => exception switch
    {
        StoreBusyException => StoreBusy,
        StoreFullException => StoreFull,
        StoreFailedException => StoreFailed,
        StoreRefusedException => null,
        _ => null,
    };

    /// <summary>A verb that the path does not have.</summary>
    public static ApiError WrongVerb(string method, string allowed) => new(ErrorCode.WrongMethod,
        $"{Short(method)} is not a method of this path; it has {allowed}.",
        $"该路径不支持 {Short(method)} 方法；支持：{allowed}。");

    /// <summary>A path that nobody serves.</summary>
    public static ApiError NoSuchPath(string path, string there, string thereInChinese) => new(ErrorCode.NotFound,
        $"There is nothing at {Short(path)}. {there}",
        $"{Short(path)} 不存在。{thereInChinese}");

    /// <summary>The caller's own id is in use.</summary>
    public static ApiError ExternalIdTaken(string id) => new(ErrorCode.BadValue,
        $"external_task_id: \"{Short(id)}\" belongs to a task of yours already; choose another.",
        $"external_task_id：\"{Short(id)}\" 已被您的另一个任务使用，请更换。") { Field = ("external_task_id", "external_task_id_taken") };

    private static string Short(string text) => text.Length <= 80 ? text : text[..79] + "…";
}
