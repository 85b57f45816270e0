using System.Numerics;

namespace OmniReel.Media.Motion;

/// <summary>Another motion with the near hand raised ahead, as one holds a string that pulls upward.</summary>
public sealed class Reaching(IMotion motion) : IMotion
{
    public float Axis => motion.Axis;

    public float Pace => motion.Pace;

    public Pose At(float second)
    {
        var pose = motion.At(second);
        var pull = MathF.Sin(second * 1.9f) + 0.5f * MathF.Sin(second * 3.1f + 1);
        return pose with { NearArm = new Vector3(58 + 0.10f * pose.NearArm.X + 3 * pull, 62 + 4 * pull, 6), Body = pose.Body with { W = pose.Nod - 5 } };
    }
}
