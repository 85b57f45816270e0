using System.Buffers;
using System.Text.RegularExpressions;
using OmniReel.Media.Plans;

namespace OmniReel.Media.References;

/// <summary>What a prompt says of the film that it refers to, and the rest of it.</summary>
/// <param name="Traits">What the new film takes over.</param>
/// <param name="Rest">The prompt without what it says of the film.</param>
public sealed record ReferenceWords(Sequel Sequel, IReadOnlyList<ReferenceTrait> Traits, string Rest)
{
    /// <summary>Never throws, whatever the text.</summary>
    public static ReferenceWords Read(string prompt) => new ReferenceSentence(prompt).Read();
}

/// <summary>The reading of one prompt: the words around each naming of the film, and those of shots before and after it.</summary>
internal sealed partial class ReferenceSentence(string prompt)
{
    private static readonly SearchValues<char> s_ends = SearchValues.Create("。！？!?\n;；");

    private readonly List<Range> _taken = [];

    public ReferenceWords Read()
    {
        var names = Name().Matches(prompt).ToList();
        var said = string.Concat(names.Select(Around));
        var (next, previous) = (Near(Next(), names), Near(Previous(), names));
        var sequel = next || Continuing().IsMatch(said) ? Sequel.Next : previous ? Sequel.Previous : Sequel.None;
        return new ReferenceWords(sequel, Traits(said), Rest());
    }

    /// <summary>What belongs to the film's name: "in the style of ‹name›", ‹name›的运镜方式.</summary>
    private string Around(Match name)
    {
        var (left, right) = (prompt[..name.Index], prompt[(name.Index + name.Length)..]);
        int before = Math.Max(LeftEnglish().Match(left).Length, LeftChinese().Match(left).Length);
        int after = Math.Max(RightEnglish().Match(right).Length, RightChinese().Match(right).Length);
        var range = (name.Index - before)..(name.Index + name.Length + after);
        _taken.Add(range);
        return prompt[range].ToLowerInvariant() + "\n";
    }

    /// <summary>Another shot is meant where it is said in one sentence with the film, or where no film is named.</summary>
    private bool Near(Regex pattern, List<Match> names)
    {
        var found = false;
        foreach (Match match in pattern.Matches(prompt))
        {
            if (names.Count > 0 && !names.Any(name => !Ends(prompt[Math.Min(name.Index, match.Index)..Math.Max(name.Index, match.Index)])))
                continue;
            found = true;
            _taken.Add(match.Index..(match.Index + match.Length));
        }

        return found;
    }

    private static bool Ends(string between) => between.AsSpan().ContainsAny(s_ends) || between.Contains(". ", StringComparison.Ordinal);

    private ReferenceTrait[] Traits(string said)
    {
        var all = Enum.GetValues<ReferenceTrait>();
        var wanted = Only().IsMatch(said) ? all.Where(trait => Names(trait).IsMatch(said)).ToArray() : [];
        var denied = all.Where(trait => Denials().Matches(prompt).Any(denial => Names(trait).IsMatch(denial.Value))).ToArray();
        foreach (Match denial in Denials().Matches(prompt))
            _taken.Add(denial.Index..(denial.Index + denial.Length));
        return [.. (wanted.Length > 0 ? wanted : all).Except(denied)];
    }

    private static Regex Names(ReferenceTrait trait) => trait switch
    {
        ReferenceTrait.Camera => Camera(),
        ReferenceTrait.Rhythm => Cutting(),
        _ => Colors(),
    };

    private string Rest()
    {
        var left = prompt.ToCharArray();
        foreach (var range in _taken)
            left.AsSpan(range).Fill(' ');
        return new string(left);
    }

    private const string English =
        "please|based|on|according|to|refer|referring|reference|referencing|follow|following|imitate|imitating|copy|copying|match|matching|like|as|in|using|use|uses|with|from|of|for|by|and"
        + "|the|its|same|exact|camera|movements?|motions?|moves?|work|camerawork|path|language|style|look|colou?rs?|palette|tones?|grading|grade|mood|light|lighting|cuts?|cutting|editing|rhythm|pacing"
        + "|pace|tempo|generate|create|make|produce|continue|continues|continuing|continuation|extend|extending|shot|scene|video|clip|film|footage|feature|only|just|solely|a|an|new|taking|take|end|last|frame|where|left|off|ends|ended|it";

