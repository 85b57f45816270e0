using OmniReel.Media.Figures.Clothes;
using OmniReel.Media.Frames;
using SkiaSharp;

namespace OmniReel.Media.Figures.Pieces;

/// <summary>An umbrella in the hand: it follows the hand, keeps upright and tips a little late with every step.</summary>
internal sealed class HeldPiece : IPiece
{
    private const float Degree = MathF.PI / 180, Late = 0.16f;

    private readonly Performance _performance;
    private readonly HeldCut _cut;
    private readonly Sprite _sprite;

    public HeldPiece(Performance performance, Cutter cutter, HeldCut cut, float seconds)
    {
        (_performance, _cut) = (performance, cut);
        _sprite = cutter.Bake(cut.Cuts, cut.Pins, seconds, second => Matrix(second, performance.At(second)));
    }

    public void Draw(SKCanvas canvas, float second, in Stance stance) => _sprite.Lay(canvas, Matrix(second, stance), Sheerness.Canopy);

    public SKRect Reach(float second, in Stance stance) => Matrix(second, stance).MapRect(_sprite.Bounds);

    private SKMatrix Matrix(float second, in Stance stance)
    {
        var hand = stance[_cut.Hand].At(_cut.GripX, _cut.GripY);
        var before = _performance.At(second - Late);
        var sunk = (hand.Y - before[_cut.Hand].At(_cut.GripX, _cut.GripY).Y) * 55;
        var angle = _cut.Tilt + Math.Clamp(sunk, -2, 2) * _cut.Give + 0.8f * MathF.Sin(second * 1.7f);
        // The canopy is round: it goes to the other side with the hand, but never narrows.
        return _performance.Matrix(new Placed(stance.Turned(hand), angle * stance.Width * Degree), 1, 0);
    }
}
