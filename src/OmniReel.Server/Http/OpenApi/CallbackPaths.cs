using System.Text.Json.Nodes;
using OmniReel.Contract.Answers;
using OmniReel.Server.Http.OpenApi.Operations;
using OmniReel.Server.Http.OpenApi.Schemas;

namespace OmniReel.Server.Http.OpenApi;

/// <summary>What we send to a <c>callback_url</c>: the bare task object, with the headers of Standard Webhooks.</summary>
internal static class CallbackPaths
{
    private const string Receiver = "{$request.body#/callback_url}";

    /// <summary>The callbacks by the names of their components.</summary>
    public static JsonObject All(AnswerSchemas schemas) => new()
    {
        ["TaskChanged"] = One("taskChanged", Tags.Callbacks, schemas.Of(typeof(CallbackBody)), Samples.Node(Samples.Callback, WireContext.Default.CallbackBody), new(
            "The task began, or ended. Sent again with growing pauses until it is answered with 2xx; the body and `webhook-id` never change. 410 ends it.",
            "任务开始或结束。直到返回 2xx 为止会以递增的间隔重试；请求体与 `webhook-id` 不变。返回 410 则停止。")),
        ["ElementChanged"] = One("elementChanged", Tags.Callbacks, schemas.Of(typeof(ElementTaskData)), null, new("The element's task began, or ended.", "创建主体的任务开始或结束。")),
    };

    private static JsonObject One(string id, string tag, JsonObject schema, JsonNode? example, Said text)
    {
        var content = new JsonObject { ["schema"] = schema };
        if (example is not null) content["example"] = example;
        var post = new JsonObject { ["operationId"] = id, ["summary"] = "A callback" }.Says(text)
            .With("tags", JsonParts.List([tag]))
            .With("security", new JsonArray())
            .With("parameters", JsonParts.List(
                [
                    Header("webhook-id", "The delivery's id, the same in every attempt: what was seen already is a repeat.", "投递 id，每次尝试相同；见过即为重复。", true),
                    Header("webhook-timestamp", "Unix seconds of this attempt.", "本次尝试的 Unix 秒。", true),
                    Header("webhook-signature", "`v1,` and the Base64 of HMAC-SHA256 over `id.timestamp.body`; several, divided by blanks, while a secret is being changed. There when a secret is set.",
                        "`v1,` 加上对 `id.timestamp.body` 的 HMAC-SHA256 的 Base64；更换密钥期间可有多个，以空格分隔。设置密钥后才有。", false),
                ]))
            .With("requestBody", new JsonObject { ["required"] = true, ["content"] = new JsonObject { [Answer.Json] = content } })
            .With("responses", new JsonObject
            {
                ["2XX"] = new JsonObject().Says(new("Taken.", "已接收。")),
                ["410"] = new JsonObject().Says(new("Not wanted any more: it is not sent again.", "不再需要：不会重发。")),
                ["default"] = new JsonObject().Says(new("Not taken: it is sent again later.", "未接收：稍后重发。")),
            });
        return new() { [Receiver] = new JsonObject { ["post"] = post } };
    }

    private static JsonObject Header(string name, string english, string chinese, bool isRequired) =>
        new JsonObject { ["name"] = name, ["in"] = "header", ["required"] = isRequired }.Says(new(english, chinese)).With("schema", new JsonObject { ["type"] = "string" });
}
