using System.Text.RegularExpressions;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Script;

/// <summary>
/// Finds what is spoken in prompts (她说：“你好”, she says "hello", 旁白：…, narrator: …) and takes it out, so that no word of it is drawn.
/// What is merely quoted, such as the writing on a sign, stays.
/// </summary>
internal sealed partial class Dialogue(Vocabulary vocabulary)
{
    /// <summary>As many lines as one film may have: each has its own mark.</summary>
    public const int MostLines = 64;

    /// <summary>Where a line was, its number added. Signs of the private use area: no reader takes them for a word.</summary>
    private const char FirstMark = '\uE000';

    private static readonly Dictionary<char, char> s_pairs = new()
    {
        ['“'] = '”', ['"'] = '"', ['＂'] = '＂', ['「'] = '」', ['『'] = '』', ['«'] = '»', ['‘'] = '’', ['\''] = '\'',
    };

    private readonly List<Quote> _quotes = [];

    /// <summary>All lines so far, in the order of the prompts.</summary>
    public IReadOnlyList<Quote> Quotes => _quotes;

    /// <summary>Numbers of the lines that were taken out of a text, in order.</summary>
    public static IEnumerable<int> MarksIn(string text) => text.Where(IsMark).Select(c => c - FirstMark);

    /// <summary>The prompt with a mark and blanks in the place of each line, of the same length.</summary>
    public string TakeOut(string prompt)
    {
        var text = string.Create(prompt.Length, prompt, static (clean, source) =>
        {
            for (var i = 0; i < clean.Length; i++)
                clean[i] = IsMark(source[i]) ? ' ' : source[i];
        }).ToCharArray();
        var (lastEnd, lastSpoken) = (0, false);
        for (var at = 0; at < prompt.Length && _quotes.Count < MostLines; at++)
        {
            if (Find(prompt, at) is not { } found)
                continue;
            var before = prompt[Math.Max(lastEnd, at - 120)..at];
            var after = found.End < prompt.Length ? prompt[found.End..Math.Min(prompt.Length, found.End + 60)] : "";
            var inner = prompt[found.Inner].Trim();
            // A narrator's words without quotation marks are found only behind their cue.
            var goesOn = lastSpoken && lastEnd > 0 && Joint().IsMatch(before);
            var isSpoken = inner.Length > 0 && (found.IsBare || IsCued(before) || goesOn || AfterCue().IsMatch(after));
            if (isSpoken)
            {
                _quotes.Add(new Quote(inner, goesOn ? _quotes[^1].Speaker : SpeakerOf(before, after, found.IsBare)));
                Blank(text, at, found.End, _quotes.Count - 1, inner[^1]);
            }

            (lastEnd, lastSpoken) = (found.End, isSpoken);
            at = found.End - 1;
        }

        return new string(text);
    }

    private static bool IsMark(char c) => c is >= FirstMark and < (char)(FirstMark + MostLines);

    /// <summary>A quotation that begins here, or narration that does.</summary>
    private static (Range Inner, int End, bool IsBare)? Find(string prompt, int at)
    {
        if (s_pairs.TryGetValue(prompt[at], out var close) && !(prompt[at] is '\'' or '‘' && at > 0 && char.IsAsciiLetterOrDigit(prompt[at - 1])))
        {
            var end = at + 1;
            while (end < prompt.Length && (prompt[end] != close || (close is '\'' or '’' && IsApostrophe(prompt, end))))
                end++;
            // Never closed: to the end of the line.
            if (end == prompt.Length && close is '\'' or '’')
                return null;
            if (end == prompt.Length && prompt.IndexOf('\n', at) is > 0 and var line)
                return (new Range(at + 1, line), line, false);
            return (new Range(at + 1, end), Math.Min(prompt.Length, end + 1), false);
        }

        if (at > 0 && prompt[at - 1] is ':' or '：' && Bare().Match(prompt, at) is { Success: true } bare && bare.Index == at
            && Narration().IsMatch(prompt[Math.Max(0, at - 24)..at]))
            return (new Range(at, at + bare.Length), at + bare.Length, true);
        return null;
    }

