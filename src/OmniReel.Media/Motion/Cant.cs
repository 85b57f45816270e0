using OmniReel.Media.Frames;
using SkiaSharp;

namespace OmniReel.Media.Motion;

/// <summary>How far a camera leans that is said to, and the room that it needs for it.</summary>
internal static class Cant
{
    /// <summary>Degrees of a Dutch angle.</summary>
    public const float Dutch = 8;

    /// <summary>Degrees that it leans at most, with the unrest of a hand.</summary>
    public const float Most = Dutch + CameraTravel.MostLean;

    /// <summary>Pixels beyond the frame's left and right, and beyond its top and bottom, that come into it.</summary>
    public static SKPoint Room(Stage stage)
    {
        var (sin, cos) = MathF.SinCos(Most * MathF.PI / 180);
        return new SKPoint((stage.Width * (cos - 1) + stage.Height * sin) / 2, (stage.Height * (cos - 1) + stage.Width * sin) / 2);
    }
}
