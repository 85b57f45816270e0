using System.Text.Json.Nodes;
using OmniReel.Contract.Answers;
using OmniReel.Server.Http.Console;
using OmniReel.Server.Http.Lab;
using OmniReel.Server.Http.Routes;
using OmniReel.Server.Http.Rules;

namespace OmniReel.Server.Http.OpenApi.Operations;

/// <summary>Every header, query value and piece of a path that an operation takes, by the name of its component.</summary>
internal static class Parameters
{
    public const string TaskId = "TaskId";
    public const string ElementTaskId = "ElementTaskId";
    public const string ElementId = "ElementId";
    public const string CallbackId = "CallbackId";
    public const string ArtifactId = "ArtifactId";
    public const string Expiry = "Expiry";
    public const string Signature = "Signature";
    public const string PageNum = "PageNum";
    public const string PageSize = "PageSize";
    public const string Titles = "Titles";
    public const string Profile = "Profile";
    public const string State = "CallbackState";
    public const string Since = "CallbackSince";
    public const string OfTask = "CallbackTaskId";
    public const string SubmitId = "SubmitId";
    public const string SubmitStates = "SubmitStates";
    public const string SubmitBefore = "SubmitBefore";
    public const string SubmitCount = "SubmitCount";
    public const string IdempotencyKey = "IdempotencyKey";
    public const string Prefer = "Prefer";
    public const string CacheControl = "CacheControl";
    public const string Lab = "XOmniReelLab";
    public const string Language = "AcceptLanguage";
    public const string LabTest = "LabTest";
    public const string LabTestHeader = "XOmniReelTest";
    public const string LabClock = "XOmniReelLabClock";
    public const string LabPace = "LabPace";
    public const string LabSeconds = "LabSeconds";
    public const string LabAfter = "LabAfter";
    public const string LabKind = "LabKind";
    public const string LabMethod = "LabMethod";
    public const string LabPath = "LabPath";
    public const string LabStatus = "LabStatus";
    public const string LabFault = "LabFault";
    public const string Csrf = "XOmniReelCsrf";
    public const string Range = "Range";
    public const string IfRange = "IfRange";
    public const string IfNoneMatch = "IfNoneMatch";

