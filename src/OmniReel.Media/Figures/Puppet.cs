using OmniReel.Media.Figures.Clothes;
using OmniReel.Media.Figures.Pieces;
using OmniReel.Media.Frames;
using SkiaSharp;

namespace OmniReel.Media.Figures;

/// <summary>A figure cut for one shot: its pieces in drawing order, moved by the pose of the moment.</summary>
internal sealed class Puppet : Layer
{
    private const int Looks = 40;

    private readonly Performance _performance;
    private readonly IPiece[] _pieces;
    private readonly float _seconds;
    private readonly float _start;
    private readonly Lazy<SKRect> _box;

    /// <param name="seconds">Length of the shot.</param>
    /// <param name="start">Second of the motion at which the shot begins.</param>
    public Puppet(Performance performance, IReadOnlyList<IItem> items, float seconds, float start)
    {
        (_performance, _seconds, _start) = (performance, seconds, start);
        var cutter = new Cutter(performance);
        var lowest = items.FirstOrDefault(item => item is SkirtCut);
        _pieces = [new ShadowPiece(performance), .. items.Select(item => Cut(item, cutter, isLowest: item == lowest))];
        SkirtPiece[] skirts = [.. _pieces.OfType<SkirtPiece>()];
        foreach (var part in _pieces.OfType<PartPiece>().Where(piece => piece.Bone is Bone.NearFoot or Bone.FarFoot or Bone.NearShin or Bone.FarShin))
            part.Under = skirts;
        _box = new Lazy<SKRect>(Measure);
    }

    public override bool Moves => true;

    public override SKRect Bounds(Stage stage) => _box.Value;

    public override void Draw(SKCanvas canvas, Moment moment)
    {
        var second = _start + moment.Seconds;
        var stance = _performance.At(second);
        using var pile = _performance.Painter.Light.Ink is null ? Pile.On(canvas, Sheets(second, stance)) : default;
        foreach (var piece in _pieces)
            piece.Draw(canvas, second, stance);
    }

    /// <summary>Where the near hand holds what it holds, in stage pixels.</summary>
    public SKPoint Hand(Moment moment) =>
        _performance.Matrix(_performance.At(_start + moment.Seconds), Bone.NearHand).MapPoint(0, 0.055f * _performance.PixelsPerMetre);

    /// <summary>What the sheets cover now; strips are drawn by what knows no piles.</summary>
    private SKRect Sheets(float second, in Stance stance)
    {
        var box = SKRect.Empty;
        foreach (var piece in _pieces)
        {
            if (piece is not StreamerPiece)
                box = Around(box, piece.Reach(second, stance));
        }

        return box;
    }

    private IPiece Cut(IItem item, Cutter cutter, bool isLowest) => item switch
    {
        Part part => new PartPiece(_performance, cutter, part, _seconds),
        SkirtCut skirt => new SkirtPiece(_performance, cutter, skirt, _seconds, isLowest),
        HeldCut held => new HeldPiece(_performance, cutter, held, _seconds),
        GroundCut standing => new GroundPiece(_performance, cutter, standing, _seconds),
        StreamerCut streamer => new StreamerPiece(_performance, streamer),
        _ => throw new ArgumentOutOfRangeException(nameof(item), item, "Nothing cuts this item."),
    };

    /// <summary>Union over the shot, with room for what happens between the looks.</summary>
    private SKRect Measure()
    {
        var box = SKRect.Empty;
        for (var i = 0; i <= Looks; i++)
        {
            var second = _start + _seconds * i / Looks;
            var stance = _performance.At(second);
            foreach (var piece in _pieces)
                box = Around(box, piece.Reach(second, stance));
        }

        box.Inflate(0.12f * _performance.PixelsPerMetre, 0.12f * _performance.PixelsPerMetre);
        return box;
    }

    private static SKRect Around(SKRect box, SKRect other) => box.IsEmpty ? other : SKRect.Union(box, other);
}
