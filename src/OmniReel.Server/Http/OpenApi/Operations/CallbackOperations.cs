using OmniReel.Contract.Answers;
using OmniReel.Server.Http.Answers;
using OmniReel.Server.Http.Callbacks;

namespace OmniReel.Server.Http.OpenApi.Operations;

/// <summary>What was told to whom, and what one needs to set up a receiver.</summary>
internal static class CallbackOperations
{
    private const string Root = "/v1/callbacks";
    private const string Id = "whm_186435297105231874_2";

    public static IEnumerable<DescribedPath> All =>
    [
        new(Root, List()),
        new(Root + "/{id}", Of("GET", "getCallback", new("One callback", "查询单条回调"))),
        new(Root + "/{id}/replay", Of("POST", "replayCallback", new("Send a callback again", "重发回调"))),
        new(Root + "/replay", ReplayMany()),
        new(Root + "/events", Events()),
        new(Root + "/rotate-secret", Rotate()),
        new(Root + "/test", Test()),
    ];

    private static Operation List() => new("GET", "listCallbacks", Tags.Callbacks, new("Callbacks, newest first", "回调列表，由新到旧"))
    {
        Takes = [Parameters.PageNum, Parameters.PageSize, Parameters.State, Parameters.Since, Parameters.OfTask, Parameters.Language],
        Answers =
        [
            new(200, new("A page of callbacks.", "一页回调。"))
            {
                Data = [typeof(IReadOnlyList<CallbackData>)],
                Examples = [new("page", new("One of them", "其中一条"), Samples.Ok([Sample()], WireContext.Default.IReadOnlyListCallbackData))],
            },
        ],
        Refusals = [ApiErrors.PageNum, ApiErrors.PageSize, CallbackErrors.State, CallbackErrors.TaskId, CallbackErrors.Since, .. KnownErrors.Store],
    };

    private static Operation Of(string verb, string id, Said summary) => new(verb, id, Tags.Callbacks, summary)
    {
        Takes = [Parameters.CallbackId, Parameters.Language],
        Answers =
        [
            new(200, new("The callback as it stands now.", "回调的当前状态。"))
            {
                Data = [typeof(CallbackData)],
                Examples = [new("delivered", new("Delivered", "已送达"), Samples.Ok(Sample(), WireContext.Default.CallbackData))],
            },
        ],
        Refusals = [CallbackErrors.NotFound, .. KnownErrors.Store],
    };

    private static Operation ReplayMany() => new("POST", "replayCallbacks", Tags.Callbacks, new("Send many callbacks again", "批量重发回调"))
    {
        Text = new("Those that all given parts name; one part at least.", "重发同时符合各项条件的回调；至少给出一项。"),
        Takes = [Parameters.Language],
        Body = new("ReplayRequest", [SampleBodies.Of("exhausted", new("All that failed", "所有失败的回调"), """{"state":"exhausted"}""")]),
        Answers =
        [
            new(200, new("How many are sent again.", "重发的数量。"))
            {
                Data = [typeof(ReplayData)],
                Examples = [new("replayed", new("Seven", "七条"), Samples.Ok(new ReplayData(7), WireContext.Default.ReplayData))],
            },
        ],
        Refusals = [CallbackErrors.State, CallbackErrors.TaskId, CallbackErrors.Since, CallbackErrors.EmptyFilter, CallbackErrors.Body, .. KnownErrors.Body, .. KnownErrors.Store],
    };

    private static Operation Events() => new("GET", "watchCallbacks", Tags.Callbacks, new("Callbacks as they happen", "实时回调（服务器推送事件）"))
    {
        Text = new(
            "Server-sent events, those of tasks without a `callback_url` too, each with the headers and the body that a receiver gets: for receivers that the server cannot reach.",
            "服务器推送事件，也包括没有 `callback_url` 的任务；每个事件含接收端会收到的请求头与请求体，适用于服务无法访问的接收端。"),
        Takes = [Parameters.Language],
        Answers =
        [
            new(200, new("The stream; it does not end by itself.", "事件流，不会自行结束。"))
            {
                Types = [Answer.Stream],
                Events = [("callback", typeof(HappenedData))],
                Examples = [new("stream", new("One callback", "一条回调"), $"event: callback\ndata: {Samples.Node(Happened(), WireContext.Default.HappenedData).ToJsonString()}\n\n")],
                Headers = [AnswerHeaders.CacheControl],
            },
        ],
    };

    private static Operation Rotate() => new("POST", "rotateCallbackSecret", Tags.Callbacks, new("Make a new signing secret", "更换签名密钥"))
    {
        Text = new("The one before signs beside it for a day, so that receivers can be moved over.", "旧密钥在一天内同时签名，便于接收端切换。"),
        Takes = [Parameters.Language],
        Answers =
        [
            new(200, new("The new secret, shown this once.", "新密钥，仅显示这一次。"))
            {
                Data = [typeof(RotationData)],
                Examples = [new("rotated", new("A second secret", "第二个密钥"), Samples.Ok(new RotationData { Secret = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD", PreviousUntil = Samples.CreatedAt + 86_400_000 }, WireContext.Default.RotationData))],
                Headers = [AnswerHeaders.CacheControl],
            },
        ],
        Refusals = [CallbackErrors.SecretIsGiven],
    };

    private static Operation Test() => new("POST", "testCallback", Tags.Callbacks, new("Send a test callback", "发送测试回调"))
    {
        Text = new("A sample is signed and sent to the URL once, and what became of it is answered.", "向该地址发送一次已签名的示例，并返回结果。"),
        Takes = [Parameters.Language],
        Body = new("CallbackTestRequest", [SampleBodies.Of("url", new("A receiver", "接收端"), """{"url":"https://example.com/hook"}""")]),
        Answers =
        [
            new(200, new("How the attempt ended; 200 whether it was taken or not.", "投递结果；无论是否送达均为 200。"))
            {
                Data = [typeof(AttemptData)],
                Examples = [new("delivered", new("It was taken", "已送达"), Samples.Ok(Attempt(), WireContext.Default.AttemptData))],
            },
        ],
        Refusals = [CallbackErrors.Url, CallbackErrors.Body, CallbackErrors.TestUnderWay, .. KnownErrors.Body],
    };

    private static CallbackData Sample() => new()
    {
        Id = Id,
        TaskId = Samples.TaskId,
        TaskStatus = TaskStatusWords.Succeed,
        Url = "https://example.com/hook",
        State = CallbackStateWords.Delivered,
        Attempts = 1,
        CreatedAt = Samples.CreatedAt + 6_200,
        LastAttempt = Attempt(),
    };

    private static AttemptData Attempt() => new() { At = Samples.CreatedAt + 6_290, Delivered = true, Status = 200, Reason = "The receiver answered 200.", Answer = "ok" };

    private static HappenedData Happened() => new()
    {
        Id = Id,
        TaskId = Samples.TaskId,
        TaskStatus = TaskStatusWords.Succeed,
        Headers = new Dictionary<string, string>
        {
            ["Content-Type"] = "application/json; charset=utf-8",
            ["webhook-id"] = Id,
            ["webhook-timestamp"] = "1795435206",
            ["webhook-signature"] = "v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=",
        },
        Body = Samples.Node(Samples.Callback, WireContext.Default.CallbackBody).ToJsonString(),
    };
}
