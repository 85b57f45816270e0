using System.Reflection;
using System.Text.Json.Nodes;
using OmniReel.Contract.Errors;
using OmniReel.Contract.Rules;
using OmniReel.Server.Http.OpenApi.Operations;
using OmniReel.Server.Http.OpenApi.Schemas;
using OmniReel.Server.Http.Rules;

namespace OmniReel.Server.Http.OpenApi;

/// <summary>
/// The OpenAPI 3.1 document of everything that is served, written from what serves it: paths from <see cref="DescribedPaths"/>, answers'
/// schemas from the records' own metadata, words and rules from the contract, errors and examples from the code that answers them.
/// </summary>
internal static class ApiDocument
{
    private const string Overview =
        """
        A self-hosted server of Kling's Omni-Video API: a request becomes a durable task, an engine makes the film, the film is stored, you are told.

        - **Two paths, one API.** `/kling/v1/…` reads bodies as the relay's document has it, `/v1/…` as the vendor's page; they share their tasks and elements. A trailing slash is accepted everywhere, and every GET that is no stream answers HEAD too.
        - **Answers** are `{code, message, request_id, data}`; `code` is 0 for success. What is ours alone stands in `data.omnireel`, so that clients of the vendor find what they know.
        - **Refusals** name every broken rule at once, in `data.errors`, with the field, the rule's stable id and what would be right; `Accept-Language: zh` gets them in Chinese. `x-omnireel-rules` says which rules can refuse a field, at the root of this document what they say.
        - **Keys.** `Authorization: Bearer KEY`, or a JWT signed with an access pair.
        """;

    private const string ChineseOverview =
        """
        自托管的可灵 Omni-Video 接口服务：请求成为持久的任务，引擎制作视频并保存，再通知您。

        - **两个路径，同一接口。** `/kling/v1/…` 按中转文档读取请求体，`/v1/…` 按厂商文档读取；任务与主体相通。路径末尾的斜杠可有可无，除事件流外的 GET 均支持 HEAD。
        - **响应**为 `{code, message, request_id, data}`，`code` 为 0 表示成功。本服务特有的内容只放在 `data.omnireel` 中。
        - **拒绝**时在 `data.errors` 中一次列出所有违反的规则，含字段、规则 id 与正确做法；`Accept-Language: zh` 返回中文。
        - **密钥。** `Authorization: Bearer 密钥`，或用 access key 与 secret key 签发的 JWT。
        """;

    /// <summary>The document, and the lines of <c>fields.txt</c> that describe nothing in it.</summary>
    public static (JsonObject Document, IReadOnlyCollection<string> UnusedWords) Build()
    {
        var words = FieldWords.Load();
        var schemas = new AnswerSchemas(words);
        var writer = new OperationWriter(schemas);
        var paths = new JsonObject();
        foreach (var path in DescribedPaths.All)
        {
            var item = new JsonObject();
            foreach (var operation in path.Operations) item[operation.Verb.ToLowerInvariant()] = writer.Write(operation);
            paths[path.Path] = item;
        }

        var document = new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = Info(),
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }.Says(new("This server.", "本服务。"))),
            ["security"] = new JsonArray(new JsonObject { ["key"] = new JsonArray() }, new JsonObject { ["token"] = new JsonArray() }),
            ["tags"] = JsonParts.List(Tags.All.Select(tag => new JsonObject { ["name"] = tag.Name, ["x-name-zh"] = tag.Chinese }.Says(tag.Text))),
            ["paths"] = paths,
            ["components"] = Components(schemas, writer),
            ["x-omnireel-errors"] = JsonParts.List(ErrorCodes.All.Select(Error)),
            ["x-omnireel-rules"] = JsonParts.List(RuleCatalogue.All.Select(Rule)),
        };
        return (document, words.Unused);
    }

    private static JsonObject Info() => new JsonObject { ["title"] = "OmniReel", ["version"] = Version }
        .Says(new(Overview.ReplaceLineEndings("\n"), ChineseOverview.ReplaceLineEndings("\n")))
        .With("contact", new JsonObject { ["name"] = "OmniReel contributors" })
        .With("license", new JsonObject { ["name"] = "Apache-2.0", ["url"] = "https://www.apache.org/licenses/LICENSE-2.0" });

    private static string Version => Assembly.GetExecutingAssembly().GetName().Version!.ToString(3);

    private static JsonObject Components(AnswerSchemas schemas, OperationWriter writer)
    {
        // Before the schemas are listed: callbacks have bodies of records too.
        var callbacks = CallbackPaths.All(schemas);
        var all = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var (name, schema) in schemas.All) all.Add(name, schema);
        foreach (var (name, schema) in FilmRequests.All().Concat(OtherRequests.All())) all.Add(name, schema);
        return new()
        {
            ["schemas"] = Named(all.Select(schema => (schema.Key, schema.Value))),
            ["parameters"] = Named(Parameters.All()),
            ["headers"] = Named(AnswerHeaders.All()),
            ["examples"] = Named(KnownErrors.All.Select(known => (known.Name, KnownErrors.Shown(known.Error)))),
            ["responses"] = writer.Shared(),
            ["callbacks"] = callbacks,
            ["securitySchemes"] = new JsonObject
            {
                ["key"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer" }.Says(new(
                    "The key that the server was started with: `Authorization: Bearer KEY`.", "服务启动时的密钥：`Authorization: Bearer 密钥`。")),
                ["token"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["bearerFormat"] = "JWT" }.Says(new(
                    "A token of an access pair: HS256 with the secret key as it is, `iss` the access key, `exp` at most an hour ahead, `nbf` if given not in the future.",
                    "由 access key 与 secret key 签发的令牌：HS256，secret key 原样使用，`iss` 为 access key，`exp` 不晚于一小时之后，`nbf` 不在将来。")),
            },
        };
    }

    private static JsonObject Named(IEnumerable<(string Name, JsonObject Part)> parts)
    {
        var all = new JsonObject();
        foreach (var (name, part) in parts) all.Add(name, part);
        return all;
    }

    private static JsonObject Error(ErrorEntry entry) => new()
    {
        ["code"] = (int)entry.Code,
        ["status"] = entry.HttpStatus,
        ["en"] = entry.Meaning,
        ["zh"] = entry.MeaningZh,
        ["waiting_helps"] = entry.WaitingHelps,
    };

    private static JsonObject Rule(RuleEntry rule) => new() { ["id"] = rule.Id, ["field"] = rule.Field, ["en"] = rule.En, ["zh"] = rule.Zh };
}
