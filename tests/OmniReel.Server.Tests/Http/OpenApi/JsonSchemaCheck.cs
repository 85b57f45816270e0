using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OmniReel.Server.Tests.Http.OpenApi;

/// <summary>
/// Holds values against the schemas of one document: the words of JSON Schema that the document uses, and no other; an unknown one is a
/// fault itself, so that nothing passes unread. Strict: a field that no schema names is a fault.
/// </summary>
internal sealed class JsonSchemaCheck(JsonElement document, bool isStrict = true)
{
    private static readonly HashSet<string> s_said = ["description", "default", "examples", "format", "contentMediaType"];

    /// <summary>What is wrong with a value; empty for nothing.</summary>
    public IReadOnlyList<string> Faults(JsonElement schema, JsonElement value)
    {
        var faults = new List<string>();
        Check(schema, value, "$", faults);
        return faults;
    }

    /// <summary>The element that a reference names; itself when it is none.</summary>
    public JsonElement Resolve(JsonElement part)
    {
        while (part.TryGetProperty("$ref", out var reference))
        {
            var at = document;
            foreach (var step in reference.GetString()!.Split('/').Skip(1)) at = at.GetProperty(step);
            part = at;
        }

        return part;
    }

    private void Check(JsonElement schema, JsonElement value, string at, List<string> faults)
    {
        schema = Resolve(schema);
        foreach (var word in schema.EnumerateObject())
        {
            switch (word.Name)
            {
                case "type":
                    var types = word.Value.ValueKind == JsonValueKind.Array ? word.Value.EnumerateArray().Select(type => type.GetString()!) : [word.Value.GetString()!];
                    if (!types.Any(type => Is(type, value))) faults.Add($"{at} is {Show(value)}, not {word.Value}");
                    break;
                case "enum":
                    if (!word.Value.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value))) faults.Add($"{at} is {Show(value)}, none of {word.Value}");
                    break;
                case "const":
                    if (!JsonElement.DeepEquals(word.Value, value)) faults.Add($"{at} is {Show(value)}, not {word.Value}");
                    break;
                case "anyOf":
                    AnyOf(word.Value, value, at, faults);
                    break;
                case "properties" or "required" or "additionalProperties":
                    break;
                default:
                    if (s_said.Contains(word.Name) || word.Name.StartsWith("x-", StringComparison.Ordinal)) break;
                    if (!Limit(word.Name, word.Value, value, at, faults)) faults.Add($"{at}: nobody here knows the word {word.Name}");
                    break;
            }
        }

        if (value.ValueKind == JsonValueKind.Object && schema.TryGetProperty("type", out _)) Fields(schema, value, at, faults);
    }

    private void AnyOf(JsonElement schemas, JsonElement value, string at, List<string> faults)
    {
        var all = schemas.EnumerateArray().Select(one =>
        {
            var found = new List<string>();
            Check(one, value, at, found);
            return found;
        }).ToList();
        if (all.All(found => found.Count > 0)) faults.Add($"{at} fits none: {string.Join(" / ", all.Select(found => found[0]))}");
    }

    private void Fields(JsonElement schema, JsonElement value, string at, List<string> faults)
    {
        if (schema.TryGetProperty("required", out var required))
            faults.AddRange(required.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{at}.{name} is missing"));
        var hasOthers = schema.TryGetProperty("additionalProperties", out var others);
        foreach (var field in value.EnumerateObject())
        {
            if (schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(field.Name, out var known)) Check(known, field.Value, $"{at}.{field.Name}", faults);
            else if (hasOthers && others.ValueKind == JsonValueKind.Object) Check(others, field.Value, $"{at}.{field.Name}", faults);
            else if (isStrict && !(hasOthers && others.ValueKind == JsonValueKind.True)) faults.Add($"{at}.{field.Name} is not described");
        }
    }

    /// <summary>False for a word that is no limit.</summary>
    private bool Limit(string word, JsonElement limit, JsonElement value, string at, List<string> faults)
    {
        bool? isKept = word switch
        {
            "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, limit.GetString()!),
            "minLength" => value.ValueKind != JsonValueKind.String || Scalars(value) >= limit.GetInt32(),
            "maxLength" => value.ValueKind != JsonValueKind.String || Scalars(value) <= limit.GetInt32(),
            "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDecimal() >= limit.GetDecimal(),
            "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDecimal() <= limit.GetDecimal(),
            "minItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= limit.GetInt32(),
            "maxItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() <= limit.GetInt32(),
            "items" => true,
            _ => null,
        };
        if (isKept == false) faults.Add($"{at} is {Show(value)}, against {word} {limit}");
        if (word == "items" && value.ValueKind == JsonValueKind.Array)
        {
            foreach (var (i, item) in value.EnumerateArray().Index()) Check(limit, item, $"{at}[{i.ToString(CultureInfo.InvariantCulture)}]", faults);
        }

        return isKept is not null;
    }

    private static int Scalars(JsonElement text) => text.GetString()!.EnumerateRunes().Count();

    private static bool Is(string type, JsonElement value) => type switch
    {
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) && decimal.IsInteger(number),
        "number" => value.ValueKind == JsonValueKind.Number,
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => false,
    };

    private static string Show(JsonElement value) => value.GetRawText() is { Length: > 80 } text ? string.Concat(text.AsSpan(0, 79), "…") : value.GetRawText();
}
