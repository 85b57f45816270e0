using System.Text.Json;
using OmniReel.CommandLine;
using OmniReel.Contract.Errors;

namespace OmniReel.Conformance;

/// <summary>
/// The checks that cannot be charged: they read, or they ask for what no server may take. A body that is sent with a good key breaks
/// three rules at once, so that a server which overlooks one of them still refuses it.
/// </summary>
internal sealed class FreeChecks(ApiUnderTest api, Speech speech)
{
    /// <summary>The bodies that go out with the person's own key.</summary>
    public static IReadOnlyList<string> BodiesWithKey { get; } = [UnknownModel, EmptyPrompt, NotJson];

    private const string UnknownModel = """{"model_name":"no-such-model","prompt":"","mode":"no-such-mode","aspect_ratio":"16:9","duration":"0","multi_shot":false}""";
    private const string EmptyPrompt = """{"model_name":"kling-v3-omni","prompt":"","mode":"no-such-mode","aspect_ratio":"16:9","duration":"0","multi_shot":false}""";
    private const string NotJson = """{"model_name":"kling-v3-omni","prompt":"","mode":""";

    /// <summary>No server has made it: ids have eighteen digits.</summary>
    private const string NoTask = "/999999999999999999999";

    private readonly List<Finding> _card = [];

    /// <summary>Asks everything, in order.</summary>
    public async Task<IReadOnlyList<Finding>> AskAsync(CancellationToken cancellation)
    {
        await KeysAsync(cancellation);
        await BodiesAsync(cancellation);
        await ReadingAsync(cancellation);
        await ListingAsync(cancellation);
        await ElementsAsync(cancellation);
        Envelopes();
        return _card;
    }

    private async Task KeysAsync(CancellationToken cancellation)
    {
        await ErrorAsync("no_key", speech["a create without a key", "不带密钥创建"], Question.Create("{}") with { Credential = Credential.None }, [ErrorCode.AuthorizationMissing], cancellation);
        await ErrorAsync("bad_key", speech["a create with a wrong key", "用错误的密钥创建"], Question.Create("{}") with { Credential = Credential.Wrong }, [ErrorCode.AuthorizationInvalid], cancellation);
        await ErrorAsync("no_key_read", speech["the list without a key", "不带密钥查询列表"], Question.Get(Question.Videos) with { Credential = Credential.None }, [ErrorCode.AuthorizationMissing], cancellation);
    }

    private async Task BodiesAsync(CancellationToken cancellation)
    {
        await ErrorAsync("unknown_model", speech["a model that does not exist", "不存在的模型"], Question.Create(UnknownModel), [ErrorCode.BadValue, ErrorCode.BadParameters, ErrorCode.NotFound], cancellation);
        var empty = await ErrorAsync("empty_prompt", speech["an empty prompt", "空提示词"], Question.Create(EmptyPrompt), [ErrorCode.BadValue, ErrorCode.BadParameters], cancellation);
        Add("named_field", speech["does the message name a field that is wrong?", "报错信息是否指出了出错字段？"], "prompt, mode, duration",
            empty.Code is null or 0 ? Verdict.Differs : Holds(new[] { "prompt", "mode", "duration" }.Any(field => empty.Message.Contains(field, StringComparison.OrdinalIgnoreCase))), Excerpt(empty.Message));
        await ErrorAsync("not_json", speech["a body that breaks off", "不完整的 JSON"], Question.Create(NotJson), [ErrorCode.BadValue, ErrorCode.BadParameters], cancellation);
    }

    private async Task ReadingAsync(CancellationToken cancellation)
    {
        await ErrorAsync("unknown_task", speech["a task that does not exist", "不存在的任务"], Question.Get(Question.Videos + NoTask), [ErrorCode.BadValue], cancellation);
        await ErrorAsync("unknown_path", speech["a path that does not exist", "不存在的路径"], Question.Get("/videos/no-such-resource"), [ErrorCode.NotFound], cancellation);
        await ErrorAsync("wrong_method", speech["PATCH, which nothing takes", "不支持的 PATCH 方法"], new Question(HttpMethod.Patch, Question.Videos), [ErrorCode.WrongMethod], cancellation);
    }

