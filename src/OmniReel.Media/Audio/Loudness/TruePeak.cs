using OmniReel.Media.Audio.Signals;

namespace OmniReel.Media.Audio.Loudness;

/// <summary>Peaks between samples, found at four times the rate, as ITU-R BS.1770-4 describes it.</summary>
internal static class TruePeak
{
    private const int Phases = 4, Taps = 24;

    private static readonly float[][] s_kernels = [.. Enumerable.Range(1, Phases - 1).Select(Kernel)];

    /// <summary>In dBTP of the louder channel; minus infinity for silence.</summary>
    public static double Of(Stereo sound) => 20 * Math.Log10(Math.Max(Of(sound.Left), Of(sound.Right)));

    /// <summary>The highest magnitude from one sample up to the next; quiet ones below <paramref name="floor"/> are not looked between.</summary>
    public static float At(ReadOnlySpan<float> samples, int i, float floor)
    {
        var here = Math.Abs(samples[i]);
        if (i < Taps / 2 - 1 || i + Taps / 2 >= samples.Length || (here < floor && Math.Abs(samples[i + 1]) < floor))
            return here;
        var window = samples.Slice(i - Taps / 2 + 1, Taps);
        foreach (var kernel in s_kernels)
        {
            var sum = 0f;
            for (var k = 0; k < Taps; k++)
                sum += window[k] * kernel[k];
            here = Math.Max(here, Math.Abs(sum));
        }

        return here;
    }

    private static float Of(ReadOnlySpan<float> samples)
    {
        var most = 0f;
        foreach (var x in samples)
            most = Math.Max(most, Math.Abs(x));
        var floor = most / 2;
        for (var i = 0; i < samples.Length; i++)
            most = Math.Max(most, At(samples, i, floor));
        return most;
    }

    /// <summary>A windowed sinc that looks <paramref name="phase"/> quarters after its middle sample.</summary>
    private static float[] Kernel(int phase)
    {
        var kernel = new float[Taps];
        for (var k = 0; k < Taps; k++)
        {
            var x = k - (Taps / 2 - 1) - phase / (double)Phases;
            var window = 0.5 + 0.5 * Math.Cos(Math.PI * x / (Taps / 2));
            kernel[k] = (float)(Math.Sin(Math.PI * x) / (Math.PI * x) * window);
        }

        var sum = kernel.Sum();
        return Array.ConvertAll(kernel, c => c / sum);
    }
}
