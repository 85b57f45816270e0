using System.Text.Json.Nodes;
using OmniReel.Server.Http.Rules;

namespace OmniReel.Server.Http.OpenApi.Schemas;

/// <summary>Pieces of the schemas of what is sent. A body is read by hand, so that all its faults can be told at once; its schema is written by hand too, its words and rules are the reader's.</summary>
internal static class RequestField
{
    /// <summary>Free text.</summary>
    public static JsonObject Text(int? most = null)
    {
        var text = new JsonObject { ["type"] = "string" };
        return most is null ? text : text.With("maxLength", most);
    }

    /// <summary>An absolute http(s) URL.</summary>
    public static JsonObject Url() => new() { ["type"] = "string", ["format"] = "uri", ["pattern"] = "^https?://" };

    /// <summary>A URL, or the picture itself as Base64.</summary>
    public static JsonObject Picture() => new() { ["type"] = "string" };

    /// <summary>Whole seconds, as the vendor writes them or as a number.</summary>
    public static JsonObject Seconds(int least, int most) => new()
    {
        ["anyOf"] = new JsonArray(
            JsonParts.Enum(Enumerable.Range(least, most - least + 1).Select(seconds => seconds.ToString())),
            new JsonObject { ["type"] = "integer", ["minimum"] = least, ["maximum"] = most }),
    };

    /// <summary>Decimal digits, as a text or as a number; ids may be larger than 2^53.</summary>
    public static JsonObject Digits() => new()
    {
        ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "string", ["pattern"] = "^[0-9]{1,32}$" }, new JsonObject { ["type"] = "integer", ["format"] = "int64", ["minimum"] = 0 }),
    };

    /// <summary>A list of things of one schema.</summary>
    public static JsonObject List(string item, int? most = null)
    {
        var list = new JsonObject { ["type"] = "array", ["items"] = JsonParts.Ref("schemas", item) };
        return most is null ? list : list.With("maxItems", most);
    }

    /// <summary>Adds a field, what is said of it and the rules that can refuse it: these, or where none is named those of the top-level field of that name.</summary>
    public static JsonObject Add(this JsonObject properties, string name, JsonObject field, Said text, params string[] rules)
    {
        var all = RuleCatalogue.All.Where(rule => rules.Length > 0 ? rules.Contains(rule.Id) : rule.Field == name).Select(rule => rule.Id).ToList();
        properties[name] = field.Says(text);
        if (all.Count > 0) field["x-omnireel-rules"] = JsonParts.List(all);
        return properties;
    }

    /// <summary>An object of these fields.</summary>
    public static JsonObject Of(Said text, JsonObject properties, params string[] required)
    {
        var schema = new JsonObject { ["type"] = "object" }.Says(text).With("properties", properties);
        return required.Length > 0 ? schema.With("required", JsonParts.List(required)) : schema;
    }

    /// <summary>The rules that any part of a body can break.</summary>
    public static JsonObject WithRulesOfAny(this JsonObject body) =>
        body.With("x-omnireel-rules", JsonParts.List(RuleCatalogue.All.Where(rule => rule.Field == "*").Select(rule => rule.Id)));
}
