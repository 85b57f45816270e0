using OmniReel.Contract.Requests;

namespace OmniReel.Contract.Films;

/// <summary>Width and height in pixels, both even.</summary>
public readonly record struct OutputSize(int Width, int Height)
{
    /// <summary>The size of a film whose shape the request names.</summary>
    public static OutputSize Of(VideoMode mode, AspectRatio ratio)
    {
        var (wide, narrow, square) = mode switch
        {
            VideoMode.Std => (1280, 720, 960),
            VideoMode.Pro => (1920, 1080, 1440),
            _ => (3840, 2160, 2880),
        };
        return ratio switch
        {
            AspectRatio.Landscape => new(wide, narrow),
            AspectRatio.Portrait => new(narrow, wide),
            _ => new(square, square),
        };
    }

    /// <summary>
    /// The size of a film that follows its input's shape: the area of the mode (720p, 1080p or 2160p), the input's proportions,
    /// both sides even and at least 2.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A side of the input is not positive.</exception>
    public static OutputSize Following(VideoMode mode, int inputWidth, int inputHeight)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputWidth);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputHeight);
        var model = Of(mode, AspectRatio.Landscape);
        var scale = Math.Sqrt((double)model.Width * model.Height / ((double)inputWidth * inputHeight));
        return new(Even(inputWidth * scale), Even(inputHeight * scale));
    }

    private static int Even(double side) => Math.Max(2, (int)Math.Round(side / 2, MidpointRounding.AwayFromZero) * 2);
}
