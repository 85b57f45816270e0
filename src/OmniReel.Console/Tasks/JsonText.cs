using System.Text.Encodings.Web;
using System.Text.Json;

namespace OmniReel.Console.Tasks;

/// <summary>JSON for people: indented, Chinese readable, long Base64 cut.</summary>
public static class JsonText
{
    private const int LongestText = 4000;

    private static readonly JsonWriterOptions s_indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonDocumentOptions s_lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The text indented; as it is, where it is no JSON.</summary>
    public static string Pretty(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, s_lenient);
            using var memory = new MemoryStream();
            using (var writer = new Utf8JsonWriter(memory, s_indented)) Write(writer, document.RootElement);
            return System.Text.Encoding.UTF8.GetString(memory.ToArray());
        }
        catch (JsonException)
        {
            return json;
        }
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray()) Write(writer, item);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String when value.GetString() is { Length: > LongestText } text:
                writer.WriteStringValue($"{text[..80]}… ({text.Length} characters)");
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
