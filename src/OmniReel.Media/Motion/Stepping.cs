namespace OmniReel.Media.Motion;

/// <summary>How somebody on foot gets over the ground in a shot: how fast, in how long steps, and when a foot comes down.</summary>
internal sealed class Stepping
{
    private readonly float _speed;
    private readonly float _travels;
    private readonly float _middle;
    private readonly float _phase;

    /// <param name="way">The place is passed in the middle of the shot; no way at all is the easy pace on the spot.</param>
    /// <param name="phase">Rounds by which this one is ahead of others.</param>
    /// <param name="slowest">Cadence, of the easy one's: who is slower takes shorter steps, not slower ones.</param>
    /// <param name="shortest">Of the easy stride.</param>
    /// <param name="longest">Of the easy stride.</param>
    public Stepping(Gait gait, Way way, float phase, float slowest, float shortest, float longest)
    {
        var all = way.Travel + way.Passed;
        _travels = all > 0 ? way.Travel / all : 0;
        _speed = all > 0 ? all / way.Seconds : gait.Pace;
        // People change length and frequency of their steps alike.
        var haste = _speed / gait.Pace;
        Share = Math.Clamp(haste / Math.Max(MathF.Sqrt(haste), slowest), shortest, longest);
        Stride = gait.Stride * Share;
        _middle = way.Seconds / 2;
        _phase = phase;
    }

    /// <summary>Of the easy stride.</summary>
    public float Share { get; }

    /// <summary>Metres of a round, which is two steps.</summary>
    public float Stride { get; }

    /// <summary>Metres a second that the figure gets on in the frame.</summary>
    public float Pace => _speed * _travels;

    /// <summary>Rounds done by then, and metres in the frame from the place that is passed.</summary>
    public (float Round, float Shown) At(float second)
    {
        var way = _speed * (second - _middle);
        return (way / Stride + _phase, way * _travels);
    }

    /// <summary>When feet come down on the ground, in seconds from 0 to <paramref name="end"/>, one after the other.</summary>
    public IEnumerable<float> Footfalls(float end)
    {
        var perStep = Stride / _speed / 2;
        var first = _middle - 2 * _phase * perStep;
        for (var second = first - MathF.Floor(first / perStep) * perStep; second < end; second += perStep)
            yield return second;
    }
}
