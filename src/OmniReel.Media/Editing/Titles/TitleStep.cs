using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using OmniReel.Media.Plans;
using OmniReel.Media.Text;
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
        var (lines, size) = Fitted(
            edit.Text, Math.Min(width, height) * (edit.IsCaption ? 0.062f : place == FramePlace.Center ? 0.135f : 0.098f), width * MostWidth * (IsAside(place) ? 0.6f : 1));
        var halo = size * 0.30f;
        var block = new SKSize(lines.Max(line => Lettering.Here.Width(line, size)), lines.Count * size * LineHeight);
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
    }

    public void Apply(Easel easel, Moment moment)
    {
        var coming = Math.Min(Coming, moment.Frames / 24f / 4);
        var seen = Math.Min((moment.Seconds + 1 / 24f) / coming, ((moment.Frames - moment.Frame) / 24f) / coming);
        using var paint = new HeldPaint { Color = SKColors.White.WithAlpha((byte)(255 * Math.Clamp(seen, 0, 1))) };
        easel.Canvas.DrawImage(_picture, MathF.Round(_at.X), MathF.Round(_at.Y), paint);
    }

    public void Dispose() => _picture.Dispose();

    private static SKImage Draw(IReadOnlyList<string> lines, SKSize block, float size, float halo, float aligned)
    {
        var info = new SKImageInfo((int)MathF.Ceiling(block.Width + 2 * halo), (int)MathF.Ceiling(block.Height + 2 * halo), SKColorType.Bgra8888, SKAlphaType.Premul);
        using var surface = SKSurface.Create(info);
        using var under = SKSurface.Create(info);
        using var soft = SKImageFilter.CreateBlur(size * 0.075f, size * 0.075f);
        using var shadow = new HeldPaint { ImageFilter = soft };
        // Twice: a halo that is dark at the edges of the words.
        Write(under.Canvas, SKColors.Black);
        Write(under.Canvas, SKColors.Black);
        using (var dark = under.Snapshot())
            surface.Canvas.DrawImage(dark, 0, 0, shadow);
        Write(surface.Canvas, new SKColor(0xFE, 0xFD, 0xFA));
        return surface.Snapshot();

        void Write(SKCanvas canvas, SKColor color)
        {
            for (var i = 0; i < lines.Count; i++)
            {
                var left = halo + (block.Width - Lettering.Here.Width(lines[i], size)) * aligned;
                Lettering.Here.Draw(canvas, lines[i], left, halo + size * (0.98f + i * LineHeight), size, color, isBold: true);
            }
        }
    }

    /// <summary>In lines that fit, made smaller where three of them are not enough.</summary>
    private static (IReadOnlyList<string> Lines, float Size) Fitted(string text, float size, float most)
    {
        const int lines = 3;
        for (; ; size *= 0.86f)
        {
            var broken = Lettering.Here.Wrap(text, size, most);
            if (broken.Count == 0)
                return ([text], size);
            if (size < 12 || (broken.Count <= lines && broken.Max(line => Lettering.Here.Width(line, size)) <= most))
                return (broken, size);
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
