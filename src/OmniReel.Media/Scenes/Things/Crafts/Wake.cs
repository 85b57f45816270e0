using OmniReel.Media.Frames;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things.Crafts;

/// <summary>Thin bright strokes on the water: they leave the bow, fall behind, spread and fade.</summary>
internal sealed class Wake
{
    private const int Strokes = 7;
    private const float Life = 2.4f;

    private readonly Sprite _stroke;
    private readonly SKPoint _at;
    private readonly float _width;
    private readonly int _side;

    /// <param name="width">Of what floats, in pixels.</param>
    public Wake(SheetPainter painter, SKPoint at, float width, bool facesRight, SKColor foam)
    {
        (_at, _width, _side) = (at, width, facesRight ? 1 : -1);
        float half = Math.Clamp(width * 0.10f, 7 * painter.Stage.Unit, 40 * painter.Stage.Unit), thick = Math.Max(1.1f * painter.Stage.Unit, half * 0.07f);
        var shape = Knife.Crescent(at.X, at.Y, half, thick, 180);
        shape.Transform(SKMatrix.CreateScale(1, 0.28f, at.X, at.Y));
        _stroke = Sprite.Bake(painter.Stage, SKRect.Inflate(shape.Bounds, 3, 3), canvas => painter.Tissue(canvas, shape, foam));
    }

    public void Draw(SKCanvas canvas, float dx, float seconds)
    {
        for (var i = 0; i < Strokes; i++)
        {
            var turn = seconds / Life + i / (float)Strokes + 4;
            var age = turn - MathF.Floor(turn);
            var row = i % 3;
            float x = dx + _side * _width * (0.46f - 1.06f * age), y = _width * (0.018f + 0.030f * row) * (0.5f + age), wide = 0.6f + 0.9f * age;
            var matrix = SKMatrix.CreateScale(wide, 1, _at.X, _at.Y).PostConcat(SKMatrix.CreateTranslation(x, y));
            _stroke.Draw(canvas, matrix, (byte)(200 * Math.Min(1, age * 6) * (1 - age)));
        }
    }
}
