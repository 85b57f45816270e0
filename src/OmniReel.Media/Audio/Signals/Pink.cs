namespace OmniReel.Media.Audio.Signals;

/// <summary>Noise that falls by about 3 dB an octave: the even noise of wind and water.</summary>
internal sealed class Pink(Dice dice)
{
    // Three one-pole filters an octave or four apart, weighed so that their sum follows the slope within half a decibel.
    private float _a, _b, _c;

    public float Next()
    {
        var white = dice.Noise();
        _a = 0.99765f * _a + white * 0.0990460f;
        _b = 0.96300f * _b + white * 0.2965164f;
        _c = 0.57000f * _c + white * 1.0526913f;
        return (_a + _b + _c + white * 0.1848f) * 0.22f;
    }
}
