namespace OmniReel.Media.Audio.Signals;

/// <summary>A sine that dies away: one partial of something struck.</summary>
internal struct Ring
{
    private readonly double _turn, _decay;
    private double _now, _before;

    /// <param name="fall">Seconds in which it falls by 60 dB.</param>
    /// <param name="phase">In turns; 0 begins at zero, without a click.</param>
    public Ring(double hertz, double fall, double gain, double phase = 0)
    {
        var w = Math.Tau * hertz / SoundFormat.Rate;
        var r = Math.Exp(-6.9078 / (fall * SoundFormat.Rate));
        (_turn, _decay) = (2 * r * Math.Cos(w), r * r);
        _now = gain * Math.Sin(Math.Tau * phase - w) / r;
        _before = gain * Math.Sin(Math.Tau * phase - 2 * w) / (r * r);
    }

    public float Next()
    {
        var next = _turn * _now - _decay * _before;
        (_before, _now) = (_now, next);
        return (float)next;
    }
}
