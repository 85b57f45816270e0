using OmniReel.Media.Figures.Clothes;
using OmniReel.Media.Frames;
using SkiaSharp;

namespace OmniReel.Media.Figures.Pieces;

/// <summary>What stands by a figure: one sprite in one place.</summary>
internal sealed class GroundPiece : IPiece
{
    private readonly Sprite _sprite;
    private readonly SKMatrix _place;

    public GroundPiece(Performance performance, Cutter cutter, GroundCut cut, float seconds)
    {
        _place = performance.Matrix(new Placed(cut.At, 0), 1, 0);
        _sprite = cutter.Bake(cut.Cuts, cut.Pins, seconds, _ => _place);
    }

    public void Draw(SKCanvas canvas, float second, in Stance stance) => _sprite.Draw(canvas, _place);

    public SKRect Reach(float second, in Stance stance) => _place.MapRect(_sprite.Bounds);
}