    private static bool IsApostrophe(string text, int at) => text[at] is '\'' or '’' && at > 0 && char.IsLetterOrDigit(text[at - 1])
        && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]) && text[at - 1] < 0x2E80;

    private static bool IsCued(string before)
    {
        var start = before.LastIndexOfAny(['。', '！', '？', '!', '?', '\n', ';', '；']) + 1;
        var sentence = before[start..];
        return Cue().IsMatch(sentence) && !Writing().IsMatch(sentence);
    }

    private Speaker? SpeakerOf(string before, string after, bool isBare)
    {
        if (isBare || Narration().IsMatch(before.TrimEnd()))
            return Speaker.Narrator;
        var start = before.LastIndexOfAny(['。', '！', '？', '!', '?', '\n']) + 1;
        // Not whom it is said to: what stands behind the verb, or behind 对.
        var sentence = before[start..];
        var subject = Addressee().Replace(Cue().Match(sentence) is { Success: true } cue ? sentence[..cue.Index] : sentence, " ");
        return PersonIn(subject) ?? (AfterCue().Match(after) is { Success: true } said ? PersonIn(said.Value) : null) ?? PersonIn(before);
    }

    /// <summary>The last person that a text names.</summary>
    private Speaker? PersonIn(string text)
    {
        var folded = vocabulary.Fold(text);
        Speaker? last = null;
        foreach (var word in WordReader.Read(vocabulary, folded))
        {
            if ((word.Form?.In(Slot.Person) ?? word.Form?.In(Slot.Pronoun)) is not { } person)
                continue;
            last = (PersonWord)person.Value switch
            {
                PersonWord.Woman => Speaker.Woman,
                PersonWord.Man => Speaker.Man,
                PersonWord.Child => Speaker.Child,
                _ => last,
            };
        }

        return last;
    }

    /// <summary>A sentence that ended inside still ends where it did.</summary>
    private static void Blank(char[] text, int start, int end, int number, char last)
    {
        Array.Fill(text, ' ', start, end - start);
        text[start] = (char)(FirstMark + number);
        if ("。！？.!?…".Contains(last) && end - 1 > start)
            text[end - 1] = '。';
    }

    [GeneratedRegex("""
        (?:[说說问問喊答笑叫念唱]道|说|說|问|問|喊|嚷|答|低语|低語|呢喃|叫道|大叫|叫着|念|唱道|告诉|告訴|旁白|画外音|畫外音|独白|獨白|台词|臺詞|对白|對白|心想)[^，,。]{0,6}[:：，,]?\s*$
        | \b(?:says?|said|saying|asks?|asked|asking|whispers?|whispered|whispering|shouts?|shouted|shouting|cries|cried|yells?|yelled|screams?|screamed
          | repl(?:y|ies|ied)|answers?|answered|murmurs?|murmured|mutters?|muttered|exclaims?|exclaimed|calls?\s+out|called\s+out|announces?|announced
          | tells?|told|speaks?|spoke|adds|added|narrat(?:or|es|ion|ing)|voice[\s-]?over|v\.?o\.?|dialogue|lines?|speech|greets?|sighs?|thinks?)\b[\w\s']{0,28}[:,：，]?\s*$
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Cue();

    [GeneratedRegex("""
        写着|寫著|写有|印着|刻着|标着|牌子|招牌|标语|字样|标题|字幕|名叫|叫做|名为
        | \b(?:signs?|banner|billboard|poster|text|caption|title|label|screen|card|placard|logo|sticker|newspaper|book|t-?shirt|shirt|neon|written|reads?|reading|words)\b
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Writing();

    [GeneratedRegex("""(?:旁白|画外音|畫外音|解说|解說|narrator|narration|narrates|voice[\s-]?over|\bv\.?o\.?)\s*(?:说|道|says?)?\s*[:：]?\s*$""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Narration();

    [GeneratedRegex("""[对對向跟冲朝][^，,。对向]{1,6}$""", RegexOptions.CultureInvariant)]
    private static partial Regex Addressee();

    /// <summary>A sentence without quotation marks.</summary>
    [GeneratedRegex("""\s*[^\s“”"＂「『«‘'’][^“”"「」『』\n。！？!?.]*(?:[。！？!?.]|(?=\n)|$)""", RegexOptions.CultureInvariant)]
    private static partial Regex Bare();

    /// <summary>“…”她说, "…" she says.</summary>
    [GeneratedRegex("""
        ^\s*[,，]?\s*(?:[^，。“”"\s:：]{1,8}?(?:说|說|问|問|喊|答|低语|叫道)(?:道|着)?(?![:：]?\s*[“"「『])
        | (?:s?he|they|(?:the|a|an|his|her)\s+\w+(?:\s+\w+)?)\s+(?:says?|said|asks?|asked|whispers?|whispered|shouts?|shouted|repl(?:y|ies|ied)|answers?|answered|murmurs?|murmured|calls?|called|cries|cried)\b(?!\s*[:,]?\s*["“]))
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AfterCue();

    /// <summary>"…" and "…": one who speaks on.</summary>
    [GeneratedRegex("""^\s*[,，、]?\s*(?:and(?:\s+then)?|then|和|又|接着|然后)?\s*[:：,，]?\s*$""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Joint();
}
