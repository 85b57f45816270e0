using SkiaSharp;

namespace OmniReel.Media.Editing.Titles;

/// <summary>Words as pictures: finds fonts that have their characters, character by character where none has them all.</summary>
internal static class TitleLettering
{
    /// <summary>Families that look well large, first ones first; any other is better than a box.</summary>
    private static readonly string[] s_preferred =
    [
        "Noto Sans CJK SC", "Source Han Sans SC", "Source Han Sans CN", "PingFang SC", "Microsoft YaHei", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "Noto Sans SC",
        "Helvetica Neue", "Segoe UI", "Noto Sans", "Open Sans", "Roboto", "Liberation Sans", "DejaVu Sans", "Arial",
    ];

    private static readonly Lazy<IReadOnlyList<SKTypeface>> s_fonts = new(Load);

    /// <summary>The outline of a line of text, its baseline at 0, beginning at 0; characters that no font has are left out.</summary>
    /// <param name="size">Pixels of an em.</param>
    /// <param name="width">How far it reaches.</param>
    public static SKPath Line(string text, float size, out float width)
    {
        var path = new SKPath();
        var x = 0f;
        foreach (var (run, face) in Runs(text))
        {
            using var font = new SKFont(face, size) { Subpixel = true, Hinting = SKFontHinting.None };
            using var outline = font.GetTextPath(run, new SKPoint(x, 0));
            if (outline is not null)
                path.AddPath(outline);
            x += font.MeasureText(run);
        }

        width = x;
        return path;
    }

    /// <summary>Whether any font here has this character.</summary>
    public static bool Has(int character) => FontOf(character) is not null;

    private static IEnumerable<(string Run, SKTypeface Face)> Runs(string text)
    {
        var run = new System.Text.StringBuilder();
        SKTypeface? face = null;
        foreach (var character in text.EnumerateRunes())
        {
            // What the font before has stays in it: a line should look as of one piece.
            var next = face is not null && face.ContainsGlyph(character.Value) ? face : FontOf(character.Value);
            if (next is null)
                continue;
            if (next != face && run.Length > 0)
            {
                yield return (run.ToString(), face!);
                run.Clear();
            }

            face = next;
            run.Append(character);
        }

        if (run.Length > 0)
            yield return (run.ToString(), face!);
    }

    private static SKTypeface? FontOf(int character) =>
        s_fonts.Value.FirstOrDefault(face => face.ContainsGlyph(character)) ?? SKFontManager.Default.MatchCharacter(character);

    private static SKTypeface[] Load()
    {
        var manager = SKFontManager.Default;
        var families = manager.FontFamilies.ToArray();
        var ordered = s_preferred.Where(name => families.Contains(name, StringComparer.OrdinalIgnoreCase))
            .Concat(families.Where(name => !s_preferred.Contains(name, StringComparer.OrdinalIgnoreCase)).Order(StringComparer.Ordinal));
        return [.. ordered.Select(name => manager.MatchFamily(name, SKFontStyle.Bold)).OfType<SKTypeface>()];
    }
}
