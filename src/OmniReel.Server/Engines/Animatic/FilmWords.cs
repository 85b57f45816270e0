using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using OmniReel.Contract.Requests;
using OmniReel.Media.Plans;
using OmniReel.Media.Storyboards;

namespace OmniReel.Server.Engines.Animatic;

/// <summary>What a film's storyboard says, in the words of its request.</summary>
internal static partial class FilmWords
{
    private static readonly SearchValues<char> s_ends = SearchValues.Create("。！？!?\n");

    /// <param name="language">Of the sheet's own words where the prompts do not decide.</param>
    public static SheetText Of(VideoRequest request, FilmPlan plan, string language)
    {
        var all = string.Concat(request.Shots.Select(shot => shot.Prompt).Prepend(request.Prompt));
        var chinese = all.EnumerateRunes().Any(IsHan) || (!all.Any(char.IsAsciiLetter) && language == "zh");
        var prompts = request.Kind.Shots switch
        {
            ShotKind.Customize => request.Shots.Select(shot => shot.Prompt),
            ShotKind.Intelligence => plan.Shots.Select(shot => ShotWords.Account(shot, chinese)),
            // A film that another one drives may be cut where the prompt is not.
            _ => plan.Shots.Select((shot, at) => at == 0 ? request.Prompt : ShotWords.Account(shot, chinese)),
        };
        List<string> words = [.. prompts.Select(prompt => Named(prompt, chinese))];
        var title = request.Kind.Shots == ShotKind.Customize && string.IsNullOrWhiteSpace(request.Prompt) ? words[0] : Named(request.Prompt, chinese);
        return new SheetText(
            FirstSentence(title), chinese,
            [.. plan.Shots.Select((shot, at) => new PanelText(at < words.Count ? words[at] : "", ShotWords.Notes(shot, chinese)))]);
    }

    /// <summary>Of an edit: one panel, with the whole prompt.</summary>
    public static SheetText OfEdit(VideoRequest request, string language)
    {
        var chinese = request.Prompt.EnumerateRunes().Any(IsHan) || (!request.Prompt.Any(char.IsAsciiLetter) && language == "zh");
        var words = Named(request.Prompt, chinese);
        return new SheetText(FirstSentence(words), chinese, [new PanelText(words, "")]);
    }

    /// <summary><c>&lt;&lt;&lt;image_1&gt;&gt;&gt;</c> as people write it.</summary>
    private static string Named(string prompt, bool chinese) => Reference().Replace(prompt, name =>
    {
        var number = name.Groups[2].Value;
        return name.Groups[1].Value switch
        {
            "image" => chinese ? $"图片{number}" : $"image {number}",
            "element" => chinese ? $"主体{number}" : $"element {number}",
            _ => chinese ? $"视频{number}" : $"video {number}",
        };
    });

    private static string FirstSentence(string text)
    {
        var trimmed = text.Trim();
        var end = trimmed.AsSpan().IndexOfAny(s_ends);
        var stop = trimmed.IndexOf(". ", StringComparison.Ordinal);
        if (stop > 0 && (end < 0 || stop < end))
            end = stop;
        return end > 0 ? trimmed[..end] : trimmed;
    }

    private static bool IsHan(Rune rune) => rune.Value is >= 0x3400 and <= 0x9FFF or >= 0x20000 and <= 0x323AF;

    [GeneratedRegex("<<<(image|element|video)_([0-9]+)>>>")]
    private static partial Regex Reference();
}
