namespace OmniReel.Media.Audio.Signals;

/// <summary>A room: delays that feed each other, each a little duller every time round. Two outputs that differ.</summary>
internal static class Reverb
{
    private static readonly int[] s_delays = [1433, 1601, 1867, 2053];

    /// <param name="fall">Seconds in which the room falls silent.</param>
    /// <param name="damping">From 0, bright, to 1, dull.</param>
    /// <param name="wet">Share of the room in what is added.</param>
    public static void Add(Stereo sound, double fall, float damping, float wet)
    {
        var lines = Array.ConvertAll(s_delays, delay => new float[delay]);
        var feed = Array.ConvertAll(s_delays, delay => (float)Math.Pow(10, -3.0 * delay / (fall * SoundFormat.Rate)));
        var dull = new float[4];
        var at = new int[4];
        Span<float> tap = stackalloc float[4];
        for (var i = 0; i < sound.Length; i++)
        {
            for (var k = 0; k < 4; k++)
                tap[k] = lines[k][at[k]];
            // A Householder mirror keeps the energy and mixes every line into every other.
            var half = (tap[0] + tap[1] + tap[2] + tap[3]) * 0.5f;
            var (left, right) = (sound.Left[i], sound.Right[i]);
            for (var k = 0; k < 4; k++)
            {
                dull[k] += (tap[k] - half - dull[k]) * (1 - damping);
                lines[k][at[k]] = (k % 2 == 0 ? left : right) + dull[k] * feed[k] + 1e-20f;
                at[k] = at[k] + 1 == lines[k].Length ? 0 : at[k] + 1;
            }

            sound.Left[i] = left + wet * (tap[0] + 0.6f * tap[2] - 0.4f * tap[3]);
            sound.Right[i] = right + wet * (tap[1] + 0.6f * tap[3] - 0.4f * tap[2]);
        }
    }
}
