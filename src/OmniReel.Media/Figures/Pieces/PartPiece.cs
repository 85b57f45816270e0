using OmniReel.Media.Frames;
using SkiaSharp;

namespace OmniReel.Media.Figures.Pieces;

/// <summary>A stiff part that moves with its bone: a sheet through which one sees, and what is sewn and pinned onto it.</summary>
internal sealed class PartPiece : IPiece
{
    private readonly Performance _performance;
    private readonly Bone _bone;
    private readonly Sprite _sheet;
    private readonly Sprite? _onto;
    private readonly int _sheer;

    public PartPiece(Performance performance, Cutter cutter, Part part, float seconds)
    {
        (_performance, _bone) = (performance, part.Bone);
        _sheer = performance.Painter.Light.Ink is null ? Sheerness.Of(part) : 0;
        var isWhole = _sheer <= 0 || part.Cuts.Count + part.Pins.Count == 1;
        _sheet = cutter.Bake(isWhole ? part.Cuts : [part.Cuts[0]], isWhole ? part.Pins : [], seconds, Where);
        if (!isWhole)
            _onto = cutter.Bake([.. part.Cuts.Skip(1)], part.Pins, seconds, Where);
    }

    public void Draw(SKCanvas canvas, float second, in Stance stance)
    {
        var matrix = _performance.Matrix(stance, _bone);
        _sheet.Lay(canvas, matrix, _sheer);
        _onto?.Draw(canvas, matrix);
    }

    public SKRect Reach(float second, in Stance stance)
    {
        var matrix = _performance.Matrix(stance, _bone);
        var reach = matrix.MapRect(_sheet.Bounds);
        return _onto is null ? reach : SKRect.Union(reach, matrix.MapRect(_onto.Bounds));
    }

    private SKMatrix Where(float second) => _performance.Matrix(_performance.At(second), _bone);
}
