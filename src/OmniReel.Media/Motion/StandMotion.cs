using System.Numerics;

namespace OmniReel.Media.Motion;

/// <summary>What a hand does once in a while: nothing, or it shades the eyes from a low sun or waves.</summary>
public enum Gesture { None, Shade, Wave }

/// <summary>
/// Standing that is alive: the weight goes from foot to foot, the chest breathes, the head looks about, and once in a while
/// a hand does something.
/// </summary>
public sealed class StandMotion(float ball, float size, Gesture gesture) : IMotion
{
    private const float Round = 9f;

    private static readonly Cycle Weight = new((0f, -1), (0.16f, -1), (0.30f, 1), (0.62f, 1), (0.76f, -1));

    private static readonly Cycle Look = new((0f, 1), (0.12f, 2), (0.20f, -7), (0.36f, -8), (0.46f, 4), (0.60f, 3), (0.72f, -3), (0.88f, 7));

    private static readonly Cycle Raise = new((0f, 0), (0.17f, 0), (0.20f, -0.06f), (0.27f, 1.03f), (0.31f, 1), (0.47f, 1), (0.56f, -0.03f), (0.62f, 0));

    public Pose At(float second)
    {
        var round = second / Round;
        float weight = Weight.At(round), breath = MathF.Sin(second * MathF.Tau / 3.4f);
        // As high as the legs reach: the one that carries is straight. The hips dip a little while they pass over the middle.
        var dip = size * (0.003f * (1 - weight * weight) - 0.010f);
        return new Pose(
            new(size * 0.022f * weight, dip, 0.8f + 0.8f * weight + 0.5f * breath, Look.At(round) + 0.8f * breath),
            Near(second), new(2 + 1.2f * breath - weight, 7 + 1.5f * breath, 4 + 2 * MathF.Sin(second * 1.3f)),
            new(ball + size * 0.050f, 0, Math.Max(0, -weight) * 5), new(ball - size * 0.050f, 0, Math.Max(0, weight) * 5));
    }

    private Vector3 Near(float second)
    {
        var breath = MathF.Sin(second * MathF.Tau / 3.4f - 0.5f);
        var rest = new Vector3(-8 + 1.5f * breath, 12 + 2 * breath, 4 + 2 * MathF.Sin(second * 1.1f + 1));
        if (gesture == Gesture.None)
            return rest;
        float arm = Raise.At(second / Round), elbow = Raise.At((second - 0.07f) / Round), hand = Raise.At((second - 0.16f) / Round);
        var raised = gesture == Gesture.Shade
            ? new Vector3(101, 112, 30)
            : new Vector3(122, 42 + 16 * MathF.Sin(second * MathF.Tau * 1.25f), 4 - 20 * MathF.Sin(second * MathF.Tau * 1.25f - 0.8f));
        return new(
            rest.X + (raised.X - rest.X) * arm, rest.Y + (raised.Y - rest.Y) * elbow, rest.Z + (raised.Z - rest.Z) * hand);
    }
}
