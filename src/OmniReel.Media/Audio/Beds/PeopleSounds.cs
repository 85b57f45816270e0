using OmniReel.Media.Audio.Signals;

namespace OmniReel.Media.Audio.Beds;

/// <summary>Streets, rooms and crowds.</summary>
internal static class PeopleSounds
{
    /// <summary>The hum of a town, and cars that go by somewhere in it.</summary>
    public static Stereo Traffic(BedSpan span, Dice dice)
    {
        var sound = Noises.Band(span.Length, dice, 70, 260, 0.8f);
        sound.Add(Noises.Band(span.Length, dice, 260, 1300, 0.16f), 1);
        for (var t = dice.Between(-1.5, 1); t < span.Seconds; t += dice.Between(3.2, 5.5))
            Car(sound, t, dice);
        return sound;
    }

    /// <summary>Many voices of which no word is understood: each a band that opens and closes in the rhythm of syllables.</summary>
    public static Stereo Crowd(BedSpan span, Dice dice)
    {
        var sound = new Stereo(span.Length);
        for (var voice = 0; voice < 10; voice++)
        {
            var pan = Pan.Any(dice);
            var pitch = dice.Between(100, 230);
            Drift tune = new(dice, 1.3), vowel = new(dice, 0.9), talk = new(dice, 3.3);
            var rate = dice.Between(3.1, 4.6);
            Sweep first = new(500, 4), second = new(1300, 5);
            var (phase, gain, hertz) = (0d, 0f, pitch);
            for (var i = 0; i < span.Length; i++)
            {
                if (i % 32 == 0)
                {
                    var t = i / (double)SoundFormat.Rate;
                    var v = vowel.At(t);
                    first.Tune(330 + 420 * v, 4);
                    second.Tune(1750 - 750 * v, 5);
                    hertz = pitch * (0.88 + 0.24 * tune.At(t));
                    gain = (float)(Math.Pow(0.5 + 0.5 * Math.Sin(Math.Tau * rate * t + voice), 1.5) * Math.Clamp(3 * (talk.At(t) - 0.3), 0, 1));
                }

                phase += hertz / SoundFormat.Rate;
                phase -= Math.Floor(phase);
                var buzz = (float)(1 - 2 * phase) * 0.5f + 0.25f * dice.Noise();
                first.Take(buzz);
                second.Take(buzz);
                var x = (first.Band + 0.45f * second.Band) * gain * 0.25f;
                sound.Left[i] += x * pan.Left;
                sound.Right[i] += x * pan.Right;
            }
        }

        foreach (var channel in (float[][])[sound.Left, sound.Right])
            Biquad.LowPass(2600).Run(channel);
        Reverb.Add(sound, 0.9, 0.5f, 0.3f);
        return sound;
    }

    /// <summary>A hall that claps: it gathers, lasts and ebbs.</summary>
    public static Stereo Applause(BedSpan span, Dice dice)
    {
        var sound = new Stereo(span.Length);
        var claps = (int)(span.Seconds * 170);
        for (var n = 0; n < claps; n++)
        {
            var u = dice.Unit();
            if (dice.Unit() > Math.Min(1, Math.Min(u * span.Seconds / 0.8, (1 - u) * span.Seconds / 1.2)))
                continue;
            Noises.Burst(sound, (int)(u * span.Length), dice, dice.Between(700, 2100), 1.1, 0.0015, dice.Between(0.02, 0.05), (float)dice.Between(0.05, 0.3), Pan.Any(dice));
        }

        Reverb.Add(sound, 1.2, 0.5f, 0.25f);
        return sound;
    }

    /// <summary>Air in a room.</summary>
    public static Stereo RoomTone(BedSpan span, Dice dice) => Noises.Band(span.Length, dice, 120, 700, 1);

