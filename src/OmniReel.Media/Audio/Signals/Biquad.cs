namespace OmniReel.Media.Audio.Signals;

/// <summary>A filter of second order for one channel, from the bilinear transform.</summary>
internal sealed class Biquad
{
    private readonly double _b0, _b1, _b2, _a1, _a2;
    private double _s1, _s2;

    public Biquad(double b0, double b1, double b2, double a1, double a2) => (_b0, _b1, _b2, _a1, _a2) = (b0, b1, b2, a1, a2);

    /// <param name="hertz">Corner.</param>
    /// <param name="q">0.707 has no hump.</param>
    public static Biquad LowPass(double hertz, double q = 0.707)
    {
        var (cos, alpha) = Angle(hertz, q);
        return Normal((1 - cos) / 2, 1 - cos, (1 - cos) / 2, 1 + alpha, -2 * cos, 1 - alpha);
    }

    /// <inheritdoc cref="LowPass"/>
    public static Biquad HighPass(double hertz, double q = 0.707)
    {
        var (cos, alpha) = Angle(hertz, q);
        return Normal((1 + cos) / 2, -1 - cos, (1 + cos) / 2, 1 + alpha, -2 * cos, 1 - alpha);
    }

    /// <summary>1 at the middle.</summary>
    public static Biquad BandPass(double hertz, double q)
    {
        var (cos, alpha) = Angle(hertz, q);
        return Normal(alpha, 0, -alpha, 1 + alpha, -2 * cos, 1 - alpha);
    }

    /// <summary>Raises or lowers what is above a corner.</summary>
    public static Biquad HighShelf(double hertz, double decibels)
    {
        var a = Math.Pow(10, decibels / 40);
        var (cos, alpha) = Angle(hertz, 0.707);
        var root = 2 * Math.Sqrt(a) * alpha;
        return Normal(
            a * (a + 1 + (a - 1) * cos + root), -2 * a * (a - 1 + (a + 1) * cos), a * (a + 1 + (a - 1) * cos - root),
            a + 1 - (a - 1) * cos + root, 2 * (a - 1 - (a + 1) * cos), a + 1 - (a - 1) * cos - root);
    }

    public float Next(float x)
    {
        var y = _b0 * x + _s1;
        _s1 = _b1 * x - _a1 * y + _s2;
        _s2 = _b2 * x - _a2 * y;
        return (float)y;
    }

    public void Run(Span<float> samples)
    {
        for (var i = 0; i < samples.Length; i++)
            samples[i] = Next(samples[i]);
    }

    private static (double Cos, double Alpha) Angle(double hertz, double q)
    {
        var w = Math.Tau * Math.Min(hertz, 0.49 * SoundFormat.Rate) / SoundFormat.Rate;
        return (Math.Cos(w), Math.Sin(w) / (2 * q));
    }

    private static Biquad Normal(double b0, double b1, double b2, double a0, double a1, double a2) => new(b0 / a0, b1 / a0, b2 / a0, a1 / a0, a2 / a0);
}
