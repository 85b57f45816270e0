using System.Text.Json;
using System.Text.RegularExpressions;
using OmniReel.Console.Words;

namespace OmniReel.Console.Tasks;

/// <summary>The words of a stored request: how a task's prompt begins, and what each of its shots was asked to be.</summary>
public static partial class PromptText
{
    private static readonly JsonDocumentOptions s_lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The prompts of the shots that were written one by one, or the one prompt; empty where there is none, or the body is no JSON.</summary>
    public static IReadOnlyList<string> Shots(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body, s_lenient);
            return Read(json.RootElement);
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>Whether the body has a picture of this type: <c>first_frame</c>, <c>end_frame</c>.</summary>
    public static bool HasFrame(string body, string type)
    {
        try
        {
            using var json = JsonDocument.Parse(body, s_lenient);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("image_list", out var pictures) && pictures.ValueKind == JsonValueKind.Array
                && pictures.EnumerateArray().Any(picture => picture.ValueKind == JsonValueKind.Object && picture.TryGetProperty("type", out var named) && named.ValueKind == JsonValueKind.String && named.ValueEquals(type));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Whether the body has one text for several shots, which the engine divides.</summary>
    public static bool IsDivided(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body, s_lenient);
            return json.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("multi_shot", out var several) && several.ValueKind == JsonValueKind.True
                && !(root.TryGetProperty("multi_prompt", out var shots) && shots.ValueKind == JsonValueKind.Array && shots.GetArrayLength() > 0);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>A prompt with its marks as words: of <c>&lt;&lt;&lt;element_1&gt;&gt;&gt; dances</c>, <c>element 1 dances</c>.</summary>
    public static string Readable(this Speech speech, string prompt) => Mark().Replace(prompt, mark => (mark.Groups[1].Value, mark.Groups[2].Value) switch
    {
        ("element", var number) => speech[$"element {number}", $"主体 {number}"],
        ("image", var number) => speech[$"picture {number}", $"图片 {number}"],
        (_, var number) => speech[$"film {number}", $"视频 {number}"],
    });

    private static IReadOnlyList<string> Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object) return [];
        if (body.TryGetProperty("multi_prompt", out var shots) && shots.ValueKind == JsonValueKind.Array && shots.GetArrayLength() > 0)
            return [.. shots.EnumerateArray().Select(Prompt)];
        return Prompt(body) is { Length: > 0 } prompt ? [prompt] : [];
    }

    private static string Prompt(JsonElement holder) =>
        holder.ValueKind == JsonValueKind.Object && holder.TryGetProperty("prompt", out var prompt) && prompt.ValueKind == JsonValueKind.String ? prompt.GetString()!.Trim() : "";

    [GeneratedRegex("<<<(element|image|video)_([0-9]+)>>>")]
    private static partial Regex Mark();
}