    /// <summary>Tick and tock, half a second each.</summary>
    public static Stereo Clock(BedSpan span, Dice dice)
    {
        var sound = new Stereo(span.Length);
        var pan = Pan.At(0.45);
        var start = dice.Between(0.1, 0.45);
        for (var n = 0; start + n * 0.5 < span.Seconds; n++)
        {
            var at = SoundFormat.Samples(start + n * 0.5);
            var tone = n % 2 == 0 ? 1 : 0.82;
            Noises.Knock(sound, at, 2150 * tone, 0.028, 0.10f, pan);
            Noises.Knock(sound, at, 1240 * tone, 0.045, 0.12f, pan);
            Noises.Knock(sound, at, 410 * tone, 0.06, 0.10f, pan);
        }

        Reverb.Add(sound, 0.45, 0.5f, 0.2f);
        return sound;
    }

    /// <summary>A low roar, and wood that crackles.</summary>
    public static Stereo Fire(BedSpan span, Dice dice)
    {
        var flame = new Drift(dice, 1.4);
        var sound = Noises.Shape(Noises.Band(span.Length, dice, 110, 520, 0.3f), t => 0.5 + 0.5 * flame.At(t));
        for (var t = dice.Between(0, 0.2); t < span.Seconds; t += -Math.Log(1 - 0.999 * dice.Unit()) * 0.11)
        {
            var loud = (float)(0.5 * Math.Pow(dice.Unit(), 2.5));
            Noises.Burst(sound, SoundFormat.Samples(t), dice, dice.Between(900, 3200), 1.6, 0.0008, dice.Between(0.006, 0.03), loud, Pan.Any(dice, 0.5));
        }

        return sound;
    }

    /// <summary>A temple bell, struck softly and left to ring.</summary>
    public static Stereo Bell(BedSpan span, Dice dice)
    {
        var sound = new Stereo(span.Length);
        var pitch = dice.Between(190, 240);
        (double Ratio, double Fall, float Gain)[] partials =
            [(0.5, 6, 0.5f), (1, 5, 0.8f), (1.19, 3.4, 0.5f), (1.5, 2.8, 0.28f), (2, 2.4, 0.4f), (2.52, 1.5, 0.18f), (3.01, 1.1, 0.14f), (4.1, 0.7, 0.08f)];
        for (var t = 0.4; t < span.Seconds - 0.8; t += 4.4)
        {
            foreach (var (ratio, fall, gain) in partials)
            {
                // Two that beat slowly, one toward each ear: the hum of a bell.
                Noises.Knock(sound, SoundFormat.Samples(t), pitch * ratio, fall, gain * 0.14f, Pan.At(-0.4));
                Noises.Knock(sound, SoundFormat.Samples(t), pitch * ratio * 1.0016, fall, gain * 0.14f, Pan.At(0.4));
            }
        }

        Reverb.Add(sound, 2, 0.5f, 0.2f);
        return sound;
    }

    private static void Car(Stereo sound, double start, Dice dice)
    {
        var length = dice.Between(3.2, 4.8);
        var from = dice.Of(-1, 1);
        var (near, far) = ((float)dice.Between(0.25, 0.8), dice.Between(0.5, 1));
        var noise = new Pink(dice);
        var tyres = new Sweep(500, 0.6);
        var (gain, pan) = (0f, Pan.At(from));
        for (var i = 0; i < SoundFormat.Samples(length); i++)
        {
            if (i % 32 == 0)
            {
                var x = 2 * i / (length * SoundFormat.Rate) - 1;
                gain = near * (float)(Math.Exp(-6 * x * x) * Math.Cos(x * Math.PI / 2));
                pan = Pan.At(from * -x);
                tyres.Tune(260 + 620 * far * Math.Exp(-5 * x * x), 0.6);
            }

            tyres.Take(noise.Next());
            sound.Add(SoundFormat.Samples(start) + i, tyres.Low * gain * pan.Left, tyres.Low * gain * pan.Right);
        }
    }
}
