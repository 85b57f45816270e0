using System.Numerics;
using OmniReel.Media.Motion;

namespace OmniReel.Media.Figures.Deeds;

/// <summary>Another motion with hands in those of neighbours.</summary>
/// <param name="near">Where the near hand is held at a second, in figure metres; null leaves the arm free.</param>
/// <param name="far">Likewise the far hand.</param>
internal sealed class HandInHand(IMotion motion, Build build, Func<float, Vector2>? near, Func<float, Vector2>? far) : IMotion
{
    private readonly Skeleton _skeleton = new(build, 0);

    public float Axis => motion.Axis;

    public float Pace => motion.Pace;

    public Pose At(float second)
    {
        var pose = motion.At(second);
        var stance = _skeleton.Solve(pose);
        return pose with
        {
            NearArm = near is not null ? Reach.To(build, stance[Bone.NearUpperArm].Root, near(second)) : pose.NearArm,
            FarArm = far is not null ? Reach.To(build, stance[Bone.FarUpperArm].Root, far(second)) : pose.FarArm,
        };
    }
}
