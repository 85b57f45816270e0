using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OmniReel.Client.Reading;

/// <summary><c>data</c> of an answer.</summary>
internal static class Data
{
    /// <summary>Reads what only OmniReel sends, in exactly its shape.</summary>
    public static Func<JsonElement, T> As<T>(JsonTypeInfo<T> type)
        where T : class =>
        answer => (answer.Part("data") ?? throw new JsonException("it has no data")).Deserialize(type) ?? throw new JsonException("its data is empty");

    /// <summary>Reads each item of a list, which relays wrap in objects of their own.</summary>
    public static Func<JsonElement, IReadOnlyList<T>> EachAs<T>(Func<JsonElement, T> read) => answer => [.. List(answer).EnumerateArray().Select(read)];

    /// <summary>Takes any good answer for one, with data or without.</summary>
    public static bool Nothing(JsonElement answer) => answer.ValueKind == JsonValueKind.Object;

    private static JsonElement List(JsonElement answer)
    {
        var at = answer;
        for (var depth = 0; depth < 4; depth++)
        {
            if (at.Part("data") is not { } inner)
                break;
            if (inner.ValueKind == JsonValueKind.Array)
                return inner;
            if (inner.Part("items") is { ValueKind: JsonValueKind.Array } items)
                return items;
            at = inner;
        }

        throw new JsonException("it has no list");
    }
}
