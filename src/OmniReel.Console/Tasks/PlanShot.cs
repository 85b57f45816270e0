using System.Globalization;
using System.Text.Json;

namespace OmniReel.Console.Tasks;

/// <summary>One shot of an engine's plan, as far as it can be shown in words. What it holds beyond that is in the raw answer.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Words">What was asked for, where the plan repeats it.</param>
/// <param name="Facts">Names and values.</param>
public sealed record PlanShot(int Number, string Words, IReadOnlyList<(string Name, string Value)> Facts)
{
    private const int Most = 24;

    /// <summary>The shots of a plan; none where there is no plan, or not one of this form.</summary>
    public static IReadOnlyList<PlanShot> Read(string? plan)
    {
        if (plan is null) return [];
        try
        {
            using var json = JsonDocument.Parse(plan);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("shots", out var shots) && shots.ValueKind == JsonValueKind.Array
                ? [.. shots.EnumerateArray().Where(shot => shot.ValueKind == JsonValueKind.Object).Select((shot, at) => Of(at + 1, shot))]
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static PlanShot Of(int number, JsonElement shot)
    {
        var words = "";
        var facts = new List<(string, string)>();
        foreach (var member in shot.EnumerateObject())
        {
            if (member.Name is "prompt" or "words" or "text" && member.Value.ValueKind == JsonValueKind.String) words = member.Value.GetString()!;
            else if (Text(member.Value) is { Length: > 0 } text && member.Name is not ("seed" or "terrain") && !IsOption(member.Name) && facts.Count < Most) facts.Add((member.Name.Replace('_', ' '), text));
        }

        return new PlanShot(number, words, facts);
    }

    // What a scene may have where there is room for it says nothing of what the words came to.
    private static bool IsOption(string name) => name.StartsWith("has_", StringComparison.Ordinal);

    /// <summary>A value in words: a word, a number, a list of such; of an object the word that names it. Empty for what is too deep to say.</summary>
    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Replace('_', ' '),
        JsonValueKind.Number => value.GetDouble().ToString("0.###", CultureInfo.InvariantCulture),
        JsonValueKind.True => "✓",
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Text).Where(text => text.Length > 0)),
        JsonValueKind.Object => string.Join(" ", value.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.String).Take(3).Select(member => Text(member.Value))),
        _ => "",
    };
}
