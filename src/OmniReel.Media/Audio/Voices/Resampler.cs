namespace OmniReel.Media.Audio.Voices;

/// <summary>Brings one channel to <see cref="SoundFormat.Rate"/> with a windowed sinc.</summary>
internal static class Resampler
{
    private const int HalfTaps = 16;

    public static float[] To48k(ReadOnlySpan<float> samples, int rate)
    {
        var divisor = Gcd(SoundFormat.Rate, rate);
        int up = SoundFormat.Rate / divisor, down = rate / divisor;
        // Downward the kernel widens, so that nothing folds back.
        var cut = Math.Min(1.0, SoundFormat.Rate / (double)rate) * 0.95;
        var kernels = new float[up][];
        for (var phase = 0; phase < up; phase++)
            kernels[phase] = Kernel(phase / (double)up, cut);
        var result = new float[(int)((long)samples.Length * up / down)];
        for (var i = 0; i < result.Length; i++)
        {
            var at = (long)i * down;
            var first = (int)(at / up) - HalfTaps + 1;
            var kernel = kernels[at % up];
            var sum = 0f;
            for (var k = Math.Max(0, -first); k < kernel.Length && first + k < samples.Length; k++)
                sum += samples[first + k] * kernel[k];
            result[i] = sum;
        }

        return result;
    }

    private static float[] Kernel(double shift, double cut)
    {
        var kernel = new double[2 * HalfTaps];
        for (var k = 0; k < kernel.Length; k++)
        {
            var x = k - HalfTaps + 1 - shift;
            var window = 0.5 + 0.5 * Math.Cos(Math.PI * x / HalfTaps);
            kernel[k] = (x == 0 ? 1 : Math.Sin(Math.PI * x * cut) / (Math.PI * x * cut)) * window;
        }

        var sum = kernel.Sum();
        return Array.ConvertAll(kernel, c => (float)(c / sum));
    }

    private static int Gcd(int a, int b) => b == 0 ? a : Gcd(b, a % b);
}
