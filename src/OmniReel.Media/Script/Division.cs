using System.Text.RegularExpressions;

namespace OmniReel.Media.Script;

/// <summary>Divides one prompt into beats: at its shot marks ("Shot 1:", 镜头一, "2."), else at sentences, words like "then", 接着, and commas where somebody goes on somewhere else.</summary>
internal sealed partial class Division(Vocabulary vocabulary, ShotFacts negative)
{
    /// <summary>The beats, one at least, and what stands before the first shot mark and holds for all of them.</summary>
    public (ShotFacts? Preface, List<ShotFacts> Beats) Divide(string prompt, int most)
    {
        var folded = vocabulary.Fold(prompt);
        var marks = Marks(folded);
        if (marks.Count == 0)
            return (null, [.. Gather(Sentences(prompt, folded), most).Select(beat => Read(prompt[beat.Text], beat.Follows))]);

        var preface = string.IsNullOrWhiteSpace(prompt[..marks[0].Start]) ? null : Read(prompt[..marks[0].Start], follows: false);
        if (preface is not null)
            negative.DenyAll(preface);
        List<Beat> shots = [.. marks.Select((mark, i) => new Beat(mark.End..(i + 1 < marks.Count ? marks[i + 1].Start : prompt.Length), i > 0))];
        return (preface, [.. Gather(shots, most).Select(shot => Read(prompt[shot.Text], shot.Follows))]);
    }

    private ShotFacts Read(string text, bool follows)
    {
        var facts = FactReader.Read(vocabulary, text, follows);
        facts.DenyAll(negative);
        return facts;
    }

    /// <summary>Sentences that can stand as a shot; the others (a light, a camera move, "no people") go with the one before.</summary>
    private List<Beat> Sentences(string prompt, string folded)
    {
        var beats = new List<Beat>();
        var (start, follows) = (0, false);
        List<(int End, bool Then, bool Comma)> ends =
            [.. WordReader.Read(vocabulary, folded).Where(w => w.EndsClause).Select(w => (w.End, w.Is(Slot.Beat), !w.EndsSentence)), (prompt.Length, false, false)];
        for (var i = 0; i < ends.Count; i++)
        {
            var (end, then, comma) = ends[i];
            if (comma && !GoesElsewhere(prompt[start..end], prompt[end..ends[i + 1].End]))
                continue;
            then |= comma;
            var facts = FactReader.Read(vocabulary, prompt[start..end]);
            if (facts.Stands)
            {
                beats.Add(new Beat(start..end, follows));
                (start, follows) = (end, then);
                continue;
            }

            follows |= then;
            if (beats.Count == 0)
                continue;
            negative.DenyAll(facts);
            beats[^1] = beats[^1] with { Text = beats[^1].Text.Start..end };
            start = end;
        }

        if (beats.Count == 0)
            beats.Add(new Beat(..prompt.Length, false));
        return beats;
    }

    /// <summary>Something is done at one place, and after the comma at another: a cut rather than one shot of two places.</summary>
    private bool GoesElsewhere(string before, string after)
    {
        var next = FactReader.Read(vocabulary, after);
        if (next.Place.Said is not { } there || next.Cast.Actions.Said is null)
            return false;
        var here = FactReader.Read(vocabulary, before);
        return here.Place.Said is { } place && place != there && here.Cast.Actions.Said is not null;
    }

    /// <summary>Joins neighbours until there are at most <paramref name="most"/>, the joined ones spread evenly.</summary>
    private static IEnumerable<Beat> Gather(List<Beat> beats, int most)
    {
        var count = Math.Min(beats.Count, most);
        return Enumerable.Range(0, count).Select(i =>
        {
            var (first, last) = (beats[i * beats.Count / count], beats[((i + 1) * beats.Count / count) - 1]);
            return first with { Text = first.Text.Start..last.Text.End };
        });
    }

    private static List<(int Start, int End)> Marks(string folded)
    {
        List<(int, int)> named = [.. NamedMark().Matches(folded).Select(m => (m.Index, m.Index + m.Length))];
        if (named.Count > 0)
            return named;
        var numbered = NumberedMark().Matches(folded);
        var counted = numbered.Count > 1 && numbered.Select((m, i) => m.Groups["n"].Value == (i + 1).ToString()).All(inOrder => inOrder);
        return counted ? [.. numbered.Select(m => (m.Index, m.Index + m.Length))] : [];
    }

    [GeneratedRegex("""
        \b(?:shot|scene|clip|part)\s*\#?\s*(?:[0-9]{1,2}|one|two|three|four|five|six)\b\s*[:.,)\-–—]?
        | \bthe\s+(?:first|second|third|fourth|fifth|sixth|final|last|next)\s+(?:shot|scene)\b\s*[:,]?
        | (?:镜头|分镜|场景|画面|镜)\s*(?:[0-9]{1,2}|[一二三四五六七八九十])\s*[:.,、)\-\n]
        | 第\s*(?:[0-9]{1,2}|[一二三四五六七八九十])\s*[个组]?\s*(?:镜头|分镜|场景|画面|镜|幕)\s*[:,、]?
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex NamedMark();

    [GeneratedRegex("""(?:^|[\s。;!?.])\(?(?<n>[0-9]{1,2})[.)、:](?![0-9])""", RegexOptions.CultureInvariant)]
    private static partial Regex NumberedMark();

    private readonly record struct Beat(Range Text, bool Follows);
}
