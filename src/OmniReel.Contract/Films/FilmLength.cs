using System.Globalization;

namespace OmniReel.Contract.Films;

/// <summary>Lengths of films, in frames and as the wire writes them.</summary>
public static class FilmLength
{
    /// <summary>Every film's frames per second.</summary>
    public const int FramesPerSecond = 24;

    /// <summary>Frames of a film of so many whole seconds: its last frame stands at that second, so there is one more.</summary>
    public static int Frames(int seconds) => FramesPerSecond * seconds + 1;

    /// <summary>Frames of an edit: the input's length at 24 per second, rounded half up.</summary>
    public static int FramesOfEdit(decimal inputSeconds) =>
        (int)Math.Round(inputSeconds * FramesPerSecond, MidpointRounding.AwayFromZero);

    /// <summary>The <c>duration</c> of a result: seconds truncated to three decimals, such as <c>5.041</c> for 121 frames.</summary>
    public static string WireDuration(int frames)
    {
        var milliseconds = (long)frames * 1000 / FramesPerSecond;
        return string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 1000}.{milliseconds % 1000:000}");
    }

    /// <summary>Whole seconds that an edit is billed for: the input's length rounded half up, at least 1.</summary>
    public static int BilledSeconds(decimal inputSeconds) =>
        Math.Max(1, (int)Math.Round(inputSeconds, MidpointRounding.AwayFromZero));
}
