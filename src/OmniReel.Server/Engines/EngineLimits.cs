using OmniReel.Contract.Requests;

namespace OmniReel.Server.Engines;

/// <summary>
/// What an engine elsewhere is known to make; null or true: everything. Configured for each connection, since nobody can ask an upstream.
/// </summary>
public sealed record EngineLimits
{
    /// <summary>Everything.</summary>
    public static EngineLimits None { get; } = new();

    /// <summary>Its models.</summary>
    public IReadOnlyList<VideoModel>? Models { get; init; }

    /// <summary>Its modes.</summary>
    public IReadOnlyList<VideoMode>? Modes { get; init; }

    /// <summary>What it makes films from.</summary>
    public IReadOnlyList<InputKind>? Kinds { get; init; }

    /// <summary>It makes films with <c>sound: on</c>.</summary>
    public bool Sound { get; init; } = true;

    /// <summary>It makes the copy with a watermark.</summary>
    public bool Watermark { get; init; } = true;

    /// <summary>The names that <see cref="With"/> knows.</summary>
    public static IReadOnlyList<string> Names { get; } = ["Models", "Modes", "Kinds", "Sound", "Watermark"];

    /// <summary>These limits with one changed, as a setting of that name says it; lists are divided by <c>;</c> or <c>,</c>, and an empty one is everything.</summary>
    /// <exception cref="FormatException">The text cannot be that; what there is, without a full stop.</exception>
    /// <exception cref="ArgumentException">It is none of <see cref="Names"/>.</exception>
    public EngineLimits With(string name, string text) => name.ToLowerInvariant() switch
    {
        "models" => this with { Models = Words(text, Enum.GetValues<VideoModel>(), WireNames.WireName) },
        "modes" => this with { Modes = Words(text, Enum.GetValues<VideoMode>(), WireNames.WireName) },
        "kinds" => this with { Kinds = Words(text, Enum.GetValues<InputKind>(), WireNames.WireName) },
        "sound" => this with { Sound = Flag(text) },
        "watermark" => this with { Watermark = Flag(text) },
        _ => throw new ArgumentException($"{name} is no limit; there are {string.Join(", ", Names)}.", nameof(name)),
    };

    /// <summary>What of a request is beyond them, as <see cref="IEngine.Lacks"/> says it; empty when nothing is.</summary>
    public IReadOnlyList<string> Lacks(VideoRequest request, Language language)
    {
        List<string>? lacks = null;
        if (Models?.Contains(request.Model) == false) Add("model_name", request.Model.WireName(), "models", "模型", List(Models, WireNames.WireName));
        if (Modes?.Contains(request.Mode) == false) Add("mode", request.Mode.WireName(), "modes", "模式", List(Modes, WireNames.WireName));
        if (Kinds?.Contains(request.Kind.Input) == false)
        {
            var (kind, kinds) = (request.Kind.Input.WireName(), List(Kinds, WireNames.WireName));
            Say($"It makes no {kind} films; its kinds are {kinds}.", $"不支持类型 {kind}；支持的类型：{kinds}。");
        }

        if (!Sound && request.Sound) Say("sound: it makes films without sound only; off is allowed.", "sound：只生成无声影片，可用 off。");
        if (!Watermark && request.Watermark) Say("watermark_info: it makes no copy with a watermark; leave it out.", "watermark_info：不生成水印版，请省略该字段。");
        return lacks ?? [];

        void Add(string field, string word, string english, string chinese, string there) =>
            Say($"{field}: {word} is not among its {english}, which are {there}.", $"{field}：不支持{chinese} {word}；支持的{chinese}：{there}。");

        void Say(string english, string chinese) => (lacks ??= []).Add(language == Language.Chinese ? chinese : english);
    }

    private static string List<T>(IReadOnlyList<T> all, Func<T, string> name) => string.Join(", ", all.Select(name));

    private static T[]? Words<T>(string text, T[] all, Func<T, string> name)
        where T : struct
    {
        var words = text.Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words.Length == 0 ? null : [.. words.Select(word => Array.FindIndex(all, one => name(one) == word) is >= 0 and var at
            ? all[at]
            : throw new FormatException($"\"{word}\" is none of {List(all, name)}"))];
    }

    private static bool Flag(string text) => bool.TryParse(text, out var value) ? value : throw new FormatException("it is true or false");
}
