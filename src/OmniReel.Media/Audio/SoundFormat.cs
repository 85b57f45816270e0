using OmniReel.Media.Plans;

namespace OmniReel.Media.Audio;

/// <summary>The form of all sound of a film: 48 kHz, so that a frame is a whole number of samples.</summary>
public static class SoundFormat
{
    /// <summary>Samples per second and channel.</summary>
    public const int Rate = 48_000;

    /// <summary>Samples per frame of the film and channel.</summary>
    public const int PerFrame = Rate / FilmPlan.FrameRate;

    /// <summary>Integrated loudness that every film is brought to, in LUFS.</summary>
    public const double Target = -16;

    internal static int Samples(double seconds) => (int)Math.Round(seconds * Rate);
}
