using OmniReel.Media.Audio.Signals;

namespace OmniReel.Media.Audio.Beds;

/// <summary>Birds of the day, insects of a meadow, crickets and an owl at night.</summary>
internal static class AnimalSounds
{
    /// <summary>A few birds at different distances, each with a song of its own that it repeats with small changes.</summary>
    public static Stereo Birds(BedSpan span, Dice dice)
    {
        var sound = new Stereo(span.Length);
        for (var bird = 0; bird < 3; bird++)
        {
            var pan = Pan.At(dice.Between(-0.9, 0.9));
            var far = (float)dice.Between(0.35, 1);
            var song = Enumerable.Range(0, 2 + dice.Below(4)).Select(_ => Syllable.Any(dice)).ToArray();
            var pace = dice.Between(0.085, 0.15);
            for (var t = dice.Between(0.1, 1.6) + bird * 0.5; t < span.Seconds; t += dice.Between(1.9, 3.8))
            {
                var count = song.Length + dice.Below(3);
                for (var n = 0; n < count && t < span.Seconds; n++, t += pace * dice.Between(0.9, 1.15))
                    song[n % song.Length].Sing(sound, SoundFormat.Samples(t), far * (float)dice.Between(0.7, 1), pan);
            }
        }

        Reverb.Add(sound, 1.1, 0.45f, 0.22f);
        return sound;
    }

    /// <summary>The shimmer of grasshoppers, two choirs that beat against each other, and a bumblebee that comes by.</summary>
    public static Stereo Insects(BedSpan span, Dice dice)
    {
        var sound = new Stereo(span.Length);
        for (var choir = 0; choir < 2; choir++)
        {
            var pan = Pan.At(choir == 0 ? -0.6 : 0.6);
            var filter = Biquad.BandPass(3600 + 700 * choir, 7);
            var (rate, swell) = (dice.Between(17, 23), new Drift(dice, 3.1));
            for (var i = 0; i < span.Length; i++)
            {
                var t = i / (double)SoundFormat.Rate;
                var beat = Math.Sin(Math.Tau * rate * t);
                var x = filter.Next(dice.Noise()) * (float)(0.5 + 0.5 * beat) * (float)(0.3 + 0.7 * swell.At(t)) * 0.5f;
                sound.Add(i, x * pan.Left, x * pan.Right);
            }
        }

        Bee(sound, span, dice);
        return sound;
    }

    /// <summary>Three crickets; a chirp is three or four short pulses.</summary>
    public static Stereo Crickets(BedSpan span, Dice dice)
    {
        var sound = new Stereo(span.Length);
        for (var cricket = 0; cricket < 3; cricket++)
        {
            var (pitch, pan) = (dice.Between(3050, 3750), Pan.At((cricket - 1) * 0.7));
            var (period, pulses, gain) = (dice.Between(0.42, 0.62), 3 + dice.Below(2), (float)dice.Between(0.4, 1) * 0.2f);
            for (var t = dice.Between(0, period); t < span.Seconds; t += period * dice.Between(0.98, 1.03))
            {
                for (var p = 0; p < pulses; p++)
                    Tone(sound, SoundFormat.Samples(t + p * 0.034), 0.022, u => pitch * (1 - 0.02 * u), gain * (0.6f + 0.13f * p), pan);
            }
        }

        Reverb.Add(sound, 0.8, 0.5f, 0.12f);
        return sound;
    }

    /// <summary>Hoo, hoo-hoo, from far away.</summary>
    public static Stereo Owl(BedSpan span, Dice dice)
    {
        var sound = new Stereo(span.Length);
        var (pitch, pan) = (dice.Between(330, 400), Pan.At(dice.Of(-0.6, 0.55)));
        for (var t = dice.Between(0.8, 1.6); t < span.Seconds - 1; t += dice.Between(4.2, 6))
        {
            foreach (var (after, length, loud) in new[] { (0.0, 0.42, 0.8f), (0.75, 0.26, 0.7f), (1.08, 0.6, 1f) })
            {
                Tone(sound, SoundFormat.Samples(t + after), length, u => pitch * (1 + 0.06 * Math.Sin(Math.PI * u)), 0.3f * loud, pan);
                Tone(sound, SoundFormat.Samples(t + after), length, u => 2 * pitch * (1 + 0.06 * Math.Sin(Math.PI * u)), 0.03f * loud, pan);
            }
        }

        Reverb.Add(sound, 1.9, 0.5f, 0.35f);
        return sound;
    }

    private static void Bee(Stereo sound, BedSpan span, Dice dice)
    {
        var (start, length) = (dice.Between(0.2, Math.Max(0.3, span.Seconds - 3)), 2.6);
        var (pitch, from) = (dice.Between(150, 185), dice.Of(-1, 1));
        var filter = Biquad.LowPass(1100);
        double phase = 0;
        for (var i = 0; i < SoundFormat.Samples(length); i++)
        {
            var u = i / (length * SoundFormat.Rate);
            phase += pitch * (1 + 0.05 * Math.Sin(Math.Tau * 2.3 * u) - 0.05 * u) / SoundFormat.Rate;
            var buzz = 0d;
            for (var k = 1; k <= 5; k++)
                buzz += Math.Sin(Math.Tau * phase * k) / k;
            var x = filter.Next((float)buzz) * (float)Math.Pow(Math.Sin(Math.PI * u), 2) * 0.03f;
            var pan = Pan.At(from * (0.9 - 1.8 * u));
            sound.Add(SoundFormat.Samples(start) + i, x * pan.Left, x * pan.Right);
        }
    }

    /// <summary>A tone that begins and ends softly.</summary>
    /// <param name="pitch">In hertz, over its length from 0 to 1.</param>
    private static void Tone(Stereo sound, int at, double seconds, Func<double, double> pitch, float gain, Pan pan)
    {
        var (length, phase) = (SoundFormat.Samples(seconds), 0d);
        for (var i = 0; i < length; i++)
        {
            var u = i / (double)length;
            phase += pitch(u) / SoundFormat.Rate;
            var slope = Math.Sin(Math.PI * u);
            var x = (float)(Math.Sin(Math.Tau * phase) * slope * slope) * gain;
            sound.Add(at + i, x * pan.Left, x * pan.Right);
        }
    }

    /// <summary>A stroke of a bird's song.</summary>
    private sealed record Syllable(double From, double To, double Bend, double Seconds, double Trill)
    {
        public static Syllable Any(Dice dice)
        {
            var from = dice.Between(2100, 3700);
            return new(from, Math.Clamp(from * dice.Between(0.72, 1.3), 1900, 4300), dice.Between(-350, 350), dice.Between(0.05, 0.13), dice.Below(4) == 0 ? dice.Between(25, 45) : 0);
        }

        public void Sing(Stereo sound, int at, float gain, Pan pan) => Tone(
            sound, at, Seconds,
            u => From + (To - From) * u + Bend * Math.Sin(Math.PI * u) + (Trill > 0 ? 160 * Math.Sin(Math.Tau * Trill * u * Seconds) : 0),
            0.25f * gain, pan);
    }
}
