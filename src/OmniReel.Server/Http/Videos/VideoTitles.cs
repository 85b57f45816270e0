using System.Text.Json;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Http.Videos;

/// <summary>How the prompts of listed tasks begin, for people who look for one among many; asked for with <c>titles=true</c>, since each costs a read.</summary>
internal sealed class VideoTitles(ITaskStore store)
{
    // A prompt stands in front of inline pictures only by chance: a long body is not read for it.
    private const int LongestBody = 64 << 10;
    private const int Longest = 200;

    private static readonly JsonReaderOptions s_lenient = new() { CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The beginning of a task's prompt, or of its first shot's; null where there is none, or its body is long.</summary>
    public async ValueTask<string?> OfAsync(VideoTask task, CancellationToken cancellation) =>
        await store.ReadShortBodyAsync(task, LongestBody, cancellation) is { } body ? Short(Prompt(body.Span)) : null;

    private static string? Prompt(ReadOnlySpan<byte> body)
    {
        // A byte order mark is tolerated in a body, so it may be in a stored one.
        if (body.StartsWith("\uFEFF"u8)) body = body[3..];
        var json = new Utf8JsonReader(body, s_lenient);
        string? first = null;
        while (json.Read())
        {
            if (json.TokenType != JsonTokenType.PropertyName || !json.ValueTextEquals("prompt"u8)) continue;
            var isOwn = json.CurrentDepth == 1;
            json.Read();
            if (json.TokenType != JsonTokenType.String || json.GetString() is not { } text || string.IsNullOrWhiteSpace(text)) continue;
            if (isOwn) return text;
            first ??= text;
        }

        return first;
    }

    private static string? Short(string? prompt)
    {
        if (prompt is null || prompt.Length <= Longest) return prompt?.Trim();
        var end = char.IsHighSurrogate(prompt[Longest - 1]) ? Longest - 1 : Longest;
        return prompt[..end].Trim() + "…";
    }
}
