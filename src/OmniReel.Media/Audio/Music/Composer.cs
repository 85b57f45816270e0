using OmniReel.Media.Audio.Signals;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Audio.Music;

/// <summary>
/// Writes a melody: a motif of four beats, answered, varied and brought home. Its rhythm comes back in every phrase, its notes move by
/// small steps along an arch, strong beats rest on the chord, half way it stands on the fifth and at the end on the tonic.
/// </summary>
internal sealed class Composer(MusicPlan plan, Meter meter, Dice dice)
{
    private static readonly double[][] s_calm = [[2], [1, 1], [1.5, 0.5], [1, 1], [2]];
    private static readonly double[][] s_moving = [[1, 1], [0.5, 0.5, 1], [1, 0.5, 0.5], [1.5, 0.5], [1, 1]];
    private static readonly int[][] s_ways = [[0, 4, 1, 3], [0, 3, 4, 0], [0, 1, 3, 0], [0, 2, 4, 3]];

    private readonly int[] _way = dice.Of(s_ways);

    /// <summary>Root of a bar's chord as a step of the scale; the last bar comes home.</summary>
    public int Root(int bar) => (bar + 1) * Meter.Bar > meter.Beats ? 0 : _way[bar % _way.Length];

    /// <summary>Beats, lengths in beats, steps and loudness of the melody, the last note included.</summary>
    public IEnumerable<(double Beat, double Length, int Degree, float Loud)> Melody()
    {
        var (rhythm, answer) = (Cells(), Cells());
        var degree = dice.Of(2, 3, 4, 5);
        var beat = 0d;
        var motif = new List<int>();
        while (beat < meter.Beats)
        {
            var phrase = (int)(beat / Meter.Bar);
            var lengths = phrase % 2 == 0 ? rhythm : answer;
            for (var n = 0; n < lengths.Length && beat < meter.Beats; n++)
            {
                var length = Math.Min(lengths[n], meter.Beats - beat);
                degree = Next(phrase, n, beat, degree, motif);
                var isStrong = beat % 2 == 0;
                yield return (beat, length, degree, (float)((isStrong ? 0.85 : 0.65) * dice.Between(0.9, 1.05)));
                beat += length;
            }
        }

        yield return (meter.Beats, 4, degree > 7 ? Scale.Size * 2 : degree > 2 ? Scale.Size : 0, 0.8f);
    }

    private int Next(int phrase, int n, double beat, int degree, List<int> motif)
    {
        var left = meter.Beats - beat;
        // Into the end by a step from above or below the tonic that is near.
        if (left <= 1)
            return degree > 2 ? dice.Of(Scale.Size + 1, Scale.Size - 1) : dice.Of(1, -1);
        // The motif comes back as it was in every second phrase, but for its last note, in the octave that is near.
        if (phrase % 2 == 0 && phrase > 0 && n < motif.Count - 1)
            return motif[n] + Scale.Size * (int)Math.Round((degree - motif[n]) / (2.0 * Scale.Size + 2));
        var step = dice.Of(-2, -1, -1, 1, 1, 2, -1, 1);
        var next = degree + step;
        var middle = 4 + 2 * Math.Sin(Math.PI * beat / meter.Beats);
        if (Math.Abs(next - middle) > 3.5)
            next = degree + (next > middle ? -1 : 1);
        if (beat % Meter.Bar == 0)
            next = Nearest(next, Root((int)(beat / Meter.Bar)));
        if (Math.Abs(beat - meter.Beats / 2.0) < 0.01 && phrase > 0)
            next = Nearest(next, Scale.Fifth);
        if (phrase == 0)
            motif.Add(next);
        return next;
    }

    /// <summary>The closest step that is the root, or its fifth three steps on.</summary>
    private static int Nearest(int degree, int root)
    {
        for (var reach = 0; ; reach++)
        {
            foreach (var step in (int[])[degree - reach, degree + reach])
            {
                var above = ((step - root) % Scale.Size + Scale.Size) % Scale.Size;
                if (above is 0 or Scale.Fifth)
                    return step;
            }
        }
    }

    private double[] Cells()
    {
        var cells = plan.Tempo >= 84 || plan.HasDrum ? s_moving : s_calm;
        return [.. dice.Of(cells), .. dice.Of(cells)];
    }
}
