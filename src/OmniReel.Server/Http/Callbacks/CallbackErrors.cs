using OmniReel.Contract.Answers;
using OmniReel.Contract.Errors;
using OmniReel.Server.Http.Answers;

namespace OmniReel.Server.Http.Callbacks;

/// <summary>What can be wrong with a request about callbacks.</summary>
internal static class CallbackErrors
{
    private static readonly string s_states = string.Join(", ", CallbackStateWords.All);

    public static readonly ApiError NotFound = new(ErrorCode.BadValue,
        "Callback not found; GET /v1/callbacks lists the ids there are.",
        "找不到该回调；GET /v1/callbacks 列出所有回调 id。");

    public static readonly ApiError State = new(ErrorCode.BadValue,
        $"state: one of {s_states} is allowed.", $"state：取值为 {s_states} 之一。") { Field = ("state", "callback_state") };

    public static readonly ApiError TaskId = new(ErrorCode.BadValue,
        "task_id: the 18 digits of a task's id are expected.", "task_id：应为任务 id（18 位数字）。") { Field = ("task_id", "callback_task_id") };

    public static readonly ApiError Since = new(ErrorCode.BadValue,
        "since: a time in Unix milliseconds is expected.", "since：应为 Unix 毫秒时间戳。") { Field = ("since", "callback_since") };

    public static readonly ApiError EmptyFilter = new(ErrorCode.BadValue,
        "Say which callbacks to replay: state, since, task_id, or several of them.",
        "请指定要重发的回调：state、since、task_id 中至少一项。");

    public static readonly ApiError Url = new(ErrorCode.BadValue,
        "url: an absolute http or https URL is expected.", "url：应为完整的 http 或 https 地址。") { Field = ("url", "callback_test_url") };

    public static readonly ApiError Body = new(ErrorCode.BadValue,
        "The body should be a JSON object with the fields of this request.", "请求体应为包含该请求字段的 JSON 对象。");

    public static readonly ApiError SecretIsGiven = new(ErrorCode.BadValue,
        "The secrets of this server come from OMNIREEL_WEBHOOK_SECRET: set it to \"NEW OLD\", both sign, and leave OLD out once your receivers know NEW.",
        "本服务的签名密钥来自 OMNIREEL_WEBHOOK_SECRET：请将其设为“新密钥 旧密钥”（两者都会签名），待接收端换用新密钥后再去掉旧密钥。");

    public static readonly ApiError TestUnderWay = new(ErrorCode.TooFast,
        "Another test callback is under way; try again in a moment.", "另一个测试回调正在进行，请稍后重试。") { RetryAfter = 1 };
}
