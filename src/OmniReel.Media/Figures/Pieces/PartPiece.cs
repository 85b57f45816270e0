using OmniReel.Media.Frames;
using SkiaSharp;

namespace OmniReel.Media.Figures.Pieces;

/// <summary>A stiff part that moves with its bone.</summary>
internal sealed class PartPiece(Performance performance, Part part, Sprite sprite) : IPiece
{
    private readonly int _sheer = Sheerness.Of(part);

    public static PartPiece Cut(Performance performance, Cutter cutter, Part part, float seconds) => new(
        performance, part,
        cutter.Bake(part.Cuts, part.Pins, seconds, second => performance.Matrix(performance.At(second), part.Bone)));

    public void Draw(SKCanvas canvas, float second, in Stance stance) => sprite.Lay(canvas, performance.Matrix(stance, part.Bone), _sheer);

    public SKRect Reach(float second, in Stance stance) => performance.Matrix(stance, part.Bone).MapRect(sprite.Bounds);
}
