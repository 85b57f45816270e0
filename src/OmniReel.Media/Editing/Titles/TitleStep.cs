using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.Editing.Titles;

/// <summary>Words over a film, white with a soft dark halo so that they can be read on anything; they come and go softly.</summary>
internal sealed class TitleStep : IFrameStep, IDisposable
{
    private const float MostWidth = 0.88f, LineHeight = 1.28f;

    /// <summary>Seconds.</summary>
    private const float Coming = 0.4f;

    private readonly SKImage _picture;
    private readonly SKPoint _at;

    public TitleStep(TitleEdit edit, int width, int height)
    {
        var place = edit.Place != FramePlace.Unsaid ? edit.Place : edit.IsCaption ? FramePlace.Bottom : FramePlace.Center;
        var size = Math.Min(width, height) * (edit.IsCaption ? 0.062f : place == FramePlace.Center ? 0.135f : 0.098f);
        var lines = Fitted(edit.Text, ref size, width * MostWidth * (IsAside(place) ? 0.6f : 1));
        var halo = size * 0.30f;
        var block = new SKSize(lines.Max(line => line.Width), lines.Count * size * LineHeight);
        var margin = Math.Min(width, height) * 0.07f;
        _at = new SKPoint(
            place switch
            {
                FramePlace.Left or FramePlace.TopLeft or FramePlace.BottomLeft => margin,
                FramePlace.Right or FramePlace.TopRight or FramePlace.BottomRight => width - margin - block.Width,
                _ => (width - block.Width) / 2,
            } - halo,
            place switch
            {
                FramePlace.Top or FramePlace.TopLeft or FramePlace.TopRight => margin,
                FramePlace.Bottom or FramePlace.BottomLeft or FramePlace.BottomRight => height - margin - block.Height,
                _ => (height - block.Height) / 2,
            } - halo);
        _picture = Draw(lines, block, size, halo, Aligned(place));
        lines.ForEach(line => line.Path.Dispose());
    }

    public void Apply(Easel easel, Moment moment)
    {
        var coming = Math.Min(Coming, moment.Frames / 24f / 4);
        var seen = Math.Min((moment.Seconds + 1 / 24f) / coming, ((moment.Frames - moment.Frame) / 24f) / coming);
        using var paint = new SKPaint { Color = SKColors.White.WithAlpha((byte)(255 * Math.Clamp(seen, 0, 1))) };
        easel.Canvas.DrawImage(_picture, MathF.Round(_at.X), MathF.Round(_at.Y), paint);
    }

    public void Dispose() => _picture.Dispose();

    private static SKImage Draw(List<(SKPath Path, float Width)> lines, SKSize block, float size, float halo, float aligned)
    {
        using var surface = SKSurface.Create(new SKImageInfo((int)MathF.Ceiling(block.Width + 2 * halo), (int)MathF.Ceiling(block.Height + 2 * halo), SKColorType.Bgra8888, SKAlphaType.Premul));
        using var soft = SKImageFilter.CreateBlur(size * 0.075f, size * 0.075f);
        using var shadow = new SKPaint { IsAntialias = true, Color = SKColors.Black.WithAlpha(185), ImageFilter = soft, Style = SKPaintStyle.StrokeAndFill, StrokeWidth = size * 0.07f, StrokeJoin = SKStrokeJoin.Round };
        using var fill = new SKPaint { IsAntialias = true, Color = new SKColor(0xFE, 0xFD, 0xFA) };
        foreach (var paint in new[] { shadow, fill })
        {
            for (var i = 0; i < lines.Count; i++)
            {
                surface.Canvas.Save();
                surface.Canvas.Translate(halo + (block.Width - lines[i].Width) * aligned, halo + size * (0.98f + i * LineHeight));
                surface.Canvas.DrawPath(lines[i].Path, paint);
                surface.Canvas.Restore();
            }
        }

        return surface.Snapshot();
    }

    /// <summary>Broken into lines at blanks, or anywhere between Chinese characters, and made smaller where three lines are not enough.</summary>
    private static List<(SKPath Path, float Width)> Fitted(string text, ref float size, float most)
    {
        const int lines = 3;
        while (true)
        {
            var broken = Broken(text, size, most);
            if ((broken.Count <= lines && broken.TrueForAll(line => line.Width <= most)) || size < 12)
                return broken;
            broken.ForEach(line => line.Path.Dispose());
            size *= 0.86f;
        }
    }

    private static List<(SKPath Path, float Width)> Broken(string text, float size, float most)
    {
        var lines = new List<string>();
        foreach (var piece in Pieces(text))
        {
            if (lines.Count > 0 && Line(lines[^1] + piece, size) is var (path, width) && Freed(path) && width <= most)
                lines[^1] += piece;
            else
                lines.Add(piece);
        }

        return [.. lines.Select(line => Line(line, size))];

        static bool Freed(SKPath path)
        {
            path.Dispose();
            return true;
        }
    }

    private static (SKPath Path, float Width) Line(string line, float size)
    {
        var path = TitleLettering.Line(line.Trim(), size, out var width);
        return (path, width);
    }

    private static IEnumerable<string> Pieces(string text)
    {
        var start = 0;
        for (var i = 1; i <= text.Length; i++)
        {
            // A new piece begins at a blank, and at every character of a script that has none.
            if (i == text.Length || text[i] == ' ' || (text[i] >= '\u2E80' && !char.IsLowSurrogate(text[i]) && !char.IsPunctuation(text[i])))
            {
                yield return text[start..i];
                start = i;
            }
        }
    }

    private static bool IsAside(FramePlace place) => place is FramePlace.Left or FramePlace.Right;

    private static float Aligned(FramePlace place) => place switch
    {
        FramePlace.Left or FramePlace.TopLeft or FramePlace.BottomLeft => 0,
        FramePlace.Right or FramePlace.TopRight or FramePlace.BottomRight => 1,
        _ => 0.5f,
    };
}