    private async Task ListingAsync(CancellationToken cancellation)
    {
        var list = await api.AskAsync(Question.Get(Question.Videos + "?pageNum=1&pageSize=5"), cancellation);
        var isList = list is { Status: 200, Code: 0, Data.ValueKind: JsonValueKind.Array };
        Add("list", speech["the list of tasks", "任务列表"], speech["200/0, an array of at most 5", "200/0，不超过 5 项的数组"], Holds(isList && list.Data.GetArrayLength() <= 5),
            isList ? $"{list.Short}, {list.Data.GetArrayLength()}" : list.Short);
        await ErrorAsync("page_zero", speech["page 0 of the list", "列表第 0 页"], Question.Get(Question.Videos + "?pageNum=0&pageSize=5"), [ErrorCode.BadValue, ErrorCode.BadParameters], cancellation);

        var tasks = isList ? list.Data.EnumerateArray().ToList() : [];
        var wrong = tasks.Select(TaskForm.Fault).FirstOrDefault(fault => fault is not null);
        Add("task_form", speech["the form of those tasks", "任务对象的字段"], TaskForm.Expected, tasks.Count == 0 ? Verdict.Unseen : Holds(wrong is null), tasks.Count == 0 ? Nothing : wrong ?? speech[$"{tasks.Count} as said", $"{tasks.Count} 项均符合"]);
        if (tasks.Count == 0)
        {
            Add("one_task", speech["one task by its id", "按 id 查询任务"], "200/0", Verdict.Unseen, Nothing);
            return;
        }

        var id = Reply.Text(tasks[0], "task_id");
        var one = await api.AskAsync(Question.Get($"{Question.Videos}/{Uri.EscapeDataString(id)}"), cancellation);
        Add("one_task", speech["one task by its id", "按 id 查询任务"], speech["200/0, the same id", "200/0，id 一致"], Holds(one is { Status: 200, Code: 0 } && Reply.Text(one.Data, "task_id") == id), one.Short);
    }

    private async Task ElementsAsync(CancellationToken cancellation)
    {
        foreach (var (id, path, asked) in new[]
        {
            ("presets", "/general/advanced-presets-elements", speech["the preset elements", "预置主体列表"]),
            ("elements", "/general/advanced-custom-elements", speech["the account's own elements", "自定义主体列表"]),
        })
        {
            var reply = await api.AskAsync(Question.Get(path + "?pageNum=1&pageSize=2"), cancellation);
            Add(id, asked, speech["200/0, an array", "200/0，数组"], Holds(reply is { Status: 200, Code: 0, Data.ValueKind: JsonValueKind.Array }), reply.Short);
        }
    }

    private void Envelopes()
    {
        var answered = api.Replies.Where(reply => reply.Status != 0).ToList();
        Every("envelope", speech["every answer is an envelope", "每个应答都是标准信封"], "{code, message, request_id, data}", reply => reply.Code is not null);
        Every("request_id", speech["every answer has an id", "每个应答都带请求 id"], "request_id", reply => reply.RequestId.Length > 0);
        Every("json_type", speech["every answer says that it is JSON", "每个应答都标明 JSON"], "application/json", reply => reply.ContentType == "application/json");
        Every("code_and_status", speech["codes come with their HTTP status", "错误码与 HTTP 状态一致"], speech["as in the table of codes", "与错误码表一致"],
            reply => reply.Code is not { } code || !Enum.IsDefined((ErrorCode)code) || ((ErrorCode)code).HttpStatus() == reply.Status);

        void Every(string id, string asked, string expected, Func<Reply, bool> rule)
        {
            var good = answered.Count(rule);
            Add(id, asked, expected, Holds(answered.Count > 0 && good == answered.Count), speech[$"{good} of {answered.Count}", $"{good} / {answered.Count}"]);
        }
    }

    private async Task<Reply> ErrorAsync(string id, string asked, Question question, ErrorCode[] codes, CancellationToken cancellation)
    {
        var reply = await api.AskAsync(question, cancellation);
        Add(id, asked, string.Join(speech[" or ", " 或 "], codes.Select(code => $"{code.HttpStatus()}/{(int)code}")), Holds(codes.Any(code => reply.Code == (int)code && reply.Status == code.HttpStatus())), reply.Short);
        return reply;
    }

    private string Nothing => speech["the account has no task yet", "账户中还没有任务"];

    private void Add(string id, string asked, string expected, Verdict verdict, string got) => _card.Add(new Finding(id, asked, expected, verdict, got));

    private static Verdict Holds(bool so) => so ? Verdict.Holds : Verdict.Differs;

    private static string Excerpt(string text) => text.Length <= 80 ? text : string.Concat(text.AsSpan(0, 79), "…");
}
