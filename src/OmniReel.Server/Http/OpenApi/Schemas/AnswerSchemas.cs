using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using OmniReel.Contract.Answers;
using OmniReel.Contract.Rules;
using OmniReel.Server.Http.Lab;

namespace OmniReel.Server.Http.OpenApi.Schemas;

/// <summary>The schemas of what is answered, derived from the metadata by which answers are written: a field of a record is a field of the document.</summary>
internal sealed class AnswerSchemas(FieldWords words)
{
    private readonly SortedDictionary<string, JsonObject> _all = new(StringComparer.Ordinal);

    /// <summary>Every schema that was asked for, and those that it holds.</summary>
    public IReadOnlyDictionary<string, JsonObject> All => _all;

    /// <summary>The envelope around this data; around none where that is null.</summary>
    public JsonObject Envelope(Type? data)
    {
        var name = data is null ? "DoneAnswer" : (Item(data) is { } item ? Name(item) + "ListAnswer" : Name(data) + "Answer");
        if (_all.ContainsKey(name)) return JsonParts.Ref("schemas", name);
        var (properties, required) = Head(new JsonObject { ["const"] = 0, ["type"] = "integer" });
        if (data is not null)
        {
            properties["data"] = Of(data).Says(words.Of("Envelope.data"));
            required.Add((JsonNode)"data");
        }

        return Define(name, words.Of("Envelope"), properties, required);
    }

    /// <summary>The envelope of every refusal and failure.</summary>
    public JsonObject Refusal()
    {
        if (_all.ContainsKey("Refusal")) return JsonParts.Ref("schemas", "Refusal");
        var (properties, required) = Head(FieldShapes.Codes());
        properties["data"] = Of(typeof(ErrorData)).Says(words.Of("Refusal.data"));
        return Define("Refusal", words.Of("Refusal"), properties, required);
    }

    /// <summary>The schema of a value of this type: written out where it is plain, a reference where it is a record.</summary>
    public JsonObject Of(Type type)
    {
        if (Plain(type) is { } plain) return plain;
        if (Item(type) is { } item) return new() { ["type"] = "array", ["items"] = Of(item) };
        var info = WireContext.Default.GetTypeInfo(type) ?? LabContext.Default.GetTypeInfo(type) ?? throw new InvalidOperationException($"No context of JSON knows {type.Name}.");
        if (info.Kind == JsonTypeInfoKind.Dictionary) return new() { ["type"] = "object", ["additionalProperties"] = new JsonObject { ["type"] = "string" } };

        var name = Name(type);
        if (_all.ContainsKey(name)) return JsonParts.Ref("schemas", name);
        // Named before its fields are looked at, so that a record may hold itself.
        _all.Add(name, []);
        var (properties, required) = (new JsonObject(), new JsonArray());
        foreach (var property in info.Properties)
        {
            // What a client keeps for itself is never written.
            if (property.Get is null) continue;
            var field = Field(property);
            FieldShapes.Narrow(name, property.Name, field);
            properties[property.Name] = field.Says(words.Of($"{name}.{property.Name}"));
            if (property.ShouldSerialize is null) required.Add((JsonNode)property.Name);
        }

        return Define(name, words.Of(name), properties, required);
    }

    /// <summary>The name of a record in the document: its own without <c>Data</c>.</summary>
    public static string Name(Type type) => type == typeof(CreatedData) ? "CreatedTask"
        : type.Name.EndsWith("Data", StringComparison.Ordinal) ? type.Name[..^4]
        : type == typeof(RuleEntry) ? "Rule"
        : type.Name;

    private static Type? Item(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;

    private JsonObject Field(JsonPropertyInfo property)
    {
        // What holds JSON already is written as it is: any object.
        if (property.CustomConverter is not null) return new() { ["type"] = "object", ["additionalProperties"] = true };
        var field = Of(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType);
        var mayBeNull = property.ShouldSerialize is null && property.IsGetNullable;
        if (!mayBeNull) return field;
        if (field["$ref"] is not null) return new() { ["anyOf"] = new JsonArray(field, new JsonObject { ["type"] = "null" }) };
        field["type"] = new JsonArray((string)field["type"]!, "null");
        return field;
    }

    private static JsonObject? Plain(Type type) => type switch
    {
        _ when type == typeof(string) => new() { ["type"] = "string" },
        _ when type == typeof(bool) => new() { ["type"] = "boolean" },
        _ when type == typeof(int) => new() { ["type"] = "integer", ["format"] = "int32" },
        _ when type == typeof(long) => new() { ["type"] = "integer", ["format"] = "int64" },
        _ when type == typeof(double) => new() { ["type"] = "number" },
        _ => null,
    };

    private (JsonObject Properties, JsonArray Required) Head(JsonObject code) =>
        (new()
        {
            ["code"] = code.Says(words.Of("Envelope.code")),
            ["message"] = new JsonObject { ["type"] = "string" }.Says(words.Of("Envelope.message")),
            ["request_id"] = new JsonObject { ["type"] = "string" }.Says(words.Of("Envelope.request_id")),
        },
        JsonParts.List(["code", "message", "request_id"]));

    private JsonObject Define(string name, Said text, JsonObject properties, JsonArray required)
    {
        var schema = new JsonObject { ["type"] = "object" }.Says(text).With("properties", properties);
        _all[name] = required.Count > 0 ? schema.With("required", required) : schema;
        return JsonParts.Ref("schemas", name);
    }
}
