using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things.Crafts;

/// <summary>Water over who swims in it: a thin sheet that leaves the body its colour, with a crest of foam along its upper edge, above all of the body.</summary>
internal sealed class Veil
{
    private readonly Sprite _sheet;
    private readonly float _slide;

    /// <param name="at">Where the water was put, below the middle of the body.</param>
    /// <param name="body">Of the animal at rest, in stage pixels.</param>
    public Veil(SheetPainter painter, SKPoint at, SKRect body, SKColor water, SKColor foam)
    {
        float unit = painter.Stage.Unit, crest = Math.Clamp(body.Width * 0.05f, 3 * unit, 11 * unit), half = body.Width * 0.70f + 10 * unit, top = body.Top - 0.10f * body.Height;
        _slide = crest * 0.8f;
        var deep = Shape(at.X, top, half, crest, body.Bottom + 0.16f * body.Height - top);
        var edge = Shape(at.X, top, half, crest, crest * 1.1f);
        var box = deep.Bounds;
        box.Inflate(4 * unit, 4 * unit);
        _sheet = Sprite.Bake(painter.Stage, box, canvas =>
        {
            painter.Tissue(canvas, deep, water.WithAlpha(30));
            painter.Tissue(canvas, edge, foam.WithAlpha(150));
        });
    }

    public void Draw(SKCanvas canvas, float dx, float seconds) => _sheet.Draw(canvas, dx + _slide * MathF.Sin(seconds * 1.3f), _slide * 0.3f * MathF.Sin(seconds * 2.1f));

    /// <summary>Crests along the upper edge that sink toward both ends, and a bow below.</summary>
    private static SKPath Shape(float x, float top, float half, float crest, float deep)
    {
        var path = Held.Path();
        const int count = 7;
        var step = 2 * half / count;
        path.MoveTo(x - half, Edge(x - half));
        for (var i = 0; i < count; i++)
        {
            float from = x - half + i * step, to = from + step;
            path.QuadTo(from + 0.5f * step, Edge(from + 0.5f * step) - crest, to, Edge(to));
        }

        path.CubicTo(x + 0.8f * half, top + deep, x - 0.8f * half, top + deep, x - half, Edge(x - half));
        path.Close();
        return path;

        float Edge(float at) => top + 0.42f * deep * MathF.Pow(MathF.Abs(at - x) / half, 2.4f);
    }
}
