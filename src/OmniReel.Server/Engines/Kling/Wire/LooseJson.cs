using System.Globalization;
using System.Text.Json;

namespace OmniReel.Server.Engines.Kling.Wire;

/// <summary>Members of objects whose writers do not agree on types: a number may be text, and text may be null or empty.</summary>
internal static class LooseJson
{
    /// <summary>The object of a name; null for anything else.</summary>
    public static JsonElement? Object(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Object ? member : null;

    /// <summary>The first item of a list of objects; null for anything else.</summary>
    public static JsonElement? FirstOf(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array && list.GetArrayLength() > 0
        && list[0].ValueKind == JsonValueKind.Object
            ? list[0]
            : null;

    /// <summary>Text that is not empty, or a number as it is written; null for anything else.</summary>
    public static string? Words(this JsonElement json, string name)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out var member))
            return null;
        var text = member.ValueKind switch
        {
            JsonValueKind.String => member.GetString(),
            JsonValueKind.Number => member.GetRawText(),
            _ => null,
        };
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    /// <summary>A number, or text that is one, with a percent sign or without; null for anything else.</summary>
    public static decimal? Number(this JsonElement json, string name) =>
        decimal.TryParse(json.Words(name)?.TrimEnd('%', ' '), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>An absolute http(s) URL; null for anything else.</summary>
    public static string? Link(this JsonElement json, string name) =>
        json.Words(name) is { } text && Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? text : null;
}
