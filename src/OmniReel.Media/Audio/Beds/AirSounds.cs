using OmniReel.Media.Audio.Signals;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Audio.Beds;

/// <summary>Wind, leaves, snowy air, thunder.</summary>
internal static class AirSounds
{
    /// <summary>Gusts that sing lower and higher as they swell; in the mountains longer and deeper.</summary>
    public static Stereo Wind(BedSpan span, Dice dice)
    {
        var isHigh = span.Shot.Place == Place.Mountains;
        var sound = new Stereo(span.Length);
        Drift gust = new(dice, isHigh ? 6.1 : 4.3), tone = new(dice, 5.2), side = new(dice, 7.7);
        Pink noise = new(dice), left = new(dice), right = new(dice);
        Sweep howl = new(400, 1.6), low = new(180, 0.7), breezeL = new(900, 0.6), breezeR = new(900, 0.6);
        var (force, pan) = (0f, Pan.At(0));
        for (var i = 0; i < span.Length; i++)
        {
            if (i % 32 == 0)
            {
                var t = i / (double)SoundFormat.Rate;
                var g = gust.At(t);
                force = (float)(0.25 + 0.75 * g * g);
                pan = Pan.At(1.2 * (side.At(t) - 0.5));
                howl.Tune((isHigh ? 260 : 340) + 300 * tone.At(t) * g, 2.2);
                breezeL.Tune(500 + 900 * g, 0.6);
                breezeR.Tune(560 + 840 * g, 0.6);
            }

            var middle = noise.Next();
            howl.Take(middle);
            low.Take(middle);
            breezeL.Take(left.Next());
            breezeR.Take(right.Next());
            var body = howl.Band * 1.1f + low.Low * 0.55f;
            sound.Left[i] = (body * pan.Left + breezeL.Low * 0.5f) * force;
            sound.Right[i] = (body * pan.Right + breezeR.Low * 0.5f) * force;
        }

        return sound;
    }

    /// <summary>Leaves that rustle when a gust goes through them.</summary>
    public static Stereo Leaves(BedSpan span, Dice dice)
    {
        var gust = new Drift(dice, 3.7);
        var sound = Noises.Band(span.Length, dice, 1100, 4800, 0.6f);
        Noises.Shape(sound, t => 0.22 + 0.78 * Math.Pow(gust.At(t), 2));
        var ticks = (int)(span.Seconds * 30);
        for (var n = 0; n < ticks; n++)
        {
            var at = dice.Below(span.Length);
            var loud = (float)(Math.Pow(gust.At(at / (double)SoundFormat.Rate), 2) * dice.Unit() * 0.05);
            Noises.Burst(sound, at, dice, dice.Between(1800, 4200), 1.2, 0.004, dice.Between(0.02, 0.06), loud, Pan.Any(dice));
        }

        return sound;
    }

    /// <summary>Snow swallows all that is bright: a soft breath of air.</summary>
    public static Stereo SnowHush(BedSpan span, Dice dice)
    {
        var breath = new Drift(dice, 5.5);
        return Noises.Shape(Noises.Band(span.Length, dice, 90, 620, 1), t => 0.45 + 0.55 * breath.At(t));
    }

    /// <summary>One or two rolls, far enough to be soft: a first blow and echoes from the clouds, each duller.</summary>
    public static Stereo Thunder(BedSpan span, Dice dice)
    {
        var sound = new Stereo(span.Length);
        var first = dice.Between(0.5, Math.Max(0.6, Math.Min(2.0, span.Seconds - 3)));
        for (var start = first; start < span.Seconds - 1; start += dice.Between(5.5, 7.5))
        {
            var blows = new (double At, double Loud)[5];
            for (var b = 0; b < blows.Length; b++)
                blows[b] = (b == 0 ? 0.12 : dice.Between(0.3, 2.6), b == 0 ? 1 : dice.Between(0.3, 0.7));
            Pink noise = new(dice), other = new(dice);
            Sweep left = new(200, 0.6), right = new(200, 0.6);
            var (offset, gain) = (SoundFormat.Samples(start), 0f);
            for (var i = 0; i < SoundFormat.Samples(5) && offset + i < span.Length; i++)
            {
                if (i % 32 == 0)
                {
                    var t = i / (double)SoundFormat.Rate;
                    gain = (float)blows.Sum(b => t < b.At ? b.Loud * Math.Exp(-Math.Pow((t - b.At) / 0.05, 2)) : b.Loud * Math.Exp(-(t - b.At) * 1.5));
                    left.Tune(70 + 480 * Math.Exp(-t * 1.1), 0.6);
                    right.Tune(64 + 440 * Math.Exp(-t * 1.2), 0.6);
                }

                float a = noise.Next(), b2 = other.Next();
                left.Take(a + 0.4f * b2);
                right.Take(b2 + 0.4f * a);
                sound.Add(offset + i, left.Low * gain, right.Low * gain);
            }
        }

        return sound;
    }
}
