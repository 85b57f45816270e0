using OmniReel.Contract.Answers;
using OmniReel.Contract.Errors;
using OmniReel.Server.Engines.Submits;
using OmniReel.Server.Http.Answers;

namespace OmniReel.Server.Http.Submits;

/// <summary>What can be wrong with a request about paid submits.</summary>
internal static class SubmitErrors
{
    private static readonly string s_states = string.Join(", ", SubmitStateWords.All);

    public static readonly ApiError NotFound = new(ErrorCode.BadValue,
        "Submit not found; GET /v1/submits lists those that wait for a decision.",
        "找不到该提交；GET /v1/submits 列出待处理的提交。");

    public static readonly ApiError States = new(ErrorCode.BadValue,
        $"states: words divided by commas are expected, of {s_states}.",
        $"states：应为以逗号分隔的状态，取值为 {s_states}。") { Field = ("states", "submit_states") };

    public static readonly ApiError Before = new(ErrorCode.BadValue,
        "before: the id of a submit is expected.", "before：应为提交的 id。") { Field = ("before", "submit_before") };

    public static readonly ApiError Count = new(ErrorCode.BadValue,
        "count: a whole number from 1 to 500 is expected.", "count：应为 1 到 500 的整数。") { Field = ("count", "submit_count") };

    public static readonly ApiError Action = new(ErrorCode.BadValue,
        $"action: one of {string.Join(", ", SettleActions.All)} is expected.",
        $"action：取值为 {string.Join("、", SettleActions.All)} 之一。") { Field = ("action", "settle_action") };

    public static readonly ApiError NoUpstreamId = new(ErrorCode.BadValue,
        "upstream_id: nobody knows the upstream's id of this submit; look for its reference in the upstream's own list, and name the id that it has there.",
        "upstream_id：尚不知道该提交在上游的任务 id；请在上游的任务列表中按引用号查找，并填写其 id。") { Field = ("upstream_id", "settle_upstream_id") };

    public static readonly ApiError IdWithoutAdopt = new(ErrorCode.BadValue,
        "upstream_id: only a film that is adopted has one; leave it out, or adopt.",
        "upstream_id：仅在 action 为 adopt 时使用；请去掉它，或改用 adopt。") { Field = ("upstream_id", "settle_upstream_id") };

    public static readonly ApiError Body = new(ErrorCode.BadValue,
        "The body should be a JSON object such as {\"action\":\"adopt\",\"upstream_id\":\"759813002918372441\"}.", "请求体应为 JSON 对象，如 {\"action\":\"adopt\",\"upstream_id\":\"759813002918372441\"}。");

    public static readonly ApiError TaskIsGone = new(ErrorCode.BadValue,
        "The task of this submit is not there any more, and with it what was asked for: it can only be written off (write_off).",
        "该提交所属的任务已不存在，无法得知原请求内容：只能核销（write_off）。");

    /// <summary>There is nothing to decide.</summary>
    public static ApiError NotOpen(string state, string note) => new(ErrorCode.BadValue,
        $"There is nothing to decide about this submit: it is {state}.{(note.Length > 0 ? " " + note : "")}",
        $"该提交无需处理，当前状态为 {state}。{note}");

    /// <summary>The film is another task's.</summary>
    public static ApiError FilmIsTaken(Submit by) => new(ErrorCode.BadValue,
        $"upstream_id: {by.UpstreamId} is the film of task {by.TaskId} already (its submit {by.Id} is {SubmitShape.Word(by.State)}).",
        $"upstream_id：{by.UpstreamId} 已是任务 {by.TaskId} 的影片（其提交 {by.Id} 的状态为 {SubmitShape.Word(by.State)}）。") { Field = ("upstream_id", "settle_upstream_id") };

    /// <summary>The server could not work on what would be made.</summary>
    public static ApiError NoConnection(string connection) => new(ErrorCode.BadValue,
        $"The connection \"{connection}\" is not set up on this server now, so that no task can go on there: set it up again, or write the submit off (write_off).",
        $"本服务当前没有配置连接“{connection}”，任务无法在其上继续：请重新配置该连接，或核销该提交（write_off）。");
}
