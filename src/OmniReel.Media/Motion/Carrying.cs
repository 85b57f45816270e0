using System.Numerics;

namespace OmniReel.Media.Motion;

/// <summary>Another motion with the near arm bent up to hold something over the head; the arm gives a little with every step.</summary>
public sealed class Carrying(IMotion motion) : IMotion
{
    public float Axis => motion.Axis;

    public float Pace => motion.Pace;

    public Pose At(float second)
    {
        var pose = motion.At(second);
        var late = motion.At(second - 0.09f);
        var give = (late.Dip - pose.Dip) * 260;
        return pose with { NearArm = new Vector3(17 + 0.08f * pose.NearArm.X + give * 0.4f, 140 - give, -6 + give * 0.5f) };
    }
}
