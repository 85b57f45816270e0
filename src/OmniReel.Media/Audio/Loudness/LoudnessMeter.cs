using OmniReel.Media.Audio.Signals;

namespace OmniReel.Media.Audio.Loudness;

/// <summary>Integrated loudness by ITU-R BS.1770-4: K-weighted, in blocks of 400 ms that overlap by three quarters, gated twice.</summary>
internal static class LoudnessMeter
{
    /// <summary>What nothing at all measures.</summary>
    public const double Silence = double.NegativeInfinity;

    private const int Step = SoundFormat.Rate / 10;
    private const double Absolute = -70, Relative = -10;

    /// <summary>In LUFS; <see cref="Silence"/> where no block passes the gates or the sound is shorter than one.</summary>
    public static double Integrated(Stereo sound)
    {
        var steps = Steps(sound);
        List<double> blocks = [];
        for (var i = 0; i + 4 <= steps.Length; i++)
            blocks.Add((steps[i] + steps[i + 1] + steps[i + 2] + steps[i + 3]) / 4);
        var loud = blocks.Where(power => Level(power) > Absolute).ToList();
        if (loud.Count == 0)
            return Silence;
        var gate = Level(loud.Average()) + Relative;
        return Level(loud.Where(power => Level(power) > gate).Average());
    }

    /// <summary>The highest loudness of any 400 ms, in LUFS: how loud something short is while it sounds.</summary>
    public static double Momentary(Stereo sound)
    {
        var steps = Steps(sound);
        var most = 0d;
        for (var i = 0; i < steps.Length; i++)
        {
            var end = Math.Min(steps.Length, i + 4);
            var sum = 0d;
            for (var k = i; k < end; k++)
                sum += steps[k];
            most = Math.Max(most, sum / 4);
        }

        return Level(most);
    }

    /// <summary>Weighted power of every tenth of a second, both channels together; a rest that fills none is left out.</summary>
    private static double[] Steps(Stereo sound)
    {
        var steps = new double[sound.Length / Step];
        foreach (var channel in (float[][])[sound.Left, sound.Right])
        {
            // The head's shelf and the ear's loss of bass, as the recommendation gives them for 48 kHz.
            var shelf = new Biquad(1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585);
            var bass = new Biquad(1, -2, 1, -1.99004745483398, 0.99007225036621);
            for (var s = 0; s < steps.Length; s++)
            {
                var power = 0d;
                foreach (var x in channel.AsSpan(s * Step, Step))
                {
                    double y = bass.Next(shelf.Next(x));
                    power += y * y;
                }

                steps[s] += power / Step;
            }
        }

        return steps;
    }

    private static double Level(double power) => power > 0 ? -0.691 + 10 * Math.Log10(power) : Silence;
}
