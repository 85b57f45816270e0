using OmniReel.Media.Motion;
using SkiaSharp;

namespace OmniReel.Media.Frames;

/// <summary>A finished picture seen by a camera that leans: turned about its middle, and enlarged so that no corner is empty.</summary>
internal sealed class LeaningFrame(Stage stage) : IDisposable
{
    private readonly PixelBlock _leaning = new(stage.Width, stage.Height);
    private readonly float _cover = CameraTravel.Cover(stage);

    /// <summary>All of the picture; its last row and column are only ever mixed in.</summary>
    private readonly Octagon _all = new(
        0, ((long)stage.Width - 1 << Octagon.Bits) - 1, 0, ((long)stage.Height - 1 << Octagon.Bits) - 1,
        long.MinValue / 4, long.MaxValue / 4, long.MinValue / 4, long.MaxValue / 4);

    /// <summary>The picture as it is now, until the next call.</summary>
    /// <param name="upright">As large as the stage.</param>
    /// <param name="degrees">Clockwise.</param>
    public PixelBlock At(PixelBlock upright, float degrees)
    {
        float x = upright.Width / 2f, y = upright.Height / 2f;
        var turned = SKMatrix.CreateRotationDegrees(degrees, x, y).PostConcat(SKMatrix.CreateScale(_cover, _cover, x, y));
        _leaning.Clear();
        if (Slant.Of(turned) is { } slant)
            SlantedBlit.Lay(upright, _all, slant, 256, new SKRectI(0, 0, upright.Width, upright.Height), _leaning);
        return _leaning;
    }

    public void Dispose() => _leaning.Dispose();
}
