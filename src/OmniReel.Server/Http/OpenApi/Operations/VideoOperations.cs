using OmniReel.Contract.Answers;
using OmniReel.Contract.Requests;
using OmniReel.Server.Http.Answers;
using OmniReel.Server.Http.Videos;

namespace OmniReel.Server.Http.OpenApi.Operations;

/// <summary>Films, at both roots.</summary>
internal static class VideoOperations
{
    private static readonly Said s_found = new("The task.", "任务。");

    public static IEnumerable<DescribedPath> All => VideoPaths.All.SelectMany(path => Of(path.Root, path.Profile));

    private static IEnumerable<DescribedPath> Of(string root, ApiProfile profile)
    {
        var isRelays = profile == ApiProfile.Relay;
        var (tag, ending) = isRelays ? (Tags.Videos, "AtRelayPath") : (Tags.VendorVideos, "");
        var body = isRelays ? new Sent("OmniVideoRequest", SampleBodies.Films) : new Sent("OmniVideoVendorRequest", SampleBodies.VendorFilms);
        yield return new(root, Create(tag, ending, body), List(tag, ending));
        yield return new(root + "/quote", Quote(tag, ending, body), Get("getTaskNamedQuote" + ending, tag, new(
            "The task whose external_task_id is \"quote\"", "external_task_id 为 \"quote\" 的任务")));
        yield return new(root + "/{id}", Get("getTask" + ending, tag, new("One task", "查询单个任务"), Parameters.TaskId));
        yield return new(root + "/{id}/cancel", Cancel(tag, ending));
        yield return new(root + "/{id}/request", Request(tag, ending));
        yield return new(root + "/{id}/events", Events(tag, ending));
    }

    private static Operation Create(string tag, string ending, Sent body) => new("POST", "createTask" + ending, tag, new("Make a film", "创建视频任务"))
    {
        Text = new(
            "The body is checked whole: all broken rules come back at once. The answer comes once the task is durable; with `Prefer: wait=N` once it has ended, if that is sooner than N seconds.",
            "请求体整体校验，一次返回所有违反的规则。任务持久化后才响应；带 `Prefer: wait=N` 时等到任务结束，最多 N 秒。"),
        Takes = [Parameters.IdempotencyKey, Parameters.Prefer, Parameters.CacheControl, Parameters.Lab, Parameters.LabTestHeader, Parameters.LabClock, Parameters.Language],
        Body = body,
        Answers =
        [
            new(200, new("The task was accepted; the task object itself where the request waited.", "任务已受理；请求等待时返回任务对象。"))
            {
                Data = [typeof(CreatedData), typeof(TaskData)],
                Examples =
                [
                    new("created", new("Accepted", "已受理"), Samples.Ok(Samples.Created, WireContext.Default.CreatedData)),
                    new("waited", new("With Prefer: wait=60", "带 Prefer: wait=60"), Samples.Ok(Samples.Made, WireContext.Default.TaskData)),
                ],
                Headers = [AnswerHeaders.Engine, AnswerHeaders.Lab, AnswerHeaders.PreferenceApplied],
            },
        ],
        Refusals = [ApiErrors.IdempotencyKeyForm, ApiErrors.IdempotencyKeyReused, KnownErrors.ExternalIdTaken, KnownErrors.NoEngineCan, KnownErrors.LabOrder, ApiErrors.NotReady, .. KnownErrors.Body, .. KnownErrors.Store],
        RefusedBodies =
        [
            new("rules", new("Three rules are broken", "违反三条规则"), Samples.Refused(SampleBodies.Bad, Language.English)),
            new("rules_zh", new("The same with Accept-Language: zh", "同上，Accept-Language: zh"), Samples.Refused(SampleBodies.Bad, Language.Chinese)),
            new("no_json", new("The body breaks off", "请求体不完整"), Samples.Refused(SampleBodies.Broken, Language.English)),
        ],
        Callback = "TaskChanged",
    };

    private static Operation List(string tag, string ending) => new("GET", "listTasks" + ending, tag, new("All tasks, newest first", "任务列表，由新到旧"))
    {
        Takes = [Parameters.PageNum, Parameters.PageSize, Parameters.Titles, Parameters.Language],
        Answers =
        [
            new(200, new("A page of tasks.", "一页任务。"))
            {
                Data = [typeof(IReadOnlyList<TaskData>)],
                Examples = [new("page", new("Two tasks", "两个任务"), Samples.Ok([Samples.Waiting, Samples.Made], WireContext.Default.IReadOnlyListTaskData))],
                Headers = [AnswerHeaders.Engine],
            },
        ],
        Refusals = [ApiErrors.PageNum, ApiErrors.PageSize, .. KnownErrors.Store],
    };

