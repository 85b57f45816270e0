using System.Text;
using OmniReel.Media.Native;
using SkiaSharp;

namespace OmniReel.Media.Text;

/// <summary>
/// Writes text of any language into pictures: each letter in the first font that has it, and a quiet box where none has. Sizes and
/// widths are in pixels. The same text gives the same pixels on machines with the same fonts. Safe to use from several threads.
/// </summary>
public sealed class Lettering
{
    /// <summary>Chinese has one of its own, which other scripts would show in the middle of the line.</summary>
    private const string ChineseEllipsis = "…", Ellipsis = "...";

    /// <summary>Of the size: how wide a box is, and how high it stands on the line.</summary>
    private const float BoxWidth = 0.72f, BoxHeight = 0.74f;

    private static readonly Lazy<Lettering> s_here = new(() => new Lettering(Faces.OfThisMachine()));

    private readonly IReadOnlyList<SKTypeface> _faces;

    internal Lettering(IReadOnlyList<SKTypeface> faces) => _faces = faces;

    /// <summary>In the fonts of this machine; without any, all is boxes.</summary>
    public static Lettering Here => s_here.Value;

    /// <summary>Whether every letter of the text has a font.</summary>
    public bool Knows(string text) => Letter.Of(text).All(letter => letter.IsSpace || FaceOf(letter) is not null);

    /// <summary>Width of one line.</summary>
    public float Width(string text, float size) => Letter.Of(text).Sum(letter => Width(letter, size));

    /// <summary>Draws one line.</summary>
    /// <param name="x">Where it begins.</param>
    /// <param name="baseline">What the letters stand on.</param>
    public void Draw(SKCanvas canvas, string text, float x, float baseline, float size, SKColor color, bool isBold = false)
    {
        ArgumentNullException.ThrowIfNull(canvas);
        using var paint = new HeldPaint { Color = color, IsAntialias = true };
        foreach (var letter in Letter.Of(text))
        {
            if (FaceOf(letter) is { } face)
            {
                using var font = Font(face, size, isBold);
                canvas.DrawText(letter.Text, x, baseline, font, paint);
            }
            else if (!letter.IsSpace)
            {
                Box(canvas, x, baseline, size, color);
            }

            x += Width(letter, size);
        }
    }

    /// <summary>
    /// Divides a text into lines that are no wider than <paramref name="width"/>. Line ends of the text stay, other runs of blanks
    /// become one space. What does not fit into <paramref name="most"/> lines is left out, and the last line ends in an ellipsis.
    /// </summary>
    public IReadOnlyList<string> Wrap(string text, float size, float width, int most = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (most < 1)
            return [];
        var lines = new List<string>();
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split('\n').Select(One).Where(letters => letters.Count > 0))
        {
            for (var from = 0; from < paragraph.Count;)
            {
                if (lines.Count == most)
                {
                    lines[^1] = Shortened(lines[^1], size, width);
                    return lines;
                }

                var to = LineEnd(paragraph, from, size, width);
                lines.Add(Joined(paragraph, from, to));
                from = to;
                while (from < paragraph.Count && paragraph[from].IsSpace)
                    from++;
            }
        }

        return lines;
    }

    private static List<Letter> One(string paragraph)
    {
        var letters = new List<Letter>();
        foreach (var letter in Letter.Of(paragraph.Trim()))
        {
            if (!letter.IsSpace || letters is [.., { IsSpace: false }])
                letters.Add(letter);
        }

        return letters;
    }

    /// <summary>One past the last letter of the line that begins at <paramref name="from"/>; at least one letter is taken.</summary>
    private int LineEnd(List<Letter> letters, int from, float size, float width)
    {
        var (used, end) = (0f, -1);
        for (var at = from; at < letters.Count; at++)
        {
            if (at > from && LineBreaks.Between(letters[at - 1], letters[at]))
                end = at;
            used += Width(letters[at], size);
            // A space at the end of a line may stick out.
            if (used > width && at > from && !letters[at].IsSpace)
                return end > from ? end : at;
        }

        return letters.Count;
    }

    private string Shortened(string line, float size, float width)
    {
        var letters = Letter.Of(line).ToList();
        var ellipsis = letters.Exists(LineBreaks.IsWide) ? ChineseEllipsis : Ellipsis;
        while (letters.Count > 0 && (letters[^1].IsSpace || LineBreaks.IsPause(letters[^1]) || Width(Joined(letters, 0, letters.Count) + ellipsis, size) > width))
            letters.RemoveAt(letters.Count - 1);
        return Joined(letters, 0, letters.Count) + ellipsis;
    }

    private static string Joined(List<Letter> letters, int from, int to)
    {
        var text = new StringBuilder();
        for (var at = from; at < to; at++)
            text.Append(letters[at].Text);
        return text.ToString().TrimEnd();
    }

    private float Width(Letter letter, float size)
    {
        if (FaceOf(letter) is not { } face)
            return letter.IsSpace ? size * 0.3f : size * (BoxWidth + 0.12f);
        using var font = Font(face, size, false);
        return font.MeasureText(letter.Text);
    }

    private SKTypeface? FaceOf(Letter letter)
    {
        if (letter.Joins)
            return null;
        foreach (var face in _faces)
        {
            if (face.GetGlyph(letter.First.Value) != 0)
                return face;
        }

        return null;
    }

    private static SKFont Font(SKTypeface face, float size, bool isBold) => new(face, size)
    {
        Subpixel = true,
        Edging = SKFontEdging.Antialias,
        Hinting = SKFontHinting.None,
        Embolden = isBold,
    };

    private static void Box(SKCanvas canvas, float x, float baseline, float size, SKColor color)
    {
        var line = Math.Max(1, size * 0.06f);
        using var paint = new HeldPaint { Color = color.WithAlpha((byte)(color.Alpha * 0.45f)), IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = line };
        var box = new SKRect(x + size * 0.06f, baseline - size * BoxHeight, x + size * (0.06f + BoxWidth), baseline);
        box.Inflate(-line / 2, -line / 2);
        canvas.DrawRoundRect(box, size * 0.12f, size * 0.12f, paint);
    }
}
