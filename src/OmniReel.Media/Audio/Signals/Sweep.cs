namespace OmniReel.Media.Audio.Signals;

/// <summary>A state-variable filter whose corner may move while it runs without a click.</summary>
internal sealed class Sweep
{
    private double _g, _k, _a1, _low, _band;

    public Sweep(double hertz, double q) => Tune(hertz, q);

    /// <summary>What passes around the corner.</summary>
    public float Band { get; private set; }

    /// <summary>What passes below it.</summary>
    public float Low { get; private set; }

    public void Tune(double hertz, double q)
    {
        _g = Math.Tan(Math.PI * Math.Clamp(hertz, 10, 20_000) / SoundFormat.Rate);
        _k = 1 / q;
        _a1 = 1 / (1 + _g * (_g + _k));
    }

    public void Take(float x)
    {
        var high = (x - (_g + _k) * _band - _low) * _a1;
        var band = _g * high + _band;
        var low = _g * band + _low;
        _band = _g * high + band;
        _low = _g * band + low;
        Band = (float)(band * _k);
        Low = (float)low;
    }
}
