using OmniReel.Media.Audio.Signals;

namespace OmniReel.Media.Tests.Audio;

/// <summary>How a sound's power lies between low and high.</summary>
internal static class Spectrum
{
    /// <summary>Share of the power above a corner, by a steep filter.</summary>
    public static double ShareAbove(Stereo sound, double hertz)
    {
        var (high, all) = (0d, 1e-12);
        foreach (var channel in (float[][])[sound.Left, sound.Right])
        {
            Biquad first = Biquad.HighPass(hertz, 0.541), second = Biquad.HighPass(hertz, 1.307);
            foreach (var x in channel)
            {
                double y = second.Next(first.Next(x));
                high += y * y;
                all += (double)x * x;
            }
        }

        return high / all;
    }
}
