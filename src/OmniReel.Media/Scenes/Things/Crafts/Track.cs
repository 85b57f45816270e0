using OmniReel.Media.Frames;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things.Crafts;

/// <summary>What a crawling animal leaves on the ground: pairs of strokes of its flippers, from where it came to where its tail is.</summary>
internal sealed class Track
{
    private readonly Sprite _stroke;
    private readonly SKPoint _foot;
    private readonly float _gap;
    private readonly int _side;
    private readonly float _half;

    /// <param name="foot">Below the middle of the body in the middle of the shot, in stage pixels.</param>
    /// <param name="width">Of the body.</param>
    /// <param name="side">1 where it goes to the right, else -1.</param>
    public Track(SheetPainter painter, SKPoint foot, float width, int side, SKColor shadow)
    {
        (_foot, _side, _half, _gap) = (foot, side, width / 2, 0.115f * width);
        float stroke = 0.075f * width, thick = Math.Max(1.2f * painter.Stage.Unit, 0.010f * width);
        var shape = Knife.Limb(new SKPoint(-stroke / 2 * side, -0.012f * width), new SKPoint(stroke / 2 * side, 0.010f * width), thick * 0.5f, thick, 1);
        _stroke = Sprite.Bake(painter.Stage, SKRect.Inflate(shape.Bounds, 2, 2), canvas => painter.Tissue(canvas, shape, shadow.WithAlpha(105)));
    }

    /// <param name="dx">Pixels that the body is from its middle place.</param>
    public void Draw(SKCanvas canvas, float dx, float reach)
    {
        // Strokes lie on the ground: counted from the middle of the way, backward.
        var tail = _side * dx - 0.80f * _half;
        for (var i = (int)MathF.Floor(tail / _gap); i * _gap > -reach; i--)
        {
            var age = (tail - i * _gap) / reach;
            var fade = (byte)(255 * Math.Clamp(1.15f - age, 0, 1));
            var x = _foot.X + _side * i * _gap;
            _stroke.Draw(canvas, SKMatrix.CreateTranslation(x, _foot.Y - 0.055f * _half), fade);
            _stroke.Draw(canvas, SKMatrix.CreateTranslation(x + 0.4f * _gap, _foot.Y + 0.045f * _half), fade);
        }
    }
}
