namespace OmniReel.Media.Motion;

/// <summary>One value over a round that repeats: keys at shares of the round, joined so that equal neighbours keep still.</summary>
internal sealed class Cycle(params (float At, float Value)[] keys)
{
    /// <param name="phase">In rounds; only its fraction counts.</param>
    public float At(float phase)
    {
        phase -= MathF.Floor(phase);
        var i = keys.Length - 1;
        while (i >= 0 && keys[i].At > phase)
            i--;
        var (a, b, c, d) = (Wrapped(i - 1), Wrapped(i), Wrapped(i + 1), Wrapped(i + 2));
        float before = b.At - a.At, here = c.At - b.At, after = d.At - c.At;
        return Curve.Hermite(
            b.Value, c.Value,
            Curve.Still(a.Value, b.Value, c.Value, before, here), Curve.Still(b.Value, c.Value, d.Value, here, after), here, phase - b.At);
    }

    private (float At, float Value) Wrapped(int i)
    {
        var round = (int)MathF.Floor(i / (float)keys.Length);
        var (at, value) = keys[i - round * keys.Length];
        return (at + round, value);
    }
}
