using OmniReel.Media.Frames;
using OmniReel.Media.Native;
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

    public Bone Bone => _bone;

    public PartPiece(Performance performance, Cutter cutter, Part part, float seconds)
    {
        (_performance, _bone) = (performance, part.Bone);
        _sheer = performance.Painter.Light.Ink is null ? Sheerness.Of(part) : 0;
        var isWhole = _sheer <= 0 || part.Cuts.Count + part.Pins.Count == 1;
        _sheet = cutter.Bake(isWhole ? part.Cuts : [part.Cuts[0]], isWhole ? part.Pins : [], seconds, Where);
        if (!isWhole)
            _onto = cutter.Bake([.. part.Cuts.Skip(1)], part.Pins, seconds, Where);
    }

    /// <summary>Skirts that may hide a lifted foot and its shank; none for other bones.</summary>
    public IReadOnlyList<SkirtPiece> Under { get; set; } = [];

    public void Draw(SKCanvas canvas, float second, in Stance stance)
    {
        var matrix = _performance.Matrix(stance, _bone);
        if (Under.Count > 0 && Shown(second, stance) is < 0.99f and var shown)
        {
            if (shown < 0.02f)
                return;
            using var faded = new HeldPaint { Color = SKColors.White.WithAlpha((byte)(255 * shown)) };
            _sheet.Draw(canvas, matrix, faded);
            _onto?.Draw(canvas, matrix, faded);
            return;
        }

        _sheet.Lay(canvas, matrix, _sheer);
        _onto?.Draw(canvas, matrix);
    }

    public SKRect Reach(float second, in Stance stance)
    {
        var matrix = _performance.Matrix(stance, _bone);
        var reach = matrix.MapRect(_sheet.Bounds);
        return _onto is null ? reach : SKRect.Union(reach, matrix.MapRect(_onto.Bounds));
    }

    /// <summary>A toe without its ankle below a hem belongs to nobody: foot and shank are seen once the ankle is.</summary>
    private float Shown(float second, in Stance stance)
    {
        var shown = 1f;
        // One that stands is where the shank ends, and is seen.
        var ankle = stance[_bone is Bone.NearShin or Bone.FarShin ? _bone + 1 : _bone].Root;
        if (ankle.Y > -2.2f * _performance.Build.Ankle)
            return shown;
        foreach (var skirt in Under)
            shown = Math.Min(shown, skirt.Leaves(second, stance, ankle));
        return shown;
    }

    private SKMatrix Where(float second) => _performance.Matrix(_performance.At(second), _bone);
}
