using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OmniReel.Server.Http.OpenApi;

/// <summary>Writes JSON as YAML: mappings and lists in blocks, texts in quotation marks, which every reader of YAML takes as they are.</summary>
internal static class YamlText
{
    /// <summary>The document, ending in a line feed.</summary>
    public static string Of(JsonObject document)
    {
        var text = new StringBuilder(512 << 10);
        Mapping(text, document, 0, isFirstInline: false);
        return text.ToString();
    }

    private static void Mapping(StringBuilder text, JsonObject mapping, int depth, bool isFirstInline)
    {
        foreach (var (name, value) in mapping)
        {
            if (!isFirstInline) text.Append(' ', depth);
            isFirstInline = false;
            text.Append(Key(name)).Append(':');
            Value(text, value, depth + 2);
        }
    }

    private static void List(StringBuilder text, JsonArray list, int depth)
    {
        foreach (var item in list)
        {
            text.Append(' ', depth).Append('-');
            if (item is JsonObject { Count: > 0 } mapping) Mapping(text.Append(' '), mapping, depth + 2, isFirstInline: true);
            else Value(text, item, depth + 2);
        }
    }

    private static void Value(StringBuilder text, JsonNode? value, int depth)
    {
        switch (value)
        {
            case JsonObject { Count: > 0 } mapping:
                Mapping(text.Append('\n'), mapping, depth, isFirstInline: false);
                break;
            case JsonArray { Count: > 0 } list:
                List(text.Append('\n'), list, depth);
                break;
            case null:
                text.Append(" null\n");
                break;
            default:
                text.Append(' ').Append(value is JsonValue scalar && scalar.GetValueKind() == JsonValueKind.String ? Quoted(scalar.GetValue<string>()) : value.ToJsonString()).Append('\n');
                break;
        }
    }

    // A plain key must not look like a number, a word of YAML's own, or hold its punctuation.
    private static string Key(string name) =>
        name.Length > 0 && char.IsAsciiLetter(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') && name is not ("null" or "true" or "false" or "yes" or "no" or "on" or "off" or "y" or "n")
            ? name
            : Quoted(name);

    private static string Quoted(string value) => $"\"{JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
