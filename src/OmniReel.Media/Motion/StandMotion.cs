using System.Numerics;

namespace OmniReel.Media.Motion;

/// <summary>What a hand does once in a while: shades the eyes from a low sun, waves, or goes to the breast.</summary>
public enum Gesture { Shade, Wave, Breast }

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
        // The hips dip while they pass over the middle.
        var dip = size * (0.006f + 0.016f * (1 - weight * weight) - 0.003f * breath);
        return new Pose(
            new(size * 0.032f * weight, dip, -1.5f - 1.6f * weight + 0.7f * breath, Look.At(round) + 0.8f * breath),
            Near(second), new(-5 + 2 * breath - 2 * weight, 13 + 2 * breath, 5 + 3 * MathF.Sin(second * 1.3f)),
            new(ball + size * 0.075f, 0, Math.Max(0, -weight) * 7), new(ball - size * 0.075f, 0, Math.Max(0, weight) * 7));
    }

    private Vector3 Near(float second)
    {
        float arm = Raise.At(second / Round), elbow = Raise.At((second - 0.07f) / Round), hand = Raise.At((second - 0.16f) / Round);
        var breath = MathF.Sin(second * MathF.Tau / 3.4f - 0.5f);
        var rest = new Vector3(4 + 2 * breath, 12 + 3 * breath, 6 + 3 * MathF.Sin(second * 1.1f + 1));
        var raised = gesture switch
        {
            Gesture.Shade => new Vector3(101, 112, 30),
            Gesture.Wave => new Vector3(122, 42 + 16 * MathF.Sin(second * MathF.Tau * 1.25f), 4 - 20 * MathF.Sin(second * MathF.Tau * 1.25f - 0.8f)),
            _ => new Vector3(-20 + breath, 152, 14),
        };
        return new(
            rest.X + (raised.X - rest.X) * arm, rest.Y + (raised.Y - rest.Y) * elbow, rest.Z + (raised.Z - rest.Z) * hand);
    }
}