    /// <summary>All of them.</summary>
    public static IEnumerable<(string Component, JsonObject Parameter)> All()
    {
        yield return (TaskId, Path("id", new() { ["type"] = "string" }, "186435297105231874",
            new("The task's `task_id`, or your own `external_task_id`, percent-encoded; a task id wins.", "任务的 `task_id`，或您自己的 `external_task_id`（百分号编码）；优先匹配任务 id。")));
        yield return (ElementTaskId, Path("id", new() { ["type"] = "string" }, "186435297105231875",
            new("The `task_id` of the element's task, or your own `external_task_id`.", "创建主体的任务 `task_id`，或您自己的 `external_task_id`。")));
        yield return (ElementId, Path("id", new() { ["type"] = "string", ["pattern"] = "^[0-9]+$" }, "321922438904313",
            new("The element's `element_id`.", "主体的 `element_id`。")));
        yield return (CallbackId, Path("id", new() { ["type"] = "string" }, "whm_0123456789abcdef",
            new("The delivery's id, which is its `webhook-id`.", "投递的 id，即其 `webhook-id`。")));
        yield return (ArtifactId, Path("artifact", new() { ["type"] = "string" }, "186435297105231874-1",
            new("The file's id. Links are made by the server; use them as they are.", "文件 id。链接由服务生成，请原样使用。")));
        yield return (Expiry, Query("exp", new() { ["type"] = "integer", ["format"] = "int64" }, new("When the link ends, Unix seconds.", "链接失效时间，Unix 秒。"), true));
        yield return (Signature, Query("sig", new() { ["type"] = "string" }, new("The link's signature.", "链接的签名。"), true));
        yield return (PageNum, Query("pageNum", new() { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = 1000, ["default"] = 1 }, new("Which page.", "页码。")));
        yield return (PageSize, Query("pageSize", new() { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = 500, ["default"] = 30 }, new("Items on a page.", "每页条数。")));
        yield return (Titles, Query("titles", new() { ["type"] = "boolean", ["default"] = false }, new("`true`: each task with the beginning of its prompt, `data.omnireel.title`.", "`true`：每个任务附带提示词的开头 `data.omnireel.title`。")));
        yield return (Profile, Query(RouteEndpoints.Profile, JsonParts.Enum(["relay", "vendor"]).With("default", "vendor"), new("How the body is read: as at the relay's path, or as at the vendor's.", "请求体的读取方式：按中转路径或厂商路径。")));
        yield return (State, Query("state", JsonParts.Enum(CallbackStateWords.All), new("Only those that stand so.", "只列出该状态的回调。")));
        yield return (Since, Query("since", new() { ["type"] = "integer", ["format"] = "int64", ["minimum"] = 0 }, new("Only those made since then, Unix milliseconds.", "只列出此时间（Unix 毫秒）之后产生的回调。")));
        yield return (OfTask, Query("task_id", new() { ["type"] = "string", ["pattern"] = "^[0-9]{18}$" }, new("Only those of one task.", "只列出某一任务的回调。")));
        yield return (SubmitId, Path("id", new() { ["type"] = "string", ["pattern"] = "^[0-9]+$" }, "17", new("The submit's id.", "提交的 id。")));
        yield return (SubmitStates, Query("states", new() { ["type"] = "string", ["default"] = string.Join(',', SubmitStateWords.Undecided) },
            new($"Only those in one of these states, divided by commas: {string.Join(", ", SubmitStateWords.All.Select(word => $"`{word}`"))}.",
                $"只列出处于这些状态之一的提交，以逗号分隔：{string.Join("、", SubmitStateWords.All.Select(word => $"`{word}`"))}。")));
        yield return (SubmitBefore, Query("before", new() { ["type"] = "string", ["pattern"] = "^[0-9]+$" }, new("Only those with a smaller id: the last one of the page before.", "只列出 id 更小的提交：填上一页最后一条的 id。")));
        yield return (SubmitCount, Query("count", new() { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = 500, ["default"] = 30 }, new("How many at most.", "最多多少条。")));
        yield return (IdempotencyKey, Header("Idempotency-Key", new() { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = 255, ["pattern"] = "^[!-~]+$" },
            new("Makes the POST repeatable: the same key and the same body get the first answer again, and nothing is made twice. The same key with another body is 400/1201.",
                "使 POST 可安全重试：相同的键与请求体返回首次的响应，不会重复创建；相同的键配不同的请求体返回 400/1201。")));
        yield return (Prefer, Header("Prefer", new() { ["type"] = "string", ["pattern"] = "wait=[0-9]+" },
            new($"`wait=N`, at most {Preferences.LongestWait}: holds the answer until the task ends or N seconds pass, then answers with the task object.",
                $"`wait=N`（最大 {Preferences.LongestWait}）：等到任务结束或 N 秒后再响应，返回任务对象。")));
        yield return (CacheControl, Header("Cache-Control", new() { ["type"] = "string" },
            new("`no-store`: the film is made anew, even where an identical request was made before.", "`no-store`：即使曾有完全相同的请求，也重新生成视频。")));
        yield return (Lab, Header("X-OmniReel-Lab", new() { ["type"] = "string" },
            new("Wishes of those who test their own programs, divided by commas; what is not known is passed over. `slate`: shot, time and a code that programs read, burnt into every frame. With `--lab` also scenarios, written as `id; parameter=value`: see `GET /lab/scenarios`.",
                "供测试者使用的要求，以逗号分隔；不认识的会被忽略。`slate`：在每一帧烧入镜头号、时间和可由程序读取的编码。以 `--lab` 启动时还可写场景，形如 `id; parameter=value`，见 `GET /lab/scenarios`。")));
        foreach (var one in OfLab()) yield return one;
        yield return (Language, Header("Accept-Language", new() { ["type"] = "string" },
            new("The language of messages: English, or Chinese where `zh` is liked better. A task keeps its creator's.", "消息的语言：英文，或更偏好 `zh` 时为中文。任务沿用其创建者的语言。")));
        yield return (Csrf, Header(ConsoleDoor.CsrfHeader, Text(), new("The session's second secret, as `GET /console/session` tells it.", "会话的第二个密钥，由 `GET /console/session` 返回。")));
        yield return (Range, Header("Range", new() { ["type"] = "string", ["pattern"] = "^bytes=" }, new("One range of bytes; several, or none that can be read, get the whole.", "一个字节范围；多个或无法识别时返回整个文件。")));
        yield return (IfRange, Header("If-Range", new() { ["type"] = "string" }, new("The range is for the file with this `ETag` only; of another the whole is sent.", "仅当文件的 `ETag` 与此相同才按范围返回，否则返回整个文件。")));
        yield return (IfNoneMatch, Header("If-None-Match", new() { ["type"] = "string" }, new("The `ETag` that you have already: 304 when it is still the one.", "已有的 `ETag`；未变化时返回 304。")));
    }

