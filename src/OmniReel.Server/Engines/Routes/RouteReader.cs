using System.Globalization;
using OmniReel.Contract.Requests;
using OmniReel.Contract.Rules;

namespace OmniReel.Server.Engines.Routes;

/// <summary>
/// Reads routes: lines such as <c>kling-v3-omni text-to-video 4k = kling:3, relay-a:1 > embedded</c>, divided by line ends or <c>;</c>.
/// Words before <c>=</c> come in any order, and what is left out, or <c>*</c>, is any.
/// </summary>
public static class RouteReader
{
    /// <summary>Stands for any.</summary>
    public const string Any = "*";

    /// <summary>The largest weight.</summary>
    public const int MostWeight = 1000;

    private const string Form = "a line looks like kling-v3-omni text-to-video 4k = kling:3, relay-a:1 > embedded, or * = kling";
    private const string MultiShot = "multi-shot";

    private static readonly Dictionary<string, VideoModel> s_models = Enum.GetValues<VideoModel>().ToDictionary(model => model.WireName());
    private static readonly Dictionary<string, InputKind> s_kinds = Enum.GetValues<InputKind>().ToDictionary(kind => kind.WireName());
    private static readonly Dictionary<string, ShotKind> s_shots = Enum.GetValues<ShotKind>().ToDictionary(shots => shots.WireName());
    private static readonly Dictionary<string, VideoMode> s_modes = Enum.GetValues<VideoMode>().ToDictionary(mode => mode.WireName());

    private static readonly string[] s_words = [.. s_models.Keys, .. s_kinds.Keys, .. s_shots.Keys, .. s_modes.Keys];

    /// <summary>Reads them all.</summary>
    /// <exception cref="FormatException">One line that cannot be read: which, which word of it, and what there is. Without a full stop.</exception>
    public static RouteBook Read(string text)
    {
        var lines = new List<RouteLine>();
        foreach (var written in text.Split(['\n', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var number = lines.Count + 1;
            try
            {
                var line = Line(written);
                var twin = lines.FindIndex(other => other.Match == line.Match);
                if (twin >= 0) throw new FormatException($"is for {line.Match}, as line {twin + 1} is; make one line of them");
                lines.Add(line);
            }
            catch (FormatException wrong)
            {
                throw new FormatException($"line {number}, \"{written}\", {wrong.Message}");
            }
        }

        return lines.Count > 0 ? new RouteBook(lines) : throw new FormatException($"there is no line in it; {Form}");
    }

    /// <summary>Why a name can be no engine's; null when it can.</summary>
    public static string? Complaint(string name) =>
        name.Length is > 0 and <= 64 && char.IsAsciiLetterOrDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
            ? null
            : $"\"{name}\" can be no engine's name: letters, digits, -, _ and . are allowed, as in relay-a";

    private static RouteLine Line(string text)
    {
        var parts = text.Split('=', StringSplitOptions.TrimEntries);
        if (parts.Length != 2) throw new FormatException($"has {(parts.Length < 2 ? "no =" : "more than one =")}; {Form}");
        var match = Match(parts[0]);
        var steps = parts[1].Split('>', StringSplitOptions.TrimEntries).Select(Step).ToList();
        var twice = steps.SelectMany(step => step.Shares).GroupBy(share => share.Engine).FirstOrDefault(engine => engine.Count() > 1);
        return twice is null ? new RouteLine(match, steps) : throw new FormatException($"names {twice.Key} twice");
    }

    private static RouteMatch Match(string text)
    {
        // A comma as in a quote's "reference, single-shot" does no harm.
        var words = new Queue<string>(text.Split([' ', '\t', ','], StringSplitOptions.RemoveEmptyEntries));
        if (words.Count == 0) throw new FormatException($"has nothing before =; write {Any} for everything");
        var match = default(RouteMatch);
        while (words.TryDequeue(out var word))
        {
            if (word == Any) continue;
            if (word == MultiShot && words.TryDequeue(out var how)) word = $"{word} {how}";
            if (s_models.TryGetValue(word, out var model)) match = match with { Model = Once(match.Model, model, "models", WireNames.WireName) };
            else if (s_kinds.TryGetValue(word, out var kind)) match = match with { Kind = Once(match.Kind, kind, "kinds", WireNames.WireName) };
            else if (s_shots.TryGetValue(word, out var shots)) match = match with { Shots = Once(match.Shots, shots, "kinds of shots", WireNames.WireName) };
            else if (s_modes.TryGetValue(word, out var mode)) match = match with { Mode = Once(match.Mode, mode, "modes", WireNames.WireName) };
            else throw new FormatException($"has \"{word}\", which is no model, kind or mode{Meant(word, s_words)}; there are {string.Join(", ", s_words)} and {Any}");
        }

        return match;
    }

    private static T Once<T>(T? before, T now, string what, Func<T, string> name)
        where T : struct =>
        before is null ? now : throw new FormatException($"names two {what}, {name(before.Value)} and {name(now)}; write a line for each");

    private static RouteStep Step(string text)
    {
        if (text.Length == 0) throw new FormatException($"lacks an engine after = or >; {Form}");
        return new RouteStep([.. text.Split(',', StringSplitOptions.TrimEntries).Select(Share)]);
    }

    private static RouteShare Share(string text)
    {
        if (text.Length == 0) throw new FormatException($"lacks an engine beside a comma; {Form}");
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 0 ? text : text[..colon].TrimEnd();
        if (Complaint(name) is { } complaint) throw new FormatException($"has a wrong word: {complaint}");
        if (colon < 0) return new RouteShare(name, 1);
        return int.TryParse(text[(colon + 1)..].TrimStart(), NumberStyles.None, CultureInfo.InvariantCulture, out var weight) && weight is >= 1 and <= MostWeight
            ? new RouteShare(name, weight)
            : throw new FormatException($"gives {name} the weight \"{text[(colon + 1)..].Trim()}\"; a weight is a whole number from 1 to {MostWeight}");
    }

    /// <summary>"; did you mean X?", or nothing.</summary>
    internal static string Meant(string word, IEnumerable<string> known) =>
        known.Select(one => (One: one, Edits: EditDistance.Between(word, one))).Where(one => one.Edits <= Math.Max(1, one.One.Length / 4)).OrderBy(one => one.Edits).FirstOrDefault() is { One: { } meant }
            ? $"; did you mean {meant}?"
            : "";
}