    private static Operation Quote(string tag, string ending, Sent body) => new("POST", "quoteTask" + ending, tag, new("What a body would become and cost", "询价：请求会生成什么、费用多少"))
    {
        Text = new("Good and bad bodies alike are answered with 200; nothing is made and nothing is spent.", "无论请求体是否合规均返回 200；不创建任务，不产生费用。"),
        Takes = [Parameters.Language],
        Body = body,
        Answers =
        [
            new(200, new("The quote.", "报价。"))
            {
                Data = [typeof(QuoteData)],
                Examples =
                [
                    new("accepted", new("A good body", "合规的请求体"), Samples.Ok(Samples.Quote(SampleBodies.Films[0].Value.ToJsonString()), WireContext.Default.QuoteData)),
                    new("refused", new("A bad one", "不合规的请求体"), Samples.Ok(Samples.Quote(SampleBodies.Bad), WireContext.Default.QuoteData)),
                ],
            },
        ],
        Refusals = KnownErrors.Body,
    };

    private static Operation Get(string id, string tag, Said summary, params string[] takes) => new("GET", id, tag, summary)
    {
        Text = new("Links in the answer work for seven days from now; a query makes new ones.", "响应中的链接自此刻起七天有效；再次查询会生成新链接。"),
        Takes = [.. takes, Parameters.Prefer, Parameters.Language],
        Answers =
        [
            new(200, s_found)
            {
                Data = [typeof(TaskData)],
                Examples =
                [
                    new("succeed", new("The film is there", "已完成"), Samples.Ok(Samples.Made, WireContext.Default.TaskData)),
                    new("submitted", new("It waits", "排队中"), Samples.Ok(Samples.Waiting, WireContext.Default.TaskData)),
                    new("failed", new("Its input broke a rule", "素材不合规"), Samples.Ok(Samples.Failed, WireContext.Default.TaskData)),
                ],
                Headers = [AnswerHeaders.Engine, AnswerHeaders.PreferenceApplied],
            },
        ],
        Refusals = [ApiErrors.TaskNotFound, .. KnownErrors.Store],
    };

    private static Operation Cancel(string tag, string ending) => new("POST", "cancelTask" + ending, tag, new("End a task that has not ended", "取消任务"))
    {
        Text = new(
            "A canceled task is `failed` on the wire with `task_status_msg` \"canceled\", and costs nothing. Canceling twice is no error. A film that was ordered from a paid upstream already cannot be canceled: it goes on.",
            "取消的任务状态为 `failed`，`task_status_msg` 为 \"canceled\"，不产生费用。重复取消不算错误。已向付费上游下单的影片无法取消，任务会继续。"),
        Takes = [Parameters.TaskId, Parameters.Language],
        Answers =
        [
            new(200, new("The canceled task.", "已取消的任务。"))
            {
                Data = [typeof(TaskData)],
                Examples = [new("canceled", new("Canceled", "已取消"), Samples.Ok(Samples.Canceled, WireContext.Default.TaskData))],
                Headers = [AnswerHeaders.Engine],
            },
        ],
        Refusals = [ApiErrors.TaskNotFound, ApiErrors.AlreadyEnded, ApiErrors.PaidAlready, .. KnownErrors.Store],
    };

    private static Operation Request(string tag, string ending) => new("GET", "getTaskRequest" + ending, tag, new("The body that a task was created with", "任务的原始请求体"))
    {
        Text = new("Byte for byte as it was sent, so that it can be sent again.", "与发送时逐字节相同，可据此再次提交。"),
        Takes = [Parameters.TaskId, Parameters.Language],
        Answers = [new(200, new("The body.", "请求体。")) { IsBare = true, Headers = [AnswerHeaders.Profile, AnswerHeaders.CacheControl] }],
        Refusals = [ApiErrors.TaskNotFound, .. KnownErrors.Store],
    };

    private static Operation Events(string tag, string ending) => new("GET", "watchTask" + ending, tag, new("Changes of a task as they happen", "任务进度（服务器推送事件）"))
    {
        Text = new(
            "Server-sent events: the present state at once, then each change of status, progress or place in the queue; after `end` the stream closes. Comments keep the connection.",
            "服务器推送事件：先发送当前状态，随后是状态、进度或排队位置的每次变化；`end` 之后连接关闭。注释行用于保持连接。"),
        Takes = [Parameters.TaskId, Parameters.Language],
        Answers =
        [
            new(200, new("The stream.", "事件流。"))
            {
                Types = [Answer.Stream],
                Events = [("progress", typeof(TaskEventData)), ("end", typeof(TaskEventData))],
                Examples =
                [
                    new("stream", new("A film is made", "视频制作过程"),
                        $$$"""
                        event: progress
                        data: {"task_id":"{{{Samples.TaskId}}}","task_status":"processing","task_status_msg":"","progress":40,"eta_ms":3000}

                        event: end
                        data: {"task_id":"{{{Samples.TaskId}}}","task_status":"succeed","task_status_msg":"","progress":100}


                        """),
                ],
                Headers = [AnswerHeaders.Engine, AnswerHeaders.CacheControl],
            },
        ],
        Refusals = [ApiErrors.TaskNotFound, .. KnownErrors.Store],
    };
}