    private static IEnumerable<(string Component, JsonObject Parameter)> OfLab()
    {
        yield return (LabTestHeader, Header(LabDoor.TestHeader, Text(), new("Which test the request belongs to; with `--lab` only.", "请求所属的测试；仅在 `--lab` 下有效。")));
        yield return (LabClock, Header(LabDoor.ClockHeader, Text(), new("The pace of the test's clock: `real`, `instant`, `stopped` or `xN`; with `--lab` only.", "测试时钟的快慢：`real`、`instant`、`stopped` 或 `xN`；仅在 `--lab` 下有效。")));
        yield return (LabTest, Query("test", Text(), new("Which test; the one that the header or the path names where it is left out.", "哪个测试；省略时为请求头或路径所指明的测试。")));
        yield return (LabPace, Query("pace", Text(), new("`real`, `instant`, `stopped` or `xN`, instead of a body.", "`real`、`instant`、`stopped` 或 `xN`，可代替请求体。")));
        yield return (LabSeconds, Query("seconds", new() { ["type"] = "number", ["exclusiveMinimum"] = 0, ["maximum"] = 31_536_000 }, new("How far, instead of a body.", "推进多少秒，可代替请求体。")));
        yield return (LabAfter, Query("after", new() { ["type"] = "integer", ["minimum"] = 0 }, new("Only what came after this number.", "只列出此编号之后的记录。")));
        yield return (LabKind, Query("kind", Text(), new("Only requests of this kind: create, get, list, events, cancel, file or other.", "只列出此类请求：create、get、list、events、cancel、file 或 other。")));
        yield return (LabMethod, Query("method", Text(), new("Only requests with this method.", "只列出使用此方法的请求。")));
        yield return (LabPath, Query("path", Text(), new("Only requests whose path holds this.", "只列出路径含此文字的请求。")));
        yield return (LabStatus, Query("status", new() { ["type"] = "integer" }, new("Only requests that were answered so.", "只列出以此状态码响应的请求。")));
        yield return (LabFault, Query("fault", Text(), new("Only requests that met this fault.", "只列出遇到此故障的请求。")));
    }

    private static JsonObject Text() => new() { ["type"] = "string" };

    private static JsonObject Path(string name, JsonObject schema, string example, Said text) =>
        Part("path", name, schema, text).With("required", true).With("example", example);

    private static JsonObject Query(string name, JsonObject schema, Said text, bool isRequired = false) => Part("query", name, schema, text).With("required", isRequired);

    private static JsonObject Header(string name, JsonObject schema, Said text) => Part("header", name, schema, text).With("required", false);

    private static JsonObject Part(string place, string name, JsonObject schema, Said text)
    {
        var part = new JsonObject { ["name"] = name, ["in"] = place }.Says(text).With("schema", schema);
        var rules = RuleCatalogue.All.Where(rule => rule.Field == name).Select(rule => rule.Id).ToList();
        return rules.Count > 0 && place != "path" ? part.With("x-omnireel-rules", JsonParts.List(rules)) : part;
    }
}
