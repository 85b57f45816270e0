using System.Numerics;
using OmniReel.Media.Motion;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Figures.Deeds;

/// <summary>Another motion with the hands at some work: where they go is said in metres, the arms follow.</summary>
internal sealed class Handy(IMotion motion, Build build, Handwork work) : IMotion
{
    private static readonly Cycle Sip = new((0f, 0), (0.30f, 0), (0.42f, 1), (0.62f, 1), (0.74f, 0));

    private readonly Skeleton _skeleton = new(build, 0);
    private readonly float _trunk = build.Trunk / 0.53f;

    public float Axis => motion.Axis;

    public float Pace => motion.Pace;

    /// <summary>Size of what stands on the ground, by the height of who works at it; 1 for a grown person.</summary>
    public static float Bench(Build build) => build.HipHeight / 0.95f;

    public Pose At(float second)
    {
        var pose = motion.At(second);
        var (lean, nod) = Head(second);
        pose = pose with { Body = pose.Body with { Z = pose.Lean + lean, W = pose.Nod * 0.4f + nod } };
        if (work == Handwork.Wave)
            return pose with { NearArm = Waving(second) };
        var stance = _skeleton.Solve(pose);
        var (near, far, wrist) = Palms(second, stance);
        return pose with
        {
            NearArm = near is { } n ? Reach.To(build, stance[Bone.NearUpperArm].Root, n, wrist) : pose.NearArm,
            FarArm = far is { } f ? Reach.To(build, stance[Bone.FarUpperArm].Root, f) : pose.FarArm,
        };
    }

    private (float Lean, float Nod) Head(float second) => work switch
    {
        Handwork.Read => (2, 13),
        Handwork.Cook => (5, 12),
        Handwork.Mend => (6, 18),
        Handwork.Drink => (0, -13 * Sip.At(second / 4.6f - 0.03f)),
        Handwork.Guitar => (3, 8 + 3 * MathF.Sin(second * MathF.Tau * 1.1f)),
        Handwork.Violin => (0, 9 + 2 * MathF.Sin(second * MathF.Tau * 0.6f)),
        Handwork.Piano => (6 + 2 * MathF.Sin(second * MathF.Tau * 0.55f), 8 + 4 * MathF.Sin(second * MathF.Tau * 1.1f)),
        Handwork.Paint => (2, 3),
        _ => (0, 0),
    };

    private static Vector3 Waving(float second) => new(
        128 + 3 * MathF.Sin(second * 1.7f), 34 + 20 * MathF.Sin(second * MathF.Tau * 1.25f), 4 - 20 * MathF.Sin(second * MathF.Tau * 1.25f - 0.8f));

    private (Vector2? Near, Vector2? Far, float Wrist) Palms(float second, in Stance stance)
    {
        var trunk = stance[Bone.Trunk];
        Vector2 Before(float x, float y) => trunk.At(x * _trunk, y * _trunk);
        var bench = Bench(build);
        var beat = MathF.Sin(second * MathF.Tau * 1.1f);
        switch (work)
        {
            case Handwork.Read:
                return (Before(0.255f, -0.27f), Before(0.30f, -0.30f), 20);
            case Handwork.Drink:
                var sip = Sip.At(second / 4.6f);
                var mouth = stance[Bone.Head].At(0.165f * build.Head, 0.015f * build.Head);
                return (Vector2.Lerp(Before(0.26f, -0.16f), mouth, sip), null, 12);
            case Handwork.Cook:
                var (sin, cos) = MathF.SinCos(second * MathF.Tau * 0.8f);
                return (new Vector2((0.55f + 0.055f * cos) * bench, (-1.05f + 0.018f * sin) * bench), new Vector2(0.36f * bench, -0.90f * bench), 0);
            case Handwork.Fish:
                var tug = 0.02f * MathF.Sin(second * 1.9f) + 0.03f * MathF.Max(0, MathF.Sin(second * MathF.Tau / 3.1f) - 0.8f);
                return (Before(0.20f, -0.13f - tug), Before(0.335f, -0.235f - tug), 0);
            case Handwork.Paint:
                return (new Vector2((0.50f + 0.015f * beat) * bench, (-1.13f + 0.10f * MathF.Sin(second * 1.6f) + 0.03f * MathF.Sin(second * 5.3f)) * bench), Before(0.25f, -0.17f), 10);
            case Handwork.Guitar:
                return (Before(0.095f + 0.012f * beat, -0.155f + 0.045f * MathF.Sin(second * MathF.Tau * 2.2f)), Before(0.405f + 0.035f * MathF.Sin(second * 1.1f), -0.335f - 0.022f * MathF.Sin(second * 1.1f)), 0);
            case Handwork.Violin:
                var bow = MathF.Sin(second * MathF.Tau * 0.6f);
                return (Before(0.315f + 0.055f * bow, -0.600f - 0.110f * bow), Before(0.455f, -0.452f), 0);
            case Handwork.Piano:
                float left = MathF.Max(0, MathF.Sin(second * MathF.Tau * 2.2f)), right = MathF.Max(0, -MathF.Sin(second * MathF.Tau * 2.2f));
                return (new Vector2((0.53f + 0.03f * MathF.Sin(second * 1.3f)) * bench, (-0.79f - 0.035f * left) * bench), new Vector2((0.57f + 0.02f * MathF.Sin(second * 0.9f)) * bench, (-0.80f - 0.035f * right) * bench), -6);
            case Handwork.Mend:
                var pull = MathF.Max(0, MathF.Sin(second * MathF.Tau * 0.7f));
                return (Before(0.27f + 0.05f * pull, -0.13f - 0.10f * pull), Before(0.34f, -0.11f), 0);
            case Handwork.Flag:
                return (Before(0.30f, -0.36f), Before(0.30f, -0.16f), 0);
            default:
                return (null, null, 0);
        }
    }
}
