using OmniReel.Contract.Answers;
using OmniReel.Contract.Rules;
using OmniReel.Server.Http.Routes;
using OmniReel.Server.Inputs;
using OmniReel.Server.Inputs.Checking;

namespace OmniReel.Server.Http.Rules;

/// <summary>Every rule whose id an answer or a failed task can name: those about bodies, those about inputs as they are fetched, and those that only the server can check.</summary>
public static class RuleCatalogue
{
    /// <summary>All of them: first the body's, then those of inputs, of headers, parameters and what is in the store.</summary>
    public static IReadOnlyList<RuleEntry> All { get; } =
    [
        .. RuleBook.Catalogue,
        .. InputRules.All,
        .. MediaRules.All,
        new(NoEngine.Rule, "*", "One of the engines that the request is routed to can make the film; data.errors says what each lacks.", "请求所路由到的引擎中至少有一个能够制作；data.errors 说明各引擎缺少什么。"),
        new("external_task_id_taken", "external_task_id", "external_task_id is used once in an account.", "external_task_id 在同一账户内只能使用一次。"),
        new("idempotency_key_form", "Idempotency-Key", "Idempotency-Key is one value of 1 to 255 printable ASCII characters.", "Idempotency-Key 只有一个值，由 1 到 255 个可打印 ASCII 字符组成。"),
        new("idempotency_key_reused", "Idempotency-Key", "An Idempotency-Key comes again with the same request only.", "同一 Idempotency-Key 只能随相同的请求再次使用。"),
        new("page_num_range", "pageNum", "pageNum is a whole number from 1 to 1000.", "pageNum 是 1 到 1000 的整数。"),
        new("upload_form", "file", "An upload is the body itself, or the one file of a multipart/form-data form.", "上传内容是请求体本身，或 multipart/form-data 表单中唯一的文件。"),
        new("profile_word", "profile", "profile is relay or vendor.", "profile 为 relay 或 vendor。"),
        new("page_size_range", "pageSize", "pageSize is a whole number from 1 to 500.", "pageSize 是 1 到 500 的整数。"),
        new("callback_state", "state", $"state is one of {string.Join(", ", CallbackStateWords.All)}.", $"state 是 {string.Join("、", CallbackStateWords.All)} 之一。"),
        new("callback_task_id", "task_id", "task_id is the 18 digits of a task's id.", "task_id 是任务 id（18 位数字）。"),
        new("callback_since", "since", "since is a time in Unix milliseconds.", "since 是 Unix 毫秒时间戳。"),
        new("submit_states", "states", $"states are words divided by commas, of {string.Join(", ", SubmitStateWords.All)}.", $"states 是以逗号分隔的状态，取值为 {string.Join("、", SubmitStateWords.All)}。"),
        new("submit_before", "before", "before is the id of a submit.", "before 是提交的 id。"),
        new("submit_count", "count", "count is a whole number from 1 to 500.", "count 是 1 到 500 的整数。"),
        new("settle_action", "action", $"action is one of {string.Join(", ", SettleActions.All)}.", $"action 是 {string.Join("、", SettleActions.All)} 之一。"),
        new("settle_upstream_id", "upstream_id", "upstream_id is the upstream's id of a film that no other task has, and comes with adopt only.", "upstream_id 是上游任务的 id，不得已属于其他任务，且仅与 adopt 一起使用。"),
        new("callback_test_url", "url", "url is an absolute http or https URL.", "url 是完整的 http 或 https 地址。"),
    ];
}
