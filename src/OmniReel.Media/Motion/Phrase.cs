using System.Numerics;

namespace OmniReel.Media.Motion;

/// <summary>One key of a phrase: the pose that is reached at a second of it.</summary>
public readonly record struct Key(float Second, Pose Pose);

/// <summary>
/// A phrase of movement that repeats: key poses joined by curves. Trunk and arms flow through their keys; feet keep still
/// between equal keys. Elbows, wrists and head follow a little late, which is what gives the limbs weight.
/// </summary>
public sealed class Phrase(float period, IReadOnlyList<Key> keys, float axis = 0) : IMotion
{
    private const float HeadLag = 0.07f, ElbowLag = 0.06f, WristLag = 0.13f;

    /// <summary>Degrees that the near arm rises at most: beyond it the sleeve lies over the face.</summary>
    private const float ClearOfFace = 134;

    public float Axis { get; } = axis;

    /// <summary>Seconds until the phrase begins anew.</summary>
    public float Period { get; } = period;

    internal IReadOnlyList<Key> Keys => keys;

    public Pose At(float second)
    {
        Pose now = Raw(second), head = Raw(second - HeadLag), elbow = Raw(second - ElbowLag), wrist = Raw(second - WristLag);
        return now with
        {
            Body = now.Body with { W = head.Body.W },
            NearArm = new(Math.Min(now.NearArm.X, ClearOfFace + 0.12f * Math.Max(0, now.NearArm.X - ClearOfFace)), elbow.NearArm.Y, wrist.NearArm.Z),
            FarArm = new(now.FarArm.X, elbow.FarArm.Y, wrist.FarArm.Z),
        };
    }

    private Pose Raw(float second)
    {
        second -= MathF.Floor(second / Period) * Period;
        var i = keys.Count - 1;
        while (i > 0 && keys[i].Second > second)
            i--;
        Key a = Wrapped(i - 1), b = Wrapped(i), c = Wrapped(i + 1), d = Wrapped(i + 2);
        var spans = new Spans(b.Second - a.Second, c.Second - b.Second, d.Second - c.Second, second - b.Second);
        Pose p = a.Pose, q = b.Pose, r = c.Pose, s = d.Pose;
        return new Pose(
            spans.Flow(p.Body, q.Body, r.Body, s.Body),
            spans.Flow(p.NearArm, q.NearArm, r.NearArm, s.NearArm),
            spans.Flow(p.FarArm, q.FarArm, r.FarArm, s.FarArm),
            spans.Still(p.NearFoot, q.NearFoot, r.NearFoot, s.NearFoot),
            spans.Still(p.FarFoot, q.FarFoot, r.FarFoot, s.FarFoot),
            spans.Still(p.Turn, q.Turn, r.Turn, s.Turn),
            spans.Flow(p.Flare, q.Flare, r.Flare, s.Flare));
    }

    /// <summary>Keys before the first and after the last: the neighbouring rounds, whole turns apart.</summary>
    private Key Wrapped(int i)
    {
        var round = Math.DivRem(i, keys.Count, out var rest);
        if (rest < 0)
            (round, rest) = (round - 1, rest + keys.Count);
        // The last key's turn is where the next round starts from, in whole turns.
        var turns = MathF.Round(keys[^1].Pose.Turn / 2) * 2 * round;
        var key = keys[rest];
        return new Key(key.Second + round * Period, key.Pose with { Turn = key.Pose.Turn + turns });
    }

    private readonly record struct Spans(float Before, float Here, float After, float At)
    {
        public float Flow(float a, float b, float c, float d) =>
            Curve.Hermite(b, c, Curve.Flow(a, b, c, Before, Here), Curve.Flow(b, c, d, Here, After), Here, At);

        public Vector3 Flow(Vector3 a, Vector3 b, Vector3 c, Vector3 d) =>
            new(Flow(a.X, b.X, c.X, d.X), Flow(a.Y, b.Y, c.Y, d.Y), Flow(a.Z, b.Z, c.Z, d.Z));

        public Vector4 Flow(Vector4 a, Vector4 b, Vector4 c, Vector4 d) =>
            new(Flow(a.X, b.X, c.X, d.X), Flow(a.Y, b.Y, c.Y, d.Y), Flow(a.Z, b.Z, c.Z, d.Z), Flow(a.W, b.W, c.W, d.W));

        public Vector3 Still(Vector3 a, Vector3 b, Vector3 c, Vector3 d) =>
            new(Still(a.X, b.X, c.X, d.X), Still(a.Y, b.Y, c.Y, d.Y), Still(a.Z, b.Z, c.Z, d.Z));

        public float Still(float a, float b, float c, float d) =>
            Curve.Hermite(b, c, Curve.Still(a, b, c, Before, Here), Curve.Still(b, c, d, Here, After), Here, At);
    }
}
