using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes;

/// <summary>
/// A thing built of cut sheets, back to front. It is cut about its foot (0, 0) with y downward and a size near 1, then set
/// up in the stage with <see cref="At(SKPoint, float, bool)"/>; light and shadow are made where it stands.
/// </summary>
internal sealed class Prop
{
    private readonly List<Piece> _pieces = [];

    /// <summary>One sheet; without rim and lift it is glowing tissue.</summary>
    private readonly record struct Piece(SKPath Shape, SKColor Color, float Lift, float Rim, float Blur, bool Thin = false);

    /// <summary>Adds a sheet on top.</summary>
    /// <param name="thin">It glows where there is light behind it.</param>
    public Prop Sheet(SKPath shape, SKColor color, float lift = 0.6f, float rim = 1.8f, bool thin = false)
    {
        _pieces.Add(new Piece(shape, color, lift, rim, 0, thin));
        return this;
    }

    /// <summary>Adds light: a lit pane, a lantern's glow.</summary>
    public Prop Tissue(SKPath shape, SKColor color, float blur = 0)
    {
        _pieces.Add(new Piece(shape, color, 0, 0, blur));
        return this;
    }

    /// <summary>Adds all sheets of another prop on top.</summary>
    public Prop Add(Prop other)
    {
        _pieces.AddRange(other._pieces);
        return this;
    }

    /// <summary>Adds all sheets of another prop below.</summary>
    public Prop AddBelow(Prop other)
    {
        _pieces.InsertRange(0, other._pieces);
        return this;
    }

    /// <summary>The prop with its foot at a point of the stage.</summary>
    /// <param name="size">Pixels per unit of the prop.</param>
    public Prop At(SKPoint foot, float size, bool mirrored = false) =>
        At(SKMatrix.CreateScale(mirrored ? -size : size, size).PostConcat(SKMatrix.CreateTranslation(foot.X, foot.Y)));

    public Prop At(SKMatrix matrix)
    {
        var moved = new Prop();
        foreach (var piece in _pieces)
            moved._pieces.Add(piece with { Shape = piece.Shape.At(matrix) });
        return moved;
    }

    /// <summary>All that drawing may touch: the sheets, their shadows and glows.</summary>
    public SKRect Bounds(float unit)
    {
        var box = SKRect.Empty;
        foreach (var piece in _pieces)
        {
            var own = piece.Shape.Bounds;
            var room = (4 + 15 * piece.Lift + 3 * piece.Blur) * unit;
            own.Inflate(room, room);
            box = box.IsEmpty ? own : SKRect.Union(box, own);
        }

        return box;
    }

    public void Draw(SKCanvas canvas, SheetPainter painter)
    {
        foreach (var piece in _pieces)
        {
            if (piece is { Lift: 0, Rim: 0 })
                painter.Tissue(canvas, piece.Shape, piece.Color, piece.Blur);
            else
                painter.Sheet(canvas, piece.Shape, piece.Color, piece.Lift, piece.Rim, piece.Thin);
        }
    }
}
