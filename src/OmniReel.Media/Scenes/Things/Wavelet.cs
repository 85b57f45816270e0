using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things;

/// <summary>A strip of water before what floats: it hides what is below the waterline.</summary>
internal sealed class Wavelet
{
    private readonly Sprite _strip;
    private readonly float _slide;

    /// <param name="width">Of what floats, in pixels.</param>
    public Wavelet(SheetPainter painter, SKPoint at, float width, SKColor color)
    {
        float unit = painter.Stage.Unit, half = width * 0.62f + 16 * unit, crest = Math.Clamp(width * 0.045f, 4 * unit, 12 * unit);
        var shape = Shape(at, half, crest);
        var box = shape.Bounds;
        box.Inflate(14 * unit, 14 * unit);
        _slide = crest * 0.7f;
        _strip = Sprite.Bake(painter.Stage, box, canvas => painter.Sheet(canvas, shape, color, 0.35f, 2));
    }

    public void Draw(SKCanvas canvas, float dx, float seconds) =>
        _strip.Draw(canvas, dx + _slide * MathF.Sin(seconds * 1.1f), _slide * 0.2f * MathF.Sin(seconds * 1.9f + 1));

    /// <summary>Crests that sink toward both ends, above a shallow bow.</summary>
    private static SKPath Shape(SKPoint at, float half, float crest)
    {
        var path = Held.Path();
        var count = Math.Max(4, (int)MathF.Round(half * 2 / (crest * 5.2f)));
        var step = 2 * half / count;
        path.MoveTo(at.X - half, at.Y + crest * 1.4f);
        for (var i = 0; i < count; i++)
        {
            float x = at.X - half + i * step, next = x + step;
            float Edge(float value) => at.Y + crest * 1.4f * MathF.Pow(MathF.Abs(value - at.X) / half, 2);
            path.QuadTo(x + 0.3f * step, Edge(x + 0.3f * step), x + 0.5f * step, Edge(x + 0.5f * step) - crest);
            path.QuadTo(x + 0.7f * step, Edge(x + 0.7f * step), next, Edge(next));
        }

        path.QuadTo(at.X + half * 0.6f, at.Y + crest * 3.6f, at.X, at.Y + crest * 3.8f);
        path.QuadTo(at.X - half * 0.6f, at.Y + crest * 3.6f, at.X - half, at.Y + crest * 1.4f);
        path.Close();
        return path;
    }
}
