namespace OmniReel.Media.Motion;

/// <summary>
/// Follow-through of cloth: a damped spring dragged by what it hangs from. Where the cloth is at an instant is a weighted sum
/// of where its root was, so it needs no state and any frame can be asked for first.
/// </summary>
public sealed class Spring
{
    private readonly float _step;
    private readonly float[] _weights;

    /// <param name="frequency">Swings per second when let go.</param>
    /// <param name="damping">Share of critical damping: below 1 it overshoots and settles.</param>
    public Spring(float frequency, float damping, int samples = 14)
    {
        var omega = frequency * MathF.Tau;
        var ringing = omega * MathF.Sqrt(Math.Max(0.01f, 1 - damping * damping));
        // Long enough for the swing to fade to a thirtieth.
        _step = 3.4f / (damping * omega) / samples;
        _weights = new float[samples];
        for (var i = 0; i < samples; i++)
        {
            _weights[i] = MathF.Exp(-damping * omega * Age(i)) * MathF.Sin(ringing * Age(i));
        }

        var sum = _weights.Sum();
        for (var i = 0; i < samples; i++)
            _weights[i] /= sum;
    }

    /// <summary>How many moments of the past count.</summary>
    public int Samples => _weights.Length;

    /// <summary>How long ago a moment was, seconds.</summary>
    public float Age(int sample) => (sample + 0.5f) * _step;

    /// <summary>How much the root's place at that moment counts; all weights add up to 1.</summary>
    public float Weight(int sample) => _weights[sample];
}
