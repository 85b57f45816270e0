using System.Text.Json.Nodes;

namespace OmniReel.Server.Http.OpenApi;

/// <summary>The small parts that an OpenAPI document is put together from.</summary>
internal static class JsonParts
{
    /// <summary>A reference to a component.</summary>
    public static JsonObject Ref(string kind, string name) => new() { ["$ref"] = $"#/components/{kind}/{name}" };

    /// <summary>A list of words.</summary>
    public static JsonArray List(IEnumerable<string> words)
    {
        var list = new JsonArray();
        foreach (var word in words) list.Add((JsonNode)word);
        return list;
    }

    /// <summary>A list of objects.</summary>
    public static JsonArray List(IEnumerable<JsonObject> parts)
    {
        var list = new JsonArray();
        foreach (var part in parts) list.Add((JsonNode)part);
        return list;
    }

    /// <summary>A text of these words and no other.</summary>
    public static JsonObject Enum(IEnumerable<string> words) => new() { ["type"] = "string", ["enum"] = List(words) };

    /// <summary>The object with its description in both languages.</summary>
    public static JsonObject Says(this JsonObject part, Said text) => part.With("description", text.English).With("x-description-zh", text.Chinese);

    /// <summary>The object with one more member.</summary>
    public static JsonObject With(this JsonObject part, string name, JsonNode? value)
    {
        part[name] = value;
        return part;
    }
}
