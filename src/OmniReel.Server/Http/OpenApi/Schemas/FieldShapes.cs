using System.Text.Json.Nodes;
using OmniReel.Contract.Answers;
using OmniReel.Contract.Errors;
using OmniReel.Contract.Requests;
using OmniReel.Server.Lab.Scenarios;

namespace OmniReel.Server.Http.OpenApi.Schemas;

/// <summary>What the types of the answers' records do not say: words that a text is one of, forms of ids, numbers and links.</summary>
internal static class FieldShapes
{
    private static readonly string[] s_statuses = [TaskStatusWords.Submitted, TaskStatusWords.Processing, TaskStatusWords.Succeed, TaskStatusWords.Failed];

    /// <summary>Adds to the schema of one field.</summary>
    public static void Narrow(string schema, string field, JsonObject shape)
    {
        if (Words(schema, field) is { } words)
        {
            var list = JsonParts.List(words);
            if (shape["type"] is JsonArray) list.Add(null);
            shape["enum"] = list;
        }

        if (Pattern(schema, field) is { } pattern) shape["pattern"] = pattern;
        if (field.EndsWith("_url", StringComparison.Ordinal) || field is "url" or "frontal_image") shape["format"] = "uri";
        if (Example(field) is { } example) shape["examples"] = new JsonArray(example);
        if (field is "progress") shape.With("minimum", 0).With("maximum", 100);
        if (field is "attempts" or "queue_position" or "replayed") shape["minimum"] = 0;
    }

    private static IEnumerable<string>? Words(string schema, string field) => (schema, field) switch
    {
        (_, "task_status") => s_statuses,
        ("OmniReel", "status") => ["queued", "running", "succeeded", "failed", "canceled"],
        ("Element", "status") => ["succeed", "deleted"],
        ("Element", "reference_type") => WireWords.ReferenceTypes,
        ("ElementTag", "tag_id") => ElementTags.All,
        ("Callback", "state") => CallbackStateWords.All,
        ("Submit" or "Settled", "state") => SubmitStateWords.All,
        ("LabScenario", "place") => Enum.GetValues<LabPlace>().Select(place => place.ToString().ToLowerInvariant()),
        ("LabEntry", "kind") => ["create", "get", "list", "events", "cancel", "file", "other"],
        ("Quote", "verdict") => ["accepted", "refused"],
        ("Quote" or "OmniReel", "kind") => Enum.GetValues<InputKind>().Select(kind => kind.WireName()),
        ("Quote", "shots") => Enum.GetValues<ShotKind>().Select(kind => kind.WireName()),
        _ => null,
    };

    private static string? Pattern(string schema, string field) => (schema, field) switch
    {
        // A preset is shown as a task with a short id.
        ("ElementTask", "task_id") => "^[0-9]+$",
        (_, "task_id") => "^[0-9]{18}$",
        (_, "final_unit_deduction" or "units" or "amount") => @"^[0-9]+(\.[0-9]*[1-9])?$",
        (_, "duration") => @"^[0-9]+(\.[0-9]{1,3})?$",
        (_, "secret") => "^whsec_",
        _ => null,
    };

    private static JsonNode? Example(string field) => field switch
    {
        "created_at" or "updated_at" => 1795435200000,
        "duration" => "5.041",
        "currency" => "USD",
        _ => null,
    };

    /// <summary>The codes of the envelope, with what each means.</summary>
    public static JsonObject Codes()
    {
        var codes = new JsonArray();
        foreach (var entry in ErrorCodes.All)
        {
            if (entry.Code != ErrorCode.Ok) codes.Add((JsonNode)(int)entry.Code);
        }

        return new() { ["type"] = "integer", ["enum"] = codes };
    }
}
