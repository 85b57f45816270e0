using OmniReel.Media.Audio.Signals;

namespace OmniReel.Media.Audio.Loudness;

/// <summary>Keeps true peaks below a ceiling: looks ahead, and turns both channels down together before a peak comes, without a jump.</summary>
internal static class Limiter
{
    /// <summary>Samples looked ahead and behind: 5 ms.</summary>
    private const int Ahead = SoundFormat.Rate / 200;

    /// <param name="ceiling">Highest magnitude, 1 for full scale.</param>
    public static void Run(Stereo sound, float ceiling)
    {
        var wanted = Wanted(sound, ceiling);
        if (Array.TrueForAll(wanted, gain => gain >= 1))
            return;
        var lowest = Lowest(wanted, Ahead);
        // The lowest gain nearby, averaged over as far: never above what any sample in reach wants.
        var sum = 0d;
        var half = Ahead;
        for (var i = -half; i <= half; i++)
            sum += lowest[Math.Clamp(i, 0, lowest.Length - 1)];
        for (var i = 0; i < sound.Length; i++)
        {
            var gain = (float)(sum / (2 * half + 1));
            sound.Left[i] *= gain;
            sound.Right[i] *= gain;
            sum += lowest[Math.Min(i + half + 1, lowest.Length - 1)] - lowest[Math.Max(i - half, 0)];
        }
    }

    private static float[] Wanted(Stereo sound, float ceiling)
    {
        var wanted = new float[sound.Length];
        var floor = ceiling / 2;
        for (var i = 0; i < wanted.Length; i++)
        {
            var peak = Math.Max(TruePeak.At(sound.Left, i, floor), TruePeak.At(sound.Right, i, floor));
            wanted[i] = peak > ceiling ? ceiling / peak : 1;
        }

        return wanted;
    }

    /// <summary>The lowest value within a reach to both sides, by a queue of candidates.</summary>
    private static float[] Lowest(float[] values, int reach)
    {
        var result = new float[values.Length];
        var queue = new int[values.Length];
        int head = 0, tail = 0, next = 0;
        for (var i = 0; i < values.Length; i++)
        {
            for (; next < values.Length && next <= i + reach; next++)
            {
                while (tail > head && values[queue[tail - 1]] >= values[next])
                    tail--;
                queue[tail++] = next;
            }

            while (queue[head] < i - reach)
                head++;
            result[i] = values[queue[head]];
        }

        return result;
    }
}
