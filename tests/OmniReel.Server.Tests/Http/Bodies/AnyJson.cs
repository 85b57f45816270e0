using System.Text;
using System.Text.Json.Nodes;

namespace OmniReel.Server.Tests.Http.Bodies;

/// <summary>Bodies as nobody means them: sound ones with parts torn out, swapped, doubled or of another kind, and bytes that are no JSON at all. Seeded.</summary>
internal sealed class AnyJson(Random random, IReadOnlyList<string> sound)
{
    private static readonly string[] s_texts =
    [
        "", " ", "a", "5", "05", "-1", "16:9", "std", "on", "true", "null", "@", "..", "<<<element_1>>>", "\u0000", "\u0001", "😀", "e\u0301", "\ufeff", "\u202e", "https://media.example.com/a.png",
        "http://[::1", "file:///etc/passwd", "data:image/png;base64,iVBORw0KGgo=", "iVBORw0KGgo=", "AAAA", "835266081714884677", "99999999999999999999999", "o_101", "image_refer", "video_refer", "customize",
    ];

    private static readonly string[] s_raw =
    [
        "0", "-0", "1e400", "1.5", "007", "99999999999999999999", "true", "false", "null", "{}", "[]", "[[]]", "{\"a\":{}}", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u0000\"", "NaN", "'x'", "[1,]", "{,}",
    ];

    private readonly List<string> _names = [.. sound.SelectMany(body => Names(JsonNode.Parse(body)!)).Distinct(), "zoom", "", "\u0000", "a.b", "__proto__"];

    /// <summary>The next body; one in sixteen is a sound one.</summary>
    public byte[] Next()
    {
        var text = sound[random.Next(sound.Count)];
        if (random.Next(16) == 0) return Encoding.UTF8.GetBytes(text);
        var body = JsonNode.Parse(text)!;
        for (var changes = random.Next(1, 5); changes > 0; changes--) Change(body);
        var bytes = Encoding.UTF8.GetBytes(random.Next(4) == 0 ? Splice(body.ToJsonString()) : body.ToJsonString());
        return random.Next(5) == 0 ? Damaged(bytes) : bytes;
    }

    /// <summary>Changes one place anywhere in the tree.</summary>
    private void Change(JsonNode body)
    {
        var node = body;
        while (random.Next(3) > 0 && Child(node) is { } child) node = child;
        if (node is JsonArray list)
        {
            if (list.Count > 0 && random.Next(3) == 0) list.RemoveAt(random.Next(list.Count));
            else if (list.Count > 0 && random.Next(2) == 0) list.Add(list[random.Next(list.Count)]?.DeepClone());
            else list.Add(Value(3));
        }
        else if (node is JsonObject { Count: > 0 } parts && random.Next(4) == 0)
        {
            parts.Remove(parts.ElementAt(random.Next(parts.Count)).Key);
        }
        else if (node is JsonObject fields)
        {
            fields[random.Next(3) == 0 || fields.Count == 0 ? _names[random.Next(_names.Count)] : fields.ElementAt(random.Next(fields.Count)).Key] = Value(3);
        }
    }

    private JsonNode? Child(JsonNode node)
    {
        var children = node switch
        {
            JsonObject parts => parts.Select(part => part.Value),
            JsonArray items => items,
            _ => [],
        };
        var deeper = children.Where(child => child is JsonObject or JsonArray).ToList();
        return deeper.Count == 0 ? null : deeper[random.Next(deeper.Count)];
    }

    private JsonNode? Value(int depth) => random.Next(depth > 0 ? 9 : 6) switch
    {
        0 => null,
        1 => JsonValue.Create(random.Next(2) == 0),
        2 => JsonValue.Create(random.NextInt64()),
        3 => JsonValue.Create(random.NextDouble() * 100),
        4 => JsonValue.Create(new string((char)random.Next('a', 'z'), random.Next(1, random.Next(20) == 0 ? 5000 : 30))),
        5 => JsonValue.Create(s_texts[random.Next(s_texts.Length)]),
        6 => new JsonArray([.. Enumerable.Range(0, random.Next(random.Next(50) == 0 ? 200 : 4)).Select(_ => Value(depth - 1))]),
        7 => new JsonObject(Enumerable.Range(0, random.Next(4)).Select(_ => _names[random.Next(_names.Count)]).Distinct().Select(name => KeyValuePair.Create(name, Value(depth - 1)))),
        _ => JsonNode.Parse(sound[random.Next(sound.Count)]),
    };

    /// <summary>Text that a tree cannot hold, in the place of a value or behind a comma.</summary>
    private string Splice(string json)
    {
        var colons = Enumerable.Range(0, json.Length).Where(at => json[at] == ':').ToList();
        if (colons.Count == 0) return json;
        var at = colons[random.Next(colons.Count)] + 1;
        return random.Next(4) switch
        {
            0 => json[..at] + s_raw[random.Next(s_raw.Length)] + ",\"spliced\":" + json[at..],
            1 => json[..at] + " // a comment\n" + json[at..],
            2 => json[..^1] + "," + json[1..],
            _ => json[..at] + new string('[', random.Next(1, 80)) + new string(']', random.Next(1, 80)) + ",\"spliced\":" + json[at..],
        };
    }

    private byte[] Damaged(byte[] bytes)
    {
        var at = random.Next(bytes.Length);
        return random.Next(5) switch
        {
            0 => bytes[..at],
            1 => [.. bytes, .. bytes],
            2 => [0xEF, 0xBB, 0xBF, .. bytes],
            3 => [.. bytes[..at], (byte)random.Next(256), .. bytes[at..]],
            _ => [.. bytes.Select(b => random.Next(50) == 0 ? (byte)random.Next(256) : b)],
        };
    }

    private static IEnumerable<string> Names(JsonNode node) => node switch
    {
        JsonObject parts => parts.SelectMany(part => part.Value is null ? [part.Key] : Names(part.Value).Prepend(part.Key)),
        JsonArray items => items.SelectMany(item => item is null ? [] : Names(item)),
        _ => [],
    };
}
