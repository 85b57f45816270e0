using System.Text.Json.Nodes;
using OmniReel.Contract.Answers;
using OmniReel.Contract.Errors;
using OmniReel.Server.Http.Answers;
using OmniReel.Server.Http.OpenApi.Operations;
using OmniReel.Server.Http.OpenApi.Schemas;

namespace OmniReel.Server.Http.OpenApi;

/// <summary>Writes operations as OpenAPI has them.</summary>
internal sealed class OperationWriter(AnswerSchemas schemas)
{
    private const string Unauthorized = "Unauthorized";
    private const string Anywhere = "Anywhere";

    /// <summary>One verb of one path.</summary>
    public JsonObject Write(Operation operation)
    {
        var node = new JsonObject { ["operationId"] = operation.Id, ["tags"] = JsonParts.List([operation.Tag]) }
            .With("summary", operation.Summary.English).With("x-summary-zh", operation.Summary.Chinese).Says(operation.Text ?? operation.Summary);
        if (!operation.NeedsKey) node["security"] = new JsonArray();
        if (operation.Takes.Count > 0) node["parameters"] = JsonParts.List(operation.Takes.Select(name => JsonParts.Ref("parameters", name)));
        if (operation.Body is { } body) node["requestBody"] = Body(body);
        node["responses"] = Responses(operation);
        if (operation.Callback is { } callback) node["callbacks"] = new JsonObject { [callback] = JsonParts.Ref("callbacks", callback) };
        return node;
    }

    /// <summary>The answers that many operations have in common.</summary>
    public JsonObject Shared() => new()
    {
        [Unauthorized] = Refusal(KnownErrors.Key, []).Says(new("There is no key, or none that is good here.", "没有密钥，或密钥无效。")),
        [Anywhere] = Refusal(KnownErrors.Anywhere, []).Says(new(
            "What any path may answer: a method that it does not have (404/1202), a path that is not there (404/1203), malformed HTTP, or a fault of the server's.",
            "任何路径都可能返回的响应：方法不支持（404/1202）、路径不存在（404/1203）、HTTP 格式错误，或服务内部错误。")),
    };

    private static JsonObject Body(Sent body)
    {
        if (body.Schema is null)
        {
            var file = new JsonObject { ["type"] = "string", ["contentMediaType"] = "application/octet-stream" }.Says(new("The file.", "文件。"));
            return new()
            {
                ["required"] = body.IsRequired,
                ["content"] = new JsonObject
                {
                    ["application/octet-stream"] = new JsonObject { ["schema"] = file },
                    ["multipart/form-data"] = new JsonObject
                    {
                        ["schema"] = RequestField.Of(new("A form with one file.", "含一个文件的表单。"), new JsonObject().Add("file", file.DeepClone().AsObject(), new("The file.", "文件。")), "file"),
                    },
                },
            };
        }

        return new()
        {
            ["required"] = body.IsRequired,
            ["content"] = new JsonObject { [Answer.Json] = new JsonObject { ["schema"] = JsonParts.Ref("schemas", body.Schema), ["examples"] = Examples(body.Examples) } },
        };
    }

    private JsonObject Responses(Operation operation)
    {
        var responses = new JsonObject();
        foreach (var answer in operation.Answers) responses[answer.Status.ToString()] = Good(answer);
        if (operation.NeedsKey) responses["401"] = JsonParts.Ref("responses", Unauthorized);
        var byStatus = operation.Refusals.GroupBy(error => error.Status).Select(group => (Status: group.Key, Errors: group.ToList())).ToList();
        if (operation.RefusedBodies.Count > 0 && byStatus.All(group => group.Status != 400)) byStatus.Add((400, []));
        foreach (var (status, errors) in byStatus.OrderBy(group => group.Status))
            responses[status.ToString()] = Refusal(errors, status == 400 ? operation.RefusedBodies : []).Says(Meaning(status, errors));
        responses["default"] = JsonParts.Ref("responses", Anywhere);
        return responses;
    }

    private JsonObject Good(Answer answer)
    {
        var response = new JsonObject().Says(answer.Text);
        response["headers"] = Headers([AnswerHeaders.RequestId, .. answer.Headers]);
        if (answer.Types.Count == 0) return response;
        var content = new JsonObject();
        foreach (var type in answer.Types) content[type] = Content(answer, type);
        return response.With("content", content);
    }

    private JsonObject Content(Answer answer, string type)
    {
        if (type == Answer.Json && !answer.IsBare)
        {
            var shapes = answer.Data.Count == 0 ? [schemas.Envelope(null)] : answer.Data.Select(data => schemas.Envelope(data)).ToList();
            return new() { ["schema"] = shapes.Count == 1 ? shapes[0] : new JsonObject { ["anyOf"] = JsonParts.List(shapes) }, ["examples"] = Examples(answer.Examples) };
        }

        if (type == Answer.Json) return new() { ["schema"] = new JsonObject { ["type"] = "object", ["additionalProperties"] = true } };
        var text = new JsonObject { ["type"] = "string", ["contentMediaType"] = type };
        if (answer.Events.Count == 0) return new() { ["schema"] = text };
        // OpenAPI 3.1 has no schema for the events inside a stream.
        var events = new JsonObject();
        foreach (var (name, data) in answer.Events) events[name] = schemas.Of(data);
        return new() { ["schema"] = text.With("x-omnireel-events", events), ["examples"] = Examples(answer.Examples) };
    }

    private JsonObject Refusal(IReadOnlyList<ApiError> errors, IReadOnlyList<Example> bodies)
    {
        var examples = Examples(bodies);
        foreach (var error in errors)
        {
            var name = KnownErrors.NameOf(error);
            examples[name] = JsonParts.Ref("examples", name);
        }

        var headers = new List<string> { AnswerHeaders.RequestId };
        if (errors.Any(error => error.RetryAfter is not null)) headers.Add(AnswerHeaders.RetryAfter);
        if (errors.Any(error => error.Status == 401)) headers.Add(AnswerHeaders.Authenticate);
        if (errors.Any(error => error.Code == ErrorCode.WrongMethod)) headers.Add(AnswerHeaders.Allow);
        if (errors.Contains(ApiErrors.AlreadyEnded)) headers.Add(AnswerHeaders.Engine);
        return new()
        {
            ["description"] = "",
            ["headers"] = Headers(headers),
            ["content"] = new JsonObject { [Answer.Json] = new JsonObject { ["schema"] = schemas.Refusal(), ["examples"] = examples } },
        };
    }

    private static Said Meaning(int status, IReadOnlyList<ApiError> errors) => (status, errors) switch
    {
        (400, _) => new("Something about the request is wrong; the answer says what, and what would be right.", "请求有误；响应说明问题所在与正确做法。"),
        (_, [var only]) => new(only.English, only.Chinese),
        (_, [var first, ..]) => new($"{first.English} (Or another of the examples.)", $"{first.Chinese}（或示例中的其他情况。）"),
        _ => throw new InvalidOperationException($"No error has the status {status}."),
    };

    private static JsonObject Headers(IEnumerable<string> names)
    {
        var headers = new JsonObject();
        foreach (var name in names) headers[name] = JsonParts.Ref("headers", name);
        return headers;
    }

    private static JsonObject Examples(IReadOnlyList<Example> examples)
    {
        var all = new JsonObject();
        foreach (var example in examples)
            all[example.Name] = new JsonObject { ["summary"] = example.Summary.English, ["x-summary-zh"] = example.Summary.Chinese, ["value"] = example.Value.DeepClone() };
        return all;
    }
}
