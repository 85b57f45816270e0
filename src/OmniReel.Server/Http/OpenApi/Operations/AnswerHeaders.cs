using System.Text.Json.Nodes;

namespace OmniReel.Server.Http.OpenApi.Operations;

/// <summary>Every header of an answer that means something to a client, with its description.</summary>
internal static class AnswerHeaders
{
    public const string RequestId = "X-Request-Id";
    public const string Engine = "X-OmniReel-Engine";
    public const string Lab = "X-OmniReel-Lab";
    public const string Profile = "X-OmniReel-Profile";
    public const string PreferenceApplied = "Preference-Applied";
    public const string RetryAfter = "Retry-After";
    public const string Authenticate = "WWW-Authenticate";
    public const string Allow = "Allow";
    public const string ETag = "ETag";
    public const string AcceptRanges = "Accept-Ranges";
    public const string ContentRange = "Content-Range";
    public const string ContentDisposition = "Content-Disposition";
    public const string CacheControl = "Cache-Control";
    public const string SetCookie = "Set-Cookie";

    /// <summary>All of them.</summary>
    public static IEnumerable<(string Name, JsonObject Header)> All()
    {
        yield return Text(RequestId, "The request's id, the same as `request_id`. A repeat by idempotency key has the id of the first.", "请求 id，与 `request_id` 相同。幂等重试返回首次请求的 id。");
        yield return Text(Engine, "The engine that makes the film; on a POST the one that is routed first, in a list each of them once.", "制作视频的引擎；POST 时为首选引擎，列表中每个引擎列一次。");
        yield return Text(Lab, "The wishes that were granted.", "已满足的要求。");
        yield return Text(Profile, "How the body was read: `relay` or `vendor`.", "请求体的读取方式：`relay` 或 `vendor`。");
        yield return Text(PreferenceApplied, "`wait=N`, as it was granted.", "实际采用的 `wait=N`。");
        yield return (RetryAfter, Header(new() { ["type"] = "integer" }, "Seconds after which trying again may help.", "多少秒后重试可能成功。"));
        yield return Text(Authenticate, "`Bearer`.", "`Bearer`。");
        yield return Text(Allow, "The methods that the path has.", "该路径支持的方法。");
        yield return Text(ETag, "The version of the file.", "文件版本。");
        yield return Text(AcceptRanges, "`bytes`.", "`bytes`。");
        yield return Text(ContentRange, "Which bytes of how many.", "返回的字节范围与总长度。");
        yield return Text(ContentDisposition, "A name to save it under.", "保存时的文件名。");
        yield return Text(SetCookie, "The session, or its end.", "会话的建立或结束。");
        yield return Text(CacheControl, "How long it may be kept.", "可缓存的时长。");
    }

    private static (string Name, JsonObject Header) Text(string name, string english, string chinese) => (name, Header(new() { ["type"] = "string" }, english, chinese));

    private static JsonObject Header(JsonObject schema, string english, string chinese) => new JsonObject().Says(new(english, chinese)).With("schema", schema);
}
