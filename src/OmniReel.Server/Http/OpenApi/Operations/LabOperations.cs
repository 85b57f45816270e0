using System.Text.Json.Serialization.Metadata;
using OmniReel.Contract.Answers;
using OmniReel.Server.Http.Answers;
using OmniReel.Server.Http.Lab;
using OmniReel.Server.Lab.Rooms;

namespace OmniReel.Server.Http.OpenApi.Operations;

/// <summary>The fault lab, which is there with <c>--lab</c> only.</summary>
internal static class LabOperations
{
    private const string Test = "checkout";

    private static readonly LabTestData s_test = new(Test, "instant", Samples.CreatedAt, [new LabLineData("error; code=1303; times=2", 3, 2)]);

    public static IEnumerable<DescribedPath> All =>
    [
        new("/lab", Of("GET", "getLab", new("What the lab has", "实验室概览"), LabContext.Default.LabData,
            new LabData("Faults on demand.", ["X-OmniReel-Lab: SCENARIO; parameter=value"], ["GET /lab/scenarios?test=NAME"], ["error", "stuck"], [s_test]))),
        new("/lab/scenarios",
            Of("GET", "listLabScenarios", new("All scenarios, and those that are set for a test", "所有场景，以及某测试已设定的场景"), LabContext.Default.LabScenariosData, Scenarios()),
            Of("POST", "setLabScenarios", new("Set the scenarios of a test", "设定测试的场景"), LabContext.Default.LabTestData, s_test, LabErrors.Body) with
            {
                Body = new("LabScenariosWish", [SampleBodies.Of("order", new("Two refusals, then all is well", "先拒绝两次，之后正常"), """{"scenarios":["error; code=1303; times=2"]}""")]),
            }),
        new("/lab/clock",
            Of("GET", "getLabTest", new("A test: its clock and its scenarios", "单个测试：时钟与场景"), LabContext.Default.LabTestData, s_test),
            Of("POST", "setLabClock", new("Set the pace of a test's clock", "设定测试时钟的快慢"), LabContext.Default.LabTestData, s_test, KnownErrors.LabPace) with
            {
                Takes = [Parameters.LabTest, Parameters.LabPace, Parameters.Language],
                Body = new("LabClockWish", [SampleBodies.Of("instant", new("Nothing takes time", "不耗时间"), """{"pace":"instant"}""")]) { IsRequired = false },
            }),
        new("/lab/clock/advance", Of("POST", "advanceLabClock", new("Move a test's clock on", "推进测试时钟"), LabContext.Default.LabTestData, s_test, LabErrors.Seconds) with
        {
            Takes = [Parameters.LabTest, Parameters.LabSeconds, Parameters.Language],
            Body = new("LabClockWish", [SampleBodies.Of("minutes", new("Five minutes", "五分钟"), """{"seconds":300}""")]) { IsRequired = false },
        }),
        new("/lab/journal", Of("GET", "getLabJournal", new("What a test has sent, and what became of it", "测试发出的请求及其结果"), LabContext.Default.LabJournalData, Journal(), LabErrors.After) with
        {
            Text = new(
                "Every request to the API as it came, and every callback that was sent or kept back; what opens something is masked. The query picks among the requests.",
                "按到达顺序列出发往接口的每个请求，以及每条已发送或被拦下的回调；凭证已遮盖。查询参数用于筛选请求。"),
            Takes = [Parameters.LabTest, Parameters.LabAfter, Parameters.LabKind, Parameters.LabMethod, Parameters.LabPath, Parameters.LabStatus, Parameters.LabFault, Parameters.Language],
        }),
        new("/lab/reset", Of("POST", "resetLabTest", new("Begin a test anew", "重置测试"), LabContext.Default.LabTestData, s_test with { Scenarios = [] }, [.. KnownErrors.Store]) with
        {
            Text = new(
                "What is at work for the test is canceled; its tasks, its journal and its scenarios are gone, and its clock is as at the start.",
                "取消该测试正在进行的任务，清除其任务、记录与场景，时钟恢复初始状态。"),
        }),
    ];

    private static Operation Of<T>(string verb, string id, Said summary, JsonTypeInfo<T> type, T sample, params ApiError[] refusals) => new(verb, id, Tags.Lab, summary)
    {
        Takes = [Parameters.LabTest, Parameters.Language],
        Answers = [new(200, summary) { Data = [typeof(T)], Examples = [new("answer", new("An answer", "响应"), Samples.Ok(sample, type))] }],
        // A test's name, a pace or an order in a header that cannot be read is refused at any of these paths.
        Refusals = [KnownErrors.LabOrder, .. refusals],
    };

    private static LabScenariosData Scenarios() => new(
        s_test,
        [
            new("error", "answer", "The request is refused with a documented code and its HTTP status, and nothing is done.", "以文档所列错误码及其 HTTP 状态拒绝请求，不做任何处理。",
                [new("code", "1303", "The code of the envelope", "响应中的错误码", ["1302", "1303"]), new("message", "the code's meaning", "The message", "错误信息", null)]),
        ]);

    private static LabJournalData Journal()
    {
        var request = new LabEntry
        {
            Number = 1, At = Samples.CreatedAt, LabAt = Samples.CreatedAt, Kind = "create", Method = "POST", Path = "/v1/videos/omni-video",
            Headers = new Dictionary<string, string> { ["Authorization"] = "Bearer ***", ["Content-Type"] = "application/json" },
            RequestId = Samples.RequestId, Body = """{"prompt":"A paper boat."}""", BodyBytes = 26, Status = 429, Ms = 1.25, Fault = "error",
        };
        var callback = new LabCallback
        {
            Number = 2, At = Samples.CreatedAt + 40, LabAt = Samples.CreatedAt + 300_000, WebhookId = "whm_186435297105231874_2", TaskId = Samples.TaskId, Event = TaskStatusWords.Succeed,
            Url = "https://example.com/hook", Body = Samples.Node(Samples.Callback, WireContext.Default.CallbackBody).ToJsonString(), Status = 200, Reason = "The receiver answered 200.",
        };
        return new(Test, 1, 0, [request], [callback]);
    }
}
