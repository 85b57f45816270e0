using OmniReel.Media.Audio.Signals;

namespace OmniReel.Media.Audio.Beds;

/// <summary>Plain kinds of noise, different in both ears.</summary>
internal static class Noises
{
    /// <summary>Even noise between two corners.</summary>
    public static Stereo Band(int length, Dice dice, double low, double high, float gain)
    {
        var sound = new Stereo(length);
        foreach (var channel in (float[][])[sound.Left, sound.Right])
        {
            var noise = new Pink(dice);
            Biquad above = Biquad.HighPass(low), below = Biquad.LowPass(high);
            for (var i = 0; i < length; i++)
                channel[i] = below.Next(above.Next(noise.Next())) * gain;
        }

        // Half of each ear's noise is the other's: wide, yet nothing cancels on one loudspeaker.
        for (var i = 0; i < length; i++)
        {
            var (left, right) = (sound.Left[i], sound.Right[i]);
            sound.Left[i] = 0.85f * left + 0.45f * right;
            sound.Right[i] = 0.85f * right + 0.45f * left;
        }

        return sound;
    }

    /// <summary>Multiplies by a value over time that is reckoned every 32 samples.</summary>
    public static Stereo Shape(Stereo sound, Func<double, double> gain)
    {
        double now = gain(0), step = 0;
        for (var i = 0; i < sound.Length; i++)
        {
            if (i % 32 == 0)
                step = (gain((i + 32) / (double)SoundFormat.Rate) - now) / 32;
            sound.Left[i] *= (float)now;
            sound.Right[i] *= (float)now;
            now += step;
        }

        return sound;
    }

    /// <summary>A short burst of filtered noise: a step, a clap, a crackle.</summary>
    /// <param name="fall">Seconds in which it falls by 60 dB.</param>
    /// <param name="rise">Seconds to its height.</param>
    public static void Burst(Stereo sound, int at, Dice dice, double hertz, double q, double rise, double fall, float gain, Pan pan)
    {
        Biquad filter = Biquad.BandPass(hertz, q), edge = Biquad.LowPass(2.5 * hertz);
        var length = SoundFormat.Samples(rise + fall);
        var decay = Math.Exp(-6.9078 / (fall * SoundFormat.Rate));
        var (up, level) = (Math.Max(1, SoundFormat.Samples(rise)), 1d);
        for (var i = 0; i < length; i++)
        {
            var slope = i < up ? 0.5 - 0.5 * Math.Cos(Math.PI * i / up) : level *= decay;
            var x = edge.Next(filter.Next(dice.Noise())) * (float)slope * gain;
            sound.Add(at + i, x * pan.Left, x * pan.Right);
        }
    }

    /// <summary>One struck partial.</summary>
    public static void Knock(Stereo sound, int at, double hertz, double fall, float gain, Pan pan)
    {
        var ring = new Ring(hertz, fall, gain);
        var length = SoundFormat.Samples(fall);
        for (var i = 0; i < length; i++)
        {
            // The first quarter of a millisecond is rounded: an edge would click.
            var x = ring.Next() * Math.Min(1, i / 12f);
            sound.Add(at + i, x * pan.Left, x * pan.Right);
        }
    }
}
