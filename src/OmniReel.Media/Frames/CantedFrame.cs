using OmniReel.Media.Motion;
using SkiaSharp;

namespace OmniReel.Media.Frames;

/// <summary>
/// What a camera sees that leans all the time: a board somewhat larger than the frame, of which the frame is a part that lies aslant.
/// Layers reach beyond the frame, so nothing has to be enlarged for it.
/// </summary>
internal sealed class CantedFrame : IDisposable
{
    private readonly Octagon _all;

    public CantedFrame(Stage stage)
    {
        var room = Cant.Room(stage);
        (Left, Top) = ((int)MathF.Ceiling(room.X) + 2, (int)MathF.Ceiling(room.Y) + 2);
        Board = new Board(stage.Width + 2 * Left, stage.Height + 2 * Top);
        _all = new Octagon(
            0, ((long)Board.Pixels.Width - 1 << Octagon.Bits) - 1, 0, ((long)Board.Pixels.Height - 1 << Octagon.Bits) - 1,
            long.MinValue / 4, long.MaxValue / 4, long.MinValue / 4, long.MaxValue / 4);
    }

    public Board Board { get; }

    /// <summary>Where the upright frame lies on the board.</summary>
    public int Left { get; }

    /// <inheritdoc cref="Left"/>
    public int Top { get; }

    /// <summary>Lays what is on the board into a frame.</summary>
    /// <param name="degrees">Clockwise; no more than <see cref="Cant.Most"/> to either side.</param>
    public void Lay(PixelBlock frame, float degrees)
    {
        var turned = SKMatrix.CreateTranslation(-Left, -Top).PostConcat(SKMatrix.CreateRotationDegrees(degrees, frame.Width / 2f, frame.Height / 2f));
        frame.Clear();
        if (Slant.Of(turned) is { } slant)
            SlantedBlit.Lay(Board.Pixels, _all, slant, 256, new SKRectI(0, 0, frame.Width, frame.Height), frame);
    }

    public void Dispose() => Board.Dispose();
}
