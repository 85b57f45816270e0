namespace OmniReel.Media.Motion;

/// <summary>How values run between keys at uneven times.</summary>
internal static class Curve
{
    /// <summary>
    /// Slope at a middle key for motion that flows through it: weighted so that unevenly spaced keys do not overshoot.
    /// </summary>
    public static float Flow(float before, float at, float after, float spanBefore, float spanAfter)
    {
        float a = (at - before) / spanBefore, b = (after - at) / spanAfter;
        return (a * spanAfter + b * spanBefore) / (spanBefore + spanAfter);
    }

    /// <summary>
    /// Slope that never leaves the range of the two neighbours: what stood still keeps still. For feet, which must not slide.
    /// </summary>
    public static float Still(float before, float at, float after, float spanBefore, float spanAfter)
    {
        float a = (at - before) / spanBefore, b = (after - at) / spanAfter;
        return a * b <= 0 ? 0 : 2 * a * b / (a + b);
    }

    /// <summary>Cubic from one value to another with given slopes per second.</summary>
    public static float Hermite(float from, float to, float slopeFrom, float slopeTo, float span, float at)
    {
        float u = at / span, v = 1 - u;
        return from * (1 + 2 * u) * v * v + to * u * u * (3 - 2 * u) + (slopeFrom * u * v * v - slopeTo * u * u * v) * span;
    }

    /// <summary>0 to 1 with no speed at either end.</summary>
    public static float Ease(float at)
    {
        at = Math.Clamp(at, 0, 1);
        return at * at * (3 - 2 * at);
    }
}
