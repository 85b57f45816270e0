using OmniReel.Media.Audio.Signals;

namespace OmniReel.Media.Audio.Beds;

/// <summary>The sea and running water.</summary>
internal static class WaterSounds
{
    /// <summary>Seconds of the near strip of drawn water from one heave to the next.</summary>
    private const double Heave = 5.28;

    /// <summary>Waves gather, break and run out over sand, to the left and to the right in turn, in the rhythm of the drawn water.</summary>
    public static Stereo Waves(BedSpan span, Dice dice)
    {
        var sound = new Stereo(span.Length);
        var phases = new[] { dice.Between(0.1, 0.4), dice.Between(0.5, 0.9) };
        var periods = new[] { Heave, Heave * 1.37 };
        for (var wave = 0; wave < 2; wave++)
        {
            var side = wave == 0 ? -0.35 : 0.4;
            var pan = Pan.At(side);
            var echo = Pan.At(-side * 1.6);
            Pink noise = new(dice), other = new(dice);
            Sweep wash = new(900, 0.6), spread = new(900, 0.6), roar = new(240, 0.7);
            var (gain, low) = (0f, 0f);
            for (var i = 0; i < span.Length; i++)
            {
                if (i % 32 == 0)
                {
                    var round = i / (double)SoundFormat.Rate / periods[wave] + phases[wave];
                    var swell = Swell(round - Math.Floor(round));
                    gain = (float)(0.10 + 0.90 * swell);
                    low = (float)(0.25 + 0.75 * Math.Sqrt(swell));
                    wash.Tune(420 + 1500 * swell, 0.5);
                    spread.Tune(380 + 1350 * swell, 0.5);
                }

                float near = noise.Next(), far = other.Next();
                wash.Take(near);
                spread.Take(far);
                roar.Take(near + far);
                var deep = roar.Low * low * 0.5f;
                sound.Left[i] += (wash.Low * pan.Left + spread.Low * echo.Left * 0.6f) * gain + deep;
                sound.Right[i] += (wash.Low * pan.Right + spread.Low * echo.Right * 0.6f) * gain + deep;
            }
        }

        return sound;
    }

    /// <summary>A brook: a soft band of noise and bubbles that rise in pitch as they open.</summary>
    public static Stereo Stream(BedSpan span, Dice dice)
    {
        var sound = Noises.Band(span.Length, dice, 300, 1800, 0.5f);
        var bubbles = (int)(span.Seconds * 26);
        for (var n = 0; n < bubbles; n++)
        {
            var at = dice.Below(span.Length);
            var (pitch, length) = (dice.Between(320, 1250), dice.Between(0.03, 0.09));
            var pan = Pan.Any(dice);
            var gain = (float)(0.05 * dice.Unit() * Math.Sqrt(400 / pitch));
            var (samples, phase) = (SoundFormat.Samples(length), 0d);
            for (var i = 0; i < samples; i++)
            {
                var u = i / (double)samples;
                phase += pitch * (1 + 0.35 * u) / SoundFormat.Rate;
                var x = (float)(Math.Sin(Math.Tau * phase) * Math.Sin(Math.PI * u) * (1 - u)) * gain;
                sound.Add(at + i, x * pan.Left, x * pan.Right);
            }
        }

        return sound;
    }

    /// <summary>Up slowly, over quickly, then a long hiss that sinks into the sand; 0 again where the next one begins.</summary>
    private static double Swell(double u)
    {
        const double Crest = 0.42;
        if (u < Crest)
            return Math.Pow(u / Crest, 2.4) * 0.9;
        var after = (u - Crest) / (1 - Crest);
        return (0.9 + 0.1 * Math.Sin(Math.PI * Math.Min(1, after * 6))) * Math.Pow(1 - after, 1.9);
    }
}
