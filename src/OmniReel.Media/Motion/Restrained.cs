using System.Numerics;

namespace OmniReel.Media.Motion;

/// <summary>Another motion with the steps of somebody in a long coat: the feet stay below the hem.</summary>
public sealed class Restrained(IMotion motion) : IMotion
{
    /// <summary>Metres that a foot rises at most, softly.</summary>
    private const float Highest = 0.13f;

    public float Axis => motion.Axis;

    public float Pace => motion.Pace;

    public Pose At(float second)
    {
        var pose = motion.At(second);
        return pose with { NearFoot = Low(pose.NearFoot, pose.FarFoot.X), FarFoot = Low(pose.FarFoot, pose.NearFoot.X) };
    }

    /// <param name="other">Where the other foot is: who cannot lift the leg far does not stretch it far either.</param>
    private static Vector3 Low(Vector3 foot, float other)
    {
        if (foot.Y <= 0)
            return foot;
        var rise = Highest * MathF.Tanh(foot.Y / Highest);
        var kept = rise / foot.Y;
        var away = foot.X - other;
        return new(other + Math.Clamp(away, -0.34f, 0.34f), rise, foot.Z * (0.4f + 0.6f * kept));
    }
}
