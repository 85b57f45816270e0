using System.Globalization;
using System.Text;
using System.Text.Json;
using OmniReel.Client;
using OmniReel.CommandLine;

namespace OmniReel.Generate;

/// <summary>A file of shots: lines of <c>SECONDS PROMPT</c> (# begins a remark), or <c>multi_prompt</c> as on the wire.</summary>
internal static class ShotList
{
    public static IReadOnlyList<NewShot> Read(byte[] file, string name, Speech speech)
    {
        var text = Encoding.UTF8.GetString(file).TrimStart('\uFEFF').Trim();
        var shots = text.StartsWith('[') ? FromJson(text, name, speech) : FromLines(text, name, speech);
        return shots.Count > 0 ? shots : throw new BadInputException(speech[$"{name} has no shots; write one on each line, as in: 3 a beach at noon", $"{name} 中没有镜头；每行写一个，例如：3 正午的海滩"]);
    }

    /// <summary>What the shots add up to, as the wire writes it.</summary>
    public static string TotalSeconds(IReadOnlyList<NewShot> shots) =>
        shots.Sum(s => int.TryParse(s.Duration, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : 0).ToString(CultureInfo.InvariantCulture);

    private static List<NewShot> FromLines(string text, string name, Speech speech)
    {
        var shots = new List<NewShot>();
        var number = 0;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            var content = line.Trim();
            if (content.Length == 0 || content.StartsWith('#'))
                continue;
            var digits = content.TakeWhile(char.IsAsciiDigit).Count();
            var prompt = AfterUnit(content.AsSpan(digits)).TrimStart([':', '：', ' ', '\t']).ToString();
            if (digits is 0 or > 2 || prompt.Length == 0 || digits == content.Length)
                throw new BadInputException(speech[$"{name}, line {number}: a shot is its seconds and its prompt, as in: 3 a beach at noon", $"{name} 第 {number} 行：镜头由秒数与提示词组成，例如：3 正午的海滩"]);
            shots.Add(new NewShot(shots.Count + 1, prompt, content[..digits]));
        }

        return shots;
    }

    /// <summary>An s or 秒 is the unit of the number only where it touches the number and nothing but a blank or a colon follows: "2 she dances".</summary>
    private static ReadOnlySpan<char> AfterUnit(ReadOnlySpan<char> rest) =>
        rest is ['s' or '秒', ' ' or '\t' or ':' or '：', ..] ? rest[1..] : rest;

    private static List<NewShot> FromJson(string text, string name, Speech speech)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return [.. document.RootElement.EnumerateArray().Select((shot, i) => new NewShot(
                shot.TryGetProperty("index", out var index) ? index.GetInt32() : i + 1,
                shot.GetProperty("prompt").GetString()!,
                shot.GetProperty("duration") is { ValueKind: JsonValueKind.Number } seconds ? seconds.GetRawText() : shot.GetProperty("duration").GetString()!))];
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new BadInputException(speech[
                $$"""{{name}} is not a list of shots such as [{"index":1,"prompt":"a beach at noon","duration":"3"}]""",
                $$"""{{name}} 不是镜头列表，例如 [{"index":1,"prompt":"正午的海滩","duration":"3"}]"""]);
        }
    }
}