    private const string Chinese =
        "请|参考|参照|模仿|仿照|按照|依照|根据|基于|沿用|借鉴|使用|采用|学习|跟随|复刻|接着|紧接|继续|延续|承接|续写|续拍|照着|同样|一样|相同|运镜|方式|镜头|运动|语言|风格|色调|配色|颜色|色彩|调色|光影|氛围"
        + "|节奏|剪辑|轨迹|视频|画面|作为|特征|保持|一致|最后|一帧|尾帧|结尾|之后|后面|以及|生成|制作|创作|拍摄|往下|下去|新的|一段|一个|按|用|以|与|和|及|、|从|在|的|中|里|像|如|只|仅|来|去|为|将";

    [GeneratedRegex("<<<video_[0-9]+>>>")]
    private static partial Regex Name();

    [GeneratedRegex(@"(?:\b(?:" + English + @")\b[\s'’-]*)+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LeftEnglish();

    [GeneratedRegex(@"^(?:['’]s\b)?(?:\s*\b(?:" + English + @")\b)*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RightEnglish();

    [GeneratedRegex(@"(?:(?:" + Chinese + @")\s*)+$", RegexOptions.CultureInvariant)]
    private static partial Regex LeftChinese();

    [GeneratedRegex(@"^\s*(?:(?:" + Chinese + @")\s*)*", RegexOptions.CultureInvariant)]
    private static partial Regex RightChinese();

    [GeneratedRegex(@"\b(?:(?:generate|create|make|produce|show|shoot|as|is)\s+)?(?:me\s+)?(?:the\s+|its\s+|a\s+)?(?:next|following|subsequent)\s+(?:shot|scene|clip)\b(?:\s+(?:of|after|to|from)\b)?|(?:生成|制作|创作|拍摄|作为|的)*(?:下一个?(?:镜头|场景|画面|分镜)|下一[镜幕]|后续(?:镜头|画面)|续写|续拍)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Next();

    [GeneratedRegex(@"\b(?:(?:generate|create|make|produce|show|shoot|as|is)\s+)?(?:me\s+)?(?:the\s+|its\s+|a\s+)?(?:previous|preceding|prior)\s+(?:shot|scene|clip)\b(?:\s+(?:of|before|to|from)\b)?|(?:生成|制作|创作|拍摄|作为|的)*(?:[上前]一个?(?:镜头|场景|画面|分镜)|[上前]一[镜幕]|前序镜头)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Previous();

    [GeneratedRegex(@"\bcontinu|\bextend|接着|紧接|继续|延续|承接|续写|续拍", RegexOptions.CultureInvariant)]
    private static partial Regex Continuing();

    [GeneratedRegex(@"\b(?:only|just|solely)\b|只|仅", RegexOptions.CultureInvariant)]
    private static partial Regex Only();

    [GeneratedRegex(@"(?:\b(?:not|without|except|ignor(?:e|ing)|but no)\s+(?:its|the|their)?\s*(?:camera(?:\s*(?:movements?|motions?|moves?|work))?|colou?rs?|palette|tones?|style|look|cuts?|cutting|editing|rhythm|pacing|pace)\b)|(?:不要|不用|不参考|不学|不取|忽略)(?:它|其|视频)?的?(?:运镜(?:方式)?|镜头运动|色调|配色|颜色|色彩|调色|风格|节奏|剪辑)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Denials();

    [GeneratedRegex(@"camera|\bmo(?:tion|vement)|运镜|镜头(?:运动|语言)|轨迹", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Camera();

    [GeneratedRegex(@"\bcut|edit|rhythm|\bpac(?:e|ing)|tempo|节奏|剪辑", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Cutting();

    [GeneratedRegex(@"colou?r|palette|\btone|\bgrad(?:e|ing)|style|\blook|\bmood|\blight|色调|配色|颜色|色彩|调色|光影|氛围|风格", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Colors();
}
