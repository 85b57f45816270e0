using System.Globalization;
using System.Text.Json;

namespace OmniReel.Client.Reading;

/// <summary>Reads what is there and of the right sense, whether it is written as a number or as a text; null for anything else.</summary>
internal static class Json
{
    public static JsonElement? Part(this JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var part) && part.ValueKind != JsonValueKind.Null ? part : null;

    public static JsonElement? Object(this JsonElement from, string name) => from.Part(name) is { ValueKind: JsonValueKind.Object } part ? part : null;

    public static IEnumerable<JsonElement> Items(this JsonElement from, string name) =>
        from.Part(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    public static string? Text(this JsonElement from, string name) => from.Part(name) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };

    public static long? Whole(this JsonElement from, string name) => from.Part(name) switch
    {
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt64(out var whole) => whole,
        { ValueKind: JsonValueKind.Number } number when number.TryGetDouble(out var real) && Math.Abs(real) < 1e15 => (long)real,
        { ValueKind: JsonValueKind.String } text when long.TryParse(text.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
        _ => null,
    };

    public static bool? Truth(this JsonElement from, string name) => from.Part(name) switch
    {
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => null,
    };

    /// <summary>Unix milliseconds. Relays write seconds; no task is older than this API, so the size tells which.</summary>
    public static long? Time(this JsonElement from, string name) => from.Whole(name) is { } time ? time is > 0 and < 100_000_000_000 ? time * 1000 : time : null;
}
