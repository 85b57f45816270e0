using System.Text;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using OmniReel.Contract.Answers;
using OmniReel.Contract.Errors;
using OmniReel.Contract.Pricing;
using OmniReel.Contract.Reading;
using OmniReel.Contract.Requests;

namespace OmniReel.Server.Http.OpenApi.Operations;

/// <summary>What is answered to a request of the document's, made of the records that answers are made of and by the reader that reads them.</summary>
internal static class Samples
{
    public const string RequestId = "4d3b6c8e-0f0c-4c3d-9d55-6a7f6a3a4f10";
    public const string TaskId = "186435297105231874";
    public const string ExternalId = "order-42";
    public const string ElementId = "321922438904313";
    public const long CreatedAt = 1795435200000;

    private const string Server = "http://127.0.0.1:8080";

    /// <summary>A value as the wire has it.</summary>
    public static JsonNode Node<T>(T value, JsonTypeInfo<T> type) => JsonNode.Parse(WireJson.ToUtf8(value, type))!;

    /// <summary>A good answer.</summary>
    public static JsonNode Ok<T>(T data, JsonTypeInfo<T> type)
    {
        var answer = Done();
        answer["data"] = Node(data, type);
        return answer;
    }

    /// <summary>A good answer without data.</summary>
    public static JsonNode Done() => new JsonObject { ["code"] = 0, ["message"] = Envelope.Success, ["request_id"] = RequestId };

    /// <summary>A signed link.</summary>
    public static string Link(string artifact) => $"{Server}/files/{artifact}?exp=1796083200&sig=s0Qm1k2Vb7nXn0uQe5r8s1YyCkq3dF4g5H6j7K8l9M0";

    /// <summary>The answer to a create.</summary>
    public static CreatedData Created => new() { TaskId = TaskId, TaskInfo = new() { ExternalTaskId = ExternalId }, TaskStatus = TaskStatusWords.Submitted, CreatedAt = CreatedAt, UpdatedAt = CreatedAt };

    /// <summary>A task that waits.</summary>
    public static TaskData Waiting => new()
    {
        TaskId = TaskId,
        TaskStatus = TaskStatusWords.Submitted,
        TaskInfo = new() { ExternalTaskId = ExternalId },
        WatermarkInfo = new() { Enabled = false },
        FinalUnitDeduction = "3",
        CreatedAt = CreatedAt,
        UpdatedAt = CreatedAt,
        OmniReel = new() { Engine = "embedded", Attempts = 0, Status = "queued", QueuePosition = 2, EtaMs = 9_000 },
    };

    /// <summary>A task whose film is there.</summary>
    public static TaskData Made => Waiting with
    {
        TaskStatus = TaskStatusWords.Succeed,
        TaskResult = new() { Videos = [new() { Id = $"{TaskId}-1-video", Url = Link($"{TaskId}-1-video"), Duration = "5.041" }] },
        UpdatedAt = CreatedAt + 6_200,
        OmniReel = new()
        {
            Plan = """{"shots":[{"place":"sea"}]}""",
            NotUnderstood = ["gutter"],
            Engine = "embedded",
            Attempts = 1,
            Status = "succeeded",
            PosterUrl = Link($"{TaskId}-1-poster"),
            StripUrl = Link($"{TaskId}-1-strip"),
            StoryboardUrl = Link($"{TaskId}-1-storyboard"),
        },
    };

    /// <summary>A task whose input broke a rule.</summary>
    public static TaskData Failed => Waiting with
    {
        TaskStatus = TaskStatusWords.Failed,
        TaskStatusMsg = "image_list[0].image_url: each side is at least 300 px; the picture is 200 × 200 (image_side)",
        FinalUnitDeduction = "0",
        UpdatedAt = CreatedAt + 900,
        OmniReel = new() { Engine = "embedded", Attempts = 1, Status = "failed" },
    };

    /// <summary>A task that was canceled.</summary>
    public static TaskData Canceled => Failed with { TaskStatusMsg = "canceled", OmniReel = new() { Engine = "embedded", Attempts = 0, Status = "canceled" } };

    /// <summary>The body that a receiver of callbacks gets.</summary>
    public static CallbackBody Callback => new()
    {
        TaskId = TaskId,
        TaskStatus = TaskStatusWords.Succeed,
        TaskStatusMsg = "",
        CreatedAt = CreatedAt,
        UpdatedAt = CreatedAt + 6_200,
        FinalUnitDeduction = "3",
        TaskInfo = new() { ExternalTaskId = ExternalId },
        TaskResult = Made.TaskResult,
    };

    /// <summary>The quote of a body.</summary>
    public static QuoteData Quote(string body) => Quotes.Of(Read(body, Language.English), PriceTable.Default);

    /// <summary>The refusal of a body, in a language.</summary>
    public static JsonNode Refused(string body, Language language) => Refused(Read(body, language));

    /// <summary>The refusal of what was read.</summary>
    public static JsonNode Refused(ReadOutcome read) => Node(
        new Envelope<ErrorData> { Code = (int)ErrorCode.BadValue, Message = read.Message, RequestId = RequestId, Data = ErrorData.Of(read) },
        WireContext.Default.EnvelopeErrorData);

    private static ReadResult Read(string body, Language language) => RequestReader.Read(Encoding.UTF8.GetBytes(body), ApiProfile.Relay, new Nobody(), language);

    /// <summary>A catalogue that is never asked: these bodies name no element.</summary>
    private sealed class Nobody : IElementCatalog
    {
        public ElementKind? Find(string elementId) => null;
    }
}
