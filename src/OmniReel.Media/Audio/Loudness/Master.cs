using OmniReel.Media.Audio.Signals;

namespace OmniReel.Media.Audio.Loudness;

/// <summary>The last step of a mix: no rumble, no sharp edge, the loudness of all films, no peak above the ceiling, soft ends.</summary>
internal static class Master
{
    /// <summary>Below -1 dBTP by what the AAC encoder may add.</summary>
    private const double Ceiling = -2.2;

    private const int MostRounds = 6;
    private const double CloseEnough = 0.05;

    /// <summary>A silent sound stays silent.</summary>
    /// <param name="fade">Seconds in which the end fades.</param>
    public static void Run(Stereo sound, double fade)
    {
        foreach (var channel in (float[][])[sound.Left, sound.Right])
        {
            Biquad.HighPass(32).Run(channel);
            Biquad.HighShelf(9_000, -7).Run(channel);
        }

        sound.Fade(SoundFormat.Samples(0.12), SoundFormat.Samples(fade));
        var ceiling = (float)Math.Pow(10, Ceiling / 20);
        // What the limiter takes is given back in the next round.
        for (var round = 0; round < MostRounds; round++)
        {
            var loudness = LoudnessMeter.Integrated(sound);
            if (double.IsNegativeInfinity(loudness))
                return;
            var missing = SoundFormat.Target - loudness;
            if (round > 0 && Math.Abs(missing) < CloseEnough)
                return;
            sound.Scale((float)Math.Pow(10, missing / 20));
            Limiter.Run(sound, ceiling);
        }
    }
}
