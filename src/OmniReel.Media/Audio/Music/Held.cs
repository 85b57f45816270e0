using OmniReel.Media.Audio.Signals;

namespace OmniReel.Media.Audio.Music;

/// <summary>Flute, bowed strings and the soft chord below a melody: tones that last as long as they are held.</summary>
internal static class Held
{
    /// <summary>A bamboo flute: few overtones, breath, a vibrato that comes late.</summary>
    public static void Flute(Stereo music, Note note, Pan pan, Dice dice)
    {
        var (rise, fall) = (0.07, 0.14);
        var length = SoundFormat.Samples(note.Length + fall);
        var breath = Biquad.BandPass(note.Hertz * 1.5, 1.2);
        var phase = 0d;
        for (var i = 0; i < length; i++)
        {
            var t = i / (double)SoundFormat.Rate;
            var late = Math.Clamp((t - 0.25) / 0.35, 0, 1);
            // A breath below the pitch at first, as the lips find it.
            phase += note.Hertz * (1 + 0.005 * late * Math.Sin(Math.Tau * 4.9 * t) - 0.012 * Math.Exp(-t * 22)) / SoundFormat.Rate;
            var (sin, cos) = Math.SinCos(Math.Tau * phase);
            var tone = sin + 0.22 * (2 * sin * cos) + 0.10 * sin * (3 - 4 * sin * sin);
            var x = (float)(tone * (0.9 + 0.1 * late * Math.Sin(Math.Tau * 4.9 * t))) * 0.26f + breath.Next(dice.Noise()) * 0.07f;
            x *= note.Loud * Slope(t, note.Length, rise, fall);
            music.Add(note.At + i, x * pan.Left, x * pan.Right);
        }
    }

    /// <summary>Bowed strings: a small section, each a little apart from the others.</summary>
    public static void Strings(Stereo music, Note note, Pan pan, Dice dice) => Section(music, note, dice, 0.10, 0.3, 7, 0.16f);

    /// <summary>A chord that is there without being noticed.</summary>
    public static void Pad(Stereo music, Note note, Pan pan, Dice dice) => Section(music, note, dice, Math.Min(0.8, note.Length * 0.4), 1.2, 4, 0.12f);

    private static void Section(Stereo music, Note note, Dice dice, double rise, double fall, int partials, float gain)
    {
        var length = SoundFormat.Samples(note.Length + fall);
        foreach (var side in (double[])[-0.7, 0, 0.7])
        {
            var pan = Pan.At(side);
            var detuned = note.Hertz * (1 + side * 0.003 + dice.Between(-0.0006, 0.0006));
            var rings = new Ring[partials];
            for (var k = 1; k <= partials; k++)
                rings[k - 1] = new Ring(detuned * k, 60, k * detuned < 4200 ? gain * Math.Pow(k, -1.55) : 0, dice.Unit());
            for (var i = 0; i < length; i++)
            {
                var sum = 0f;
                for (var k = 0; k < rings.Length; k++)
                    sum += rings[k].Next();
                sum *= note.Loud * Slope(i / (double)SoundFormat.Rate, note.Length, rise, fall);
                music.Add(note.At + i, sum * pan.Left, sum * pan.Right);
            }
        }
    }

    private static float Slope(double t, double length, double rise, double fall)
    {
        var up = t < rise ? 0.5 - 0.5 * Math.Cos(Math.PI * t / rise) : 1;
        var down = t <= length ? 1 : 0.5 + 0.5 * Math.Cos(Math.PI * Math.Min(1, (t - length) / fall));
        return (float)(up * down);
    }
}
