using System.Numerics;

namespace OmniReel.Media.Motion;

/// <summary>Another motion with the near arm bent to carry something upright before the body.</summary>
public sealed class Upright(IMotion motion) : IMotion
{
    public float Axis => motion.Axis;

    public float Pace => motion.Pace;

    public Pose At(float second)
    {
        var pose = motion.At(second);
        return pose with { NearArm = new Vector3(-20 + 0.12f * pose.NearArm.X, 112 + 2 * MathF.Sin(second * 1.9f), 0) };
    }
}
